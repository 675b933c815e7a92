import type { Command } from './command.js';
import { batchCommand } from './batch.js';
import { gradeCommand } from './check.js';
import { mergeCommand } from './merge.js';
import { previewCommand } from './preview.js';

/**
 * Every command and option there is. Both readers work from this table: `read-fast.ts` for grading one file, yargs
 * for everything else. What a command needs to run is loaded when it runs.
 */
export const commands = [
  gradeCommand,
  batchCommand,
  mergeCommand,
  previewCommand,
] as const satisfies readonly Command[];
