import { type Arguments, type Command, textOption } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Io } from './io.js';

/** Writing a problem or an answers file to start from. */
export const initCommand = {
  name: 'init',
  summary: 'start a problem of your own, or an answers file for a problem',
  positionals: [
    { name: 'what', summary: '“problem” or “answers” (the id of a new problem alone means “problem”)' },
    { name: 'id', summary: 'the id of the new problem, or the problem to answer', optional: true },
  ],
  options: {
    student: {
      summary: 'whose answers file it is; where numbers are drawn for each student, it shows theirs',
      value: 'id',
    },
  },
  examples: [
    ['check init problem my-homework', 'writes my-homework/problem.yaml, a problem to change'],
    ['check init answers em-two-gaussians > answers.json', 'an answers file to fill in'],
    ['check init answers em-your-own-numbers --student s17', 'the same, with the numbers of s17'],
  ],
  run: (args, io) => init(args, io),
} as const satisfies Command;

const init = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const [what = '', id] = args.positionals;
  if (what === 'answers' && id !== undefined) {
    const { printAnswersTemplate } = await import('./init/answers.js');
    return printAnswersTemplate(id, textOption(args, 'student'), io);
  }
  const wanted = what === 'problem' ? id : id === undefined && what !== 'answers' ? what : undefined;
  if (wanted === undefined) {
    io.tell('check: init takes “problem <id>” or “answers <problem>”, such as: check init answers em-two-gaussians\n');
    return exitCode.usage;
  }
  const { writeStarter } = await import('./init/problem.js');
  return writeStarter(wanted, io);
};
