import { describe, expect, it } from 'vitest';
import { sayDone } from '../../src/commands/batch-summary.js';
import type { BatchDone } from '../../src/batch/index.js';

const done: BatchDone = {
  kind: 'done',
  totals: { students: 2, results: 2, open: 0, undecided: 0, ungradable: 0 },
  graded: 2,
  reused: 0,
  skipped: [{ file: 'a.json', kind: 'unreadable', reason: 'The file ends inside the text that begins here.' }],
  notes: [],
  remarks: [],
  inFolder: [],
  compared: undefined,
  published: true,
};

const said = (isScreen: boolean, width: number): string => {
  let text = '';
  const take = (piece: string): void => void (text += piece);
  const style = { width, colour: false, unicode: true, plain: false };
  sayDone(done, '/tmp/a long way/to reports', ['report.html', 'grades.csv'], false, {
    write: take,
    tell: take,
    isScreen,
    style,
  });
  return text;
};

describe('what is said of a class', () => {
  it('keeps to the width of a screen, and breaks no path', () => {
    expect(said(true, 40)).toBe(
      `1 file could not be graded:
  a.json: The file ends inside the
    text that begins here.
2 students: 2 submissions graded.
/tmp/a long way/to reports:
  report.html, grades.csv.
`,
    );
  });

  it('is a line each where there is no screen', () => {
    expect(said(false, 40)).toBe(
      `1 file could not be graded:
  a.json: The file ends inside the text that begins here.
2 students: 2 submissions graded.
/tmp/a long way/to reports: report.html, grades.csv.
`,
    );
  });
});
