import type { Io } from './io.js';
import { tellWords } from './tell-words.js';

/** Nobody should sit before a terminal that waits for them and does not say so. */
export const tellAwaited = (what: string, io: Io): void => {
  if (process.getBuiltinModule('node:tty').isatty(0))
    tellWords(`Waiting for ${what} from the keyboard; Ctrl-D on a line of its own ends it, Ctrl-C gives up.`, io);
};
