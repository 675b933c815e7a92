import { escapeForTerminal } from '../../feedback/index.js';
import { formatPoints } from '../numbers.js';
import { isOpen, needing } from '../row.js';
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
            const waiting = [...needing(row, 'undecided'), ...needing(row, 'ungradable')];
            if (isOpen(row)) open++;
            return `| ${cell(row.student)} | ${cell(row.problem)} | ${formatPoints(row.earned)} / ${formatPoints(row.possible)} | ${waiting.length > 0 ? `waiting for a person: ${cell(waiting.join(', '))}` : 'done'} |\n`;
          })
          .join(''),
      end: () => (open > 0 ? `\n${open} of these points are not final.\n` : ''),
    };
  },
};
