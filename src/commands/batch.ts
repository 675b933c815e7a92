import { batchOptions } from './batch-options.js';
import type { Command } from './command.js';

export const batchCommand = {
  name: 'batch',
  summary: 'grade a class: a folder of answers files, or one file with a line a student',
  positionals: [
    {
      name: 'folder',
      summary: 'folder of answers files, or one .ndjson file; “-” reads such lines from standard input',
    },
  ],
  options: batchOptions,
  examples: [
    ['check batch submissions/ --out reports/', 'grade all of them; after a stop it goes on where it was'],
    ['check batch submissions/ --out reports/ --format canvas --roster canvas.csv', 'and a file for the gradebook'],
    ['check batch submissions/ --out reports/ --compare reports/', 'after the problem was mended: whose points change'],
  ],
  run: async (args, io) => (await import('./batch-command.js')).runBatchCommand(args, io),
} as const satisfies Command;
