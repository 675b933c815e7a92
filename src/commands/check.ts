import { wrap } from '../feedback/index.js';
import { type Arguments, type Command, isSwitchedOn } from './command.js';
import type { ExitCode } from './exit-code.js';
import { gradeSyntax, gradingOptions } from './grade-syntax.js';
import type { Io } from './io.js';
import { tellAwaited } from './tell-awaited.js';

export const gradeCommand = {
  ...gradeSyntax,
  run: (args, io) => (isSwitchedOn(args, 'watch') ? watch(args, io) : gradeOnce(args, io)),
} as const satisfies Command;

const watch = async (args: Arguments, io: Io): Promise<ExitCode> =>
  (await import('./watch.js')).watchFile(args, io, gradeOnce);

/** Grades the file once and prints what came out. */
const gradeOnce = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const [{ gradeFile }, { printGrading }] = await Promise.all([
    import('./grade-file.js'),
    import('./print-grading.js'),
  ]);
  const announce = (): void => {
    if (!io.isScreen || !process.getBuiltinModule('node:tty').isatty(2)) return;
    const words = 'Finding out which numbers each mistake gives here. That takes some seconds, once.';
    io.tell(`${wrap(words, io.style.width).join('\n')}\n\n`);
  };
  if (args.positionals[0] === '-') tellAwaited('an answers file (JSON)', io);
  return printGrading(await gradeFile(...gradingOptions(args), announce), args, io);
};
