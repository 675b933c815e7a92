import { escapeForTerminal } from '../../feedback/index.js';
import { count, formatPoints } from '../numbers.js';
import { openQuestions } from '../row.js';
import type { Format } from './format.js';

/** A text in a table's cell: no mark-up, no link, no cell or line end of its own. */
const cell = (text: string): string =>
  escapeForTerminal(text)
    .replace(/[\\`*_{}[\]()#+!|<>~@&$^=.-]/g, '\\$&')
    .replace(/\s+/g, ' ');

/** A table for a pull request or a job summary. */
export const markdown: Format = {
  kind: 'class',
  file: 'summary.md',
  start: () => {
    let open = 0;
    return {
      begin: '| student | problem | points | state |\n|---|---|--:|---|\n',
      add: (student) =>
        student.rows
          .map((row) => {
            const waiting = openQuestions(row);
            if (waiting.length > 0) open++;
            return `| ${cell(row.student)} | ${cell(row.problem)} | ${formatPoints(row.earned)} / ${formatPoints(row.possible)} | ${waiting.length > 0 ? `waiting for a person: ${cell(waiting.join(', '))}` : 'done'} |\n`;
          })
          .join(''),
      end: () => (open > 0 ? `\nThe points in ${count(open, 'row')} are not final.\n` : ''),
    };
  },
};
