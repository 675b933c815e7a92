import { gradeCommand } from './check.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { CannotWrite, connect, type Io, ReaderGone } from './io.js';
import { readFast } from './read-fast.js';
import { reservedWords } from './reserved-words.js';

/** Runs what was typed and leaves the exit code with the process. Never throws. */
export const main = async (argv: readonly string[]): Promise<void> => {
  const io = connect();
  try {
    process.exitCode = await run(argv, io);
  } catch (error) {
    process.exitCode = explainFault(error, io);
  }
};

const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const grading = readFast(argv, gradeCommand, reservedWords);
  if (grading !== undefined) return gradeCommand.run(grading, io);
  const { runTyped } = await import('./run-typed.js');
  return runTyped(argv, io);
};

/** What is left to say when something of ours went wrong. A reader that stopped reading is no fault. */
const explainFault = (error: unknown, io: Io): ExitCode => {
  if (error instanceof ReaderGone) return exitCode.done;
  if (error instanceof CannotWrite) io.tell(`check: ${error.message}\n`);
  else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.tell(
      `check: something went wrong inside the checker; your file is not to blame. Please report this:\n${detail}\n`,
    );
  }
  return exitCode.ourFault;
};
