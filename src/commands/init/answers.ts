import { escapeForTerminal, escapeJsonForTerminal, toAscii, wrap } from '../../feedback/index.js';
import { answersTemplate } from '../../problem/index.js';
import { loadProblem } from '../../problem/load.js';
import { drawVariant } from '../../variants/index.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { printProblems } from '../input-problems.js';
import type { Io } from '../io.js';

/** An answers file for a problem, to fill in, to stdout; what the student is given to stderr, so that `> answers.json` keeps only the file. */
export const printAnswersTemplate = async (id: string, student: string | undefined, io: Io): Promise<ExitCode> => {
  const loaded = await loadProblem(id);
  if (loaded.kind === 'invalid') {
    printProblems(loaded.problems, io, io.style);
    return exitCode.notGradable;
  }
  if (loaded.problem.variants !== undefined && student === undefined) {
    io.tell('check: the numbers of this problem are drawn for each student. Say for whom: --student <id>.\n');
    return exitCode.usage;
  }
  const { problem } = drawVariant(loaded.problem, student ?? '');
  const safe = (text: string): string =>
    io.style.unicode ? escapeForTerminal(text) : toAscii(escapeForTerminal(text));
  const paragraphs = [
    problem.title,
    ...(problem.introduction ?? '').split(/\n{2,}/),
    ...problem.questions.map(({ id: question, prompt }) => `${question}: ${prompt}`),
  ];
  io.tell(
    `${paragraphs
      .filter((text) => text.trim() !== '')
      .map((text) => wrap(safe(text.replaceAll(/\s+/g, ' ').trim()), io.style.width).join('\n'))
      .join('\n\n')}\n\n`,
  );
  io.write(escapeJsonForTerminal(answersTemplate(problem, student)));
  return exitCode.done;
};
