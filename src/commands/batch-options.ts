import type { Option } from './command.js';

const shared = {
  out: { summary: 'folder for the reports', value: 'folder' },
  format: {
    summary: 'more files, with commas between: gradescope, canvas, moodle, nbgrader, edx, junit, markdown',
    value: 'names',
    lists: true,
  },
  roster: { summary: 'CSV with the ids of the students, such as the export of a gradebook', value: 'file' },
  pages: { summary: 'a page for each student (--no-pages: none)' },
  quiet: { summary: 'say nothing on the way', short: 'q' },
  'fail-on': { summary: 'end with 1 where an answer is left to a person', value: 'what', choices: ['undecided'] },
} as const satisfies { readonly [name: string]: Option };

/** Options of `check merge`. */
export const mergeOptions = shared;

/** Options of `check batch`. */
export const batchOptions = {
  ...shared,
  problem: { summary: 'grade against this problem, whatever the files say', value: 'id|path' },
  'as-of': { summary: 'show what may be shown at this time, such as 2016-08-18T12:00:00Z', value: 'time' },
  compare: {
    summary: 'say whose points differ from the reports in that folder, and why, before anything is replaced',
    value: 'folder',
  },
  shard: { summary: 'grade one part of the class, such as 2/5; “check merge” puts the parts together', value: 'i/n' },
  workers: { summary: 'other threads, at most (default: as many as there are processors); 0: none', value: 'number' },
  journal: { summary: 'remember what is graded, to go on after a stop (--no-journal: do not)' },
} as const satisfies { readonly [name: string]: Option };
