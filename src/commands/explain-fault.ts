import { BrokenInstallation } from './broken-installation.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { CannotWrite, type Io, ReaderGone } from './io.js';

/** What is left to say when something of ours went wrong. A reader that stopped reading is no fault. */
export const explainFault = (error: unknown, io: Io): ExitCode => {
  if (error instanceof ReaderGone) return exitCode.done;
  if (error instanceof CannotWrite || error instanceof BrokenInstallation) io.tell(`check: ${error.message}\n`);
  else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.tell(
      `check: something went wrong inside the checker; your file is not to blame. Please report this:\n${detail}\n`,
    );
  }
  return exitCode.ourFault;
};
