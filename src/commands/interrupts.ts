import { exitCode } from './exit-code.js';
import type { Io } from './io.js';
import { tellWords } from './tell-words.js';

/** Ctrl-C and a polite kill: the first ends the run after what is begun, the second at once. */
export const watchForInterrupts = (io: Io): { readonly stopped: () => boolean; readonly end: () => void } => {
  let asked = false;
  const interrupt = (): void => {
    if (asked) process.exit(exitCode.interrupted);
    asked = true;
    io.tell('\n');
    tellWords('Stopping after what is begun. Ctrl-C again stops at once.', io);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  return {
    stopped: () => asked,
    end: () => {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
};
