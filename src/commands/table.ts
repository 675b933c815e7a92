import type { Command } from './command.js';
import { batchCommand } from './batch.js';
import { gradeCommand } from './check.js';
import { completionCommand } from './completion.js';
import { initCommand } from './init.js';
import { lintCommand } from './lint.js';
import { mergeCommand } from './merge.js';
import { previewCommand } from './preview.js';
import { solveCommand } from './solve.js';

/**
 * Every command and option there is. Both readers work from this table: `read-fast.ts` for grading one file, yargs
 * for everything else. What a command needs to run is loaded when it runs.
 */
export const commands: readonly Command[] = [
  gradeCommand,
  previewCommand,
  initCommand,
  solveCommand,
  lintCommand,
  batchCommand,
  mergeCommand,
  completionCommand,
];

/** The command that was typed: grading one file, unless another one is named. */
export const commandOf = (argv: readonly string[]): Command => {
  const first = argv.find((word) => !word.startsWith('-'));
  return commands.find(({ name }) => name === first) ?? gradeCommand;
};
