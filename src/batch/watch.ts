import { createContext, Script } from 'node:vm';

/** Does work that may hang; false where it was broken off because it took longer than so many milliseconds. */
export type Watch = (work: () => void, patience: number) => boolean;

const idle = (): void => undefined;

/**
 * To be watched costs a tenth of a millisecond. What was broken off is left as it was at that moment, half done: it must not be
 * used again.
 */
export const createWatch = (): Watch => {
  const script = new Script('work()');
  const hands = { work: idle };
  const context = createContext(hands);
  return (work, patience) => {
    hands.work = work;
    try {
      script.runInContext(context, { timeout: Math.max(1, Math.ceil(patience)) });
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
      throw cause;
    } finally {
      hands.work = idle;
    }
  };
};
