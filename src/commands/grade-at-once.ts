import { isSwitchedOn } from './command.js';
import { explainFault } from './explain-fault.js';
import { gradeShipped } from './grade-shipped.js';
import { gradeSyntax, gradingOptions } from './grade-syntax.js';
import { connect } from './io.js';
import { printGrading } from './print-grading.js';
import { readFast } from './read-fast.js';
import { reservedWords } from './reserved-words.js';

/**
 * Does what was typed if that is to grade one file against a problem that ships with the checker, which nearly everybody types;
 * leaves the exit code with the process. False, and nothing done or said, for everything else.
 */
export const gradeAtOnce = (argv: readonly string[]): boolean => {
  const args = readFast(argv, gradeSyntax, reservedWords);
  // Standard input can be read only once: who may have to hand over must not begin.
  if (args === undefined || isSwitchedOn(args, 'watch') || args.positionals[0] === '-') return false;
  const io = connect();
  try {
    const grading = gradeShipped(...gradingOptions(args));
    if (grading === undefined) return false;
    process.exitCode = printGrading(grading, args, io);
  } catch (error) {
    process.exitCode = explainFault(error, io);
  }
  return true;
};
