import { writeFileSync } from 'node:fs';
import { escapeForTerminal, toAscii, wrap } from '../feedback/index.js';
import { loadProblem } from '../problem/load.js';
import { type Arguments, type Command, isSwitchedOn, textOption } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { printProblems } from './input-problems.js';
import type { Io } from './io.js';

/** Showing what the solver makes of a problem. */
export const solveCommand = {
  name: 'solve',
  summary: 'show the reference run of a problem: every iterate, and the answers that follow',
  positionals: [{ name: 'problem', summary: 'a problem’s id, or the path of a problem file' }],
  options: {
    as: { summary: 'show the run of this mistake beside it; join several with +', value: 'misconception' },
    plot: { summary: 'draw the data, and the components before and after' },
    svg: { summary: 'write that picture into a file', value: 'file' },
  },
  examples: [
    ['check solve em-two-gaussians', 'every iterate, responsibilities, answers'],
    ['check solve em-two-gaussians --as var-bessel', 'and what dividing by N_k − 1 would give'],
    ['check solve em-two-gaussians --plot', 'with a picture'],
  ],
  run: (args, io) => showSolution(args, io),
} as const satisfies Command;

const showSolution = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const loaded = await loadProblem(args.positionals[0] ?? '');
  if (loaded.kind === 'invalid') {
    printProblems(loaded.problems, io, io.style);
    return exitCode.notGradable;
  }
  const { problem } = loaded;
  const { findMistakes } = await import('./solve/find-mistakes.js');
  const found = findMistakes(textOption(args, 'as'), problem.model);
  if (found.kind === 'usage') return refuse(found.message, io);
  const { drawSolution, renderSolution } = await import('./solve/render-solution.js');
  const request = { as: found.mistakes, plot: isSwitchedOn(args, 'plot') };
  const file = textOption(args, 'svg');
  if (file !== undefined && !writePicture(file, drawSolution(problem, request), io)) return exitCode.usage;
  io.write(renderSolution(problem, request, io.style));
  return exitCode.done;
};

const refuse = (message: string, io: Io): ExitCode => {
  const safe = escapeForTerminal(`check: ${message}`);
  io.tell(`${wrap(io.style.unicode ? safe : toAscii(safe), io.style.width).join('\n')}\n`);
  return exitCode.usage;
};

const writePicture = (file: string, picture: string, io: Io): boolean => {
  try {
    writeFileSync(file, picture);
    return true;
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    refuse(`The picture could not be written to ${file} (${code}). Name another file with --svg.`, io);
    return false;
  }
};
