import { printLintReport } from './lint/print-report.js';
import { type Arguments, type Command, isSwitchedOn } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { printProblems } from './input-problems.js';
import type { Io } from './io.js';

/** Whether a problem is sound before students see it. */
export const lintCommand = {
  name: 'lint',
  summary: 'try a problem out: is every answer right, and which mistakes can its numbers show?',
  positionals: [{ name: 'problem', summary: 'a problem’s id, or the path of a problem file or its folder' }],
  options: { json: { summary: 'print the findings as JSON' } },
  examples: [['check lint problems/my-homework', 'what is wrong with it, what could be better, what it cannot show']],
  run: (args, io) => lint(args, io),
} as const satisfies Command;

const lint = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const { examineProblem } = await import('./lint/examine-problem.js');
  const examined = await examineProblem(args.positionals[0] ?? '');
  if (examined.kind === 'invalid') {
    printProblems(examined.problems, io, io.style);
    if (isSwitchedOn(args, 'json'))
      printLintReport({ findings: examined.problems.map((problem) => ({ ...problem, level: 'error' })) }, io, true);
    return exitCode.notGradable;
  }
  printLintReport(examined, io, isSwitchedOn(args, 'json'));
  return examined.findings.every(({ level }) => level === 'note') ? exitCode.done : exitCode.mistakes;
};
