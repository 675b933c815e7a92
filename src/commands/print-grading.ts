import { escapeForTerminal, escapeJsonForTerminal, renderReport, type Style } from '../feedback/index.js';
import { nearest } from '../spelling/index.js';
import type { InputProblem } from '../types.js';
import { type Arguments, isSwitchedOn } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Grading } from './grading.js';
import { printProblems } from './input-problems.js';
import type { Io } from './io.js';
import { reservedWords } from './reserved-words.js';

/** Shows what came of grading a file, as the arguments ask for it; the exit code says whether all was right. */
export const printGrading = (grading: Grading, args: Arguments, io: Io): ExitCode => {
  const style = styleFor(args, io.style);
  if (grading.kind === 'usage') {
    io.tell(`check: ${escapeForTerminal(grading.message)}\n`);
    return exitCode.usage;
  }
  const isJson = isSwitchedOn(args, 'json');
  if (grading.kind === 'not-gradable') {
    printProblems(grading.problems.map(orCommand), io, style);
    if (isJson)
      io.write(
        `${escapeJsonForTerminal(JSON.stringify({ file: grading.file, problems: grading.problems }, undefined, 2))}\n`,
      );
    return exitCode.notGradable;
  }
  const { report, problem } = grading;
  io.write(
    isJson ? `${escapeJsonForTerminal(JSON.stringify(report, undefined, 2))}\n` : renderReport(report, problem, style),
  );
  const isRight = report.questions.every(
    ({ verdict, possible }) => verdict === 'correct' || (verdict === 'blank' && possible === 0),
  );
  return isRight ? exitCode.done : exitCode.mistakes;
};

/** A file that does not exist, and is nearly called like a command; a folder, which another command takes. */
const orCommand = (problem: InputProblem): InputProblem => {
  const near = problem.code === 'missing' ? nearest(problem.file ?? '', reservedWords) : undefined;
  if (near !== undefined) return { ...problem, fix: `Did you mean the command “${near}”?` };
  if (problem.code !== 'folder' || problem.file === undefined) return problem;
  return {
    ...problem,
    fix: `To grade all that is in it: check batch ${problem.file} --out <folder for the reports>`,
  };
};

const styleFor = (args: Arguments, style: Style): Style => {
  if (isSwitchedOn(args, 'plain')) return { ...style, plain: true, colour: false };
  const { color } = args.options;
  return typeof color === 'boolean' ? { ...style, colour: color } : style;
};
