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

  it('folds what many files have in common, so that it hides nothing else', () => {
    let text = '';
    const take = (piece: string): void => void (text += piece);
    const many = Array.from({ length: 30 }, (_, i) => `s${i}.json`);
    sayDone(
      {
        ...done,
        skipped: [
          ...many.map((file) => ({ file, kind: 'unreadable' as const, reason: `line 1: “${file}” stands alone.` })),
          { file: 'z.json', kind: 'unreadable', reason: 'It is empty.' },
        ],
        notes: [
          { file: 'a.json', kind: 'same-attempt', message: '2 files are from a.' },
          ...many.map((file) => ({ file, kind: 'named-otherwise' as const, message: 'It says otherwise.' })),
        ],
      },
      'out',
      [],
      false,
      {
        write: () => undefined,
        tell: take,
        isScreen: false,
        style: { width: 80, colour: false, unicode: true, plain: false },
      },
    );
    expect(text.split('\n').filter((line) => !/^ {2}s\d/.test(line))).toEqual([
      '31 files could not be graded:',
      '  … and 25 more like these (see report.html)',
      '  z.json: It is empty.',
      'About the files:',
      '  a.json: 2 files are from a.',
      '  … and 25 more like these (see report.html)',
      '',
    ]);
  });
});
