import { type Arguments, type Syntax, textOption } from './command.js';
import type { GradingOptions } from './grading.js';

/** How grading one file is asked for: the command that has to start at once. */
export const gradeSyntax = {
  name: 'check',
  summary: 'grade one answers file',
  positionals: [{ name: 'answers', summary: 'answers file (JSON); “-” reads standard input' }],
  options: {
    json: { summary: 'print the report as JSON' },
    plain: { summary: 'print for screen readers and logs: no drawings, no colour, words in place of signs' },
    watch: { summary: 'grade again whenever the file is saved', short: 'w' },
    problem: { summary: 'the problem to grade against (default: the one the file names)', value: 'id|path' },
    'as-of': { summary: 'show what may be shown at this time, such as 2016-08-18T12:00:00Z', value: 'time' },
    color: {
      summary:
        'colours: always, or with --no-color never (default: as FORCE_COLOR or NO_COLOR say, else where the screen has them)',
    },
  },
  examples: [
    ['check answers.json', 'grade an answers file, and say what went wrong'],
    ['check answers.json --watch', 'and again whenever it is saved'],
    ['check answers.json --json', 'the same as data'],
  ],
} as const satisfies Syntax;

/** The file, and how it is to be graded. */
export const gradingOptions = (args: Arguments): readonly [file: string, options: GradingOptions] => [
  args.positionals[0] ?? '-',
  { problem: textOption(args, 'problem'), asOf: textOption(args, 'as-of') },
];
