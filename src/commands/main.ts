import { gradeCommand } from './check.js';
import type { ExitCode } from './exit-code.js';
import { explainFault } from './explain-fault.js';
import { connect, type Io } from './io.js';
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
