import { mergeOptions } from './batch-options.js';
import type { Command } from './command.js';

export const mergeCommand = {
  name: 'merge',
  summary: 'put together the parts of a class that were graded with --shard',
  positionals: [{ name: 'folders', summary: 'the --out folders of all parts', many: true }],
  options: mergeOptions,
  examples: [['check merge part-1/ part-2/ --out reports/', 'the same reports as one run over all']],
  run: async (args, io) => (await import('./merge-command.js')).runMergeCommand(args, io),
} as const satisfies Command;
