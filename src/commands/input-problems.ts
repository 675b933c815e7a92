import { escapeForTerminal, type Style, toAscii, wrap } from '../feedback/index.js';
import type { InputProblem } from '../types.js';
import type { Io } from './io.js';

/** What is wrong with an input: the place, so that editors can jump there, then what, then the mend. To stderr. */
export const printProblems = (problems: readonly InputProblem[], io: Io, style: Style): void => {
  for (const problem of problems) io.tell(`${linesOf(problem, style).join('\n')}\n`);
};

const linesOf = (problem: InputProblem, style: Style): readonly string[] => {
  const safe = (text: string): string => (style.unicode ? escapeForTerminal(text) : toAscii(escapeForTerminal(text)));
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const first = `${place === '' ? '' : `${place}: `}${problem.message}`;
  return [
    ...wrap(safe(first), style.width),
    ...(problem.fix === undefined || problem.fix === ''
      ? []
      : wrap(safe(problem.fix), style.width - 2).map((line) => `  ${line}`)),
  ];
};
