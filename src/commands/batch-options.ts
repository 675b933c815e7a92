import { formatNames } from '../report/formats/names.js';
import type { Option } from './command.js';

const shared = {
  out: { summary: 'folder for the reports (needed)', value: 'folder' },
  format: { summary: `more files, with commas between: ${formatNames.join(', ')}`, value: 'names' },
  roster: { summary: 'CSV with the ids of the students, such as the export of a gradebook', value: 'file' },
  'no-pages': { summary: 'write no page for each student' },
  quiet: { summary: 'say nothing on the way', short: 'q' },
  'fail-on': { summary: 'end with 1 where an answer is left to a person', value: 'what', choices: ['undecided'] },
} as const satisfies { readonly [name: string]: Option };

export const mergeOptions = shared;

export const batchOptions = {
  ...shared,
  problem: { summary: 'grade against this problem, whatever the files say', value: 'id|path' },
  'as-of': { summary: 'show what may be shown at this time, such as 2016-08-18T12:00:00Z', value: 'time' },
  compare: { summary: 'say whose points differ from those reports, and why, before anything is replaced', value: 'folder' },
  shard: { summary: 'grade one part of the class, such as 2/5; “check merge” puts the parts together', value: 'i/n' },
  workers: { summary: 'threads (default: as many as there are processors); 0: none', value: 'number' },
  'no-journal': { summary: 'keep nothing to go on from after a stop' },
} as const satisfies { readonly [name: string]: Option };
