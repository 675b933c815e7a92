import { escapeForTerminal, escapeJsonForTerminal, renderReport, type Style } from '../feedback/index.js';
import { type Arguments, type Command, isSwitchedOn, textOption } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { type Grading, gradeFile } from './grade-file.js';
import { nearest } from '../spelling/index.js';
import type { InputProblem } from '../types.js';
import { printProblems } from './input-problems.js';
import { reservedWords } from './reserved-words.js';
import type { Io } from './io.js';

/** Grading one file: the command that has to start at once. */
export const gradeCommand = {
  name: 'check',
  summary: 'grade one answers file',
  positionals: [{ name: 'answers', summary: 'answers file (JSON); “-” reads standard input' }],
  options: {
    json: { summary: 'print the report as JSON' },
    plain: { summary: 'print for screen readers and logs: no drawings, no colour, words in place of signs' },
    watch: { summary: 'grade again whenever the file is saved', short: 'w' },
    problem: { summary: 'the problem to grade against (default: the one the file names)', value: 'id|path' },
    'as-of': { summary: 'show what may be shown at this time, such as 2016-08-18T12:00:00Z', value: 'time' },
    color: { summary: 'colours: always, or with --no-color never (default: where the screen has them)' },
  },
  examples: [
    ['check answers.json', 'grade an answers file, and say what went wrong'],
    ['check answers.json --watch', 'and again whenever it is saved'],
    ['check answers.json --json', 'the same as data'],
  ],
  run: (args, io) => (isSwitchedOn(args, 'watch') ? watch(args, io) : gradeOnce(args, io)),
} as const satisfies Command;

const watch = async (args: Arguments, io: Io): Promise<ExitCode> =>
  (await import('./watch.js')).watchFile(args, io, gradeOnce);

/** Grades the file once and prints what came out. */
const gradeOnce = (args: Arguments, io: Io): ExitCode | Promise<ExitCode> => {
  const [file = '-'] = args.positionals;
  const grading = gradeFile(file, { problem: textOption(args, 'problem'), asOf: textOption(args, 'as-of') });
  return grading instanceof Promise ? grading.then((done) => print(done, args, io)) : print(grading, args, io);
};

const print = (grading: Grading, args: Arguments, io: Io): ExitCode => {
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

/** A file that does not exist, and is nearly called like a command. */
const orCommand = (problem: InputProblem): InputProblem => {
  const near = problem.code === 'missing' ? nearest(problem.file ?? '', reservedWords) : undefined;
  return near === undefined ? problem : { ...problem, fix: `Did you mean the command “${near}”?` };
};

const styleFor = (args: Arguments, style: Style): Style => {
  if (isSwitchedOn(args, 'plain')) return { ...style, plain: true, colour: false };
  const { color } = args.options;
  return typeof color === 'boolean' ? { ...style, colour: color } : style;
};
