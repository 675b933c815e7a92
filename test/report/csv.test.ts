import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { escapeForTerminal } from '../../src/feedback/index.js';
import { readCsv, writeCsvRow } from '../../src/report/csv.js';

const parse = (text: string): readonly string[] => Papa.parse<string[]>(text.replace(/\r\n$/, '')).data[0] ?? [];

describe('cells', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+1', "'+1"],
    ['-24.5', "'-24.5"],
    ['@sum', "'@sum"],
    ['\t=x', '\\u{9}=x'],
    ['\rx', '\\u{d}x'],
    ['x;=SUM(A1:A9);y', "x;'=SUM(A1:A9);y"],
    ['x; \u00a0+1;@a;b', "x;' \u00a0+1;'@a;b"],
    ['x;"=1"', 'x;\'"=1"'],
    ['x;＝1', "x;'＝1"],
    ['x\t-1', 'x\\u{9}-1'],
    ['mean: partial (1/3); weight: blank (0/1)', 'mean: partial (1/3); weight: blank (0/1)'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['nul\0', 'nul\\u{0}'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['  =1+1', "'  =1+1"],
    ['＝1', "'＝1"],
    ['plain', 'plain'],
    ['a,b', 'a,b'],
    ['say "hi"', 'say "hi"'],
    ['two\nlines', 'two\\u{a}lines'],
    ['', ''],
  ])('%j is read back as %j', (text, expected) => {
    expect(parse(writeCsvRow([text, 'x']))).toEqual([expected, 'x']);
  });

  it('keep numbers as numbers, also negative ones', () => {
    expect(writeCsvRow([-24.5, 0, 1e21])).toBe('-24.5,0,1e+21\r\n');
  });

  it('are empty for nothing and for what is no number', () => {
    expect(writeCsvRow([undefined, Number.NaN, 'x'])).toBe(',,x\r\n');
  });

  it('never start a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [cell = ''] = parse(writeCsvRow([text, 'x']));
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each([';', '\t'])('start no formula either where a spreadsheet separates them at %j', (delimiter) => {
    const pieces = fc.constantFrom(';', '"', '=', '-', '@', '+1', ' ', ',', '\t', '\n', "'", 'x', '\u00a0', '＝');
    const cell = fc.array(pieces, { maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (lines) => {
        const written = lines.map(writeCsvRow).join('');
        const fields = Papa.parse<string[]>(written, { delimiter, newline: '\r\n' }).data.flat();
        for (const field of fields) expect(field).not.toMatch(/^\s*[=+\-@＝]/);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('are quoted where they hold what another reader separates at', () => {
    expect(writeCsvRow(['a;b', 'c'])).toBe('"a;b",c\r\n');
  });
});

describe('records', () => {
  it('come back as they were written, also for another reader', () => {
    const cells = fc.array(
      fc.string({ unit: 'binary', minLength: 1 }).map((text) => escapeForTerminal(`x${text.replaceAll(';', ',')}y`)),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(cells, (texts) => {
        const written = writeCsvRow(texts);
        expect(readCsv(written)).toEqual({ rows: [texts] });
        expect(parse(written)).toEqual(texts);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('may end with LF or nothing, and begin with a byte order mark', () => {
    expect(readCsv('\ufeffa,b\n1,"2\n3"\n\nc,d').rows).toEqual([
      ['a', 'b'],
      ['1', '2\n3'],
      ['c', 'd'],
    ]);
  });

  it('may be separated by semicolons or tabs where the first line says so', () => {
    expect(readCsv('a;b\r\n1,5;"x;y"\r\n').rows).toEqual([
      ['a', 'b'],
      ['1,5', 'x;y'],
    ]);
    expect(readCsv('a\tb\n1\t2').rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv('a,b;c\n1;2,3').rows).toEqual([
      ['a', 'b;c'],
      ['1;2', '3'],
    ]);
  });

  it('name the line of a quotation mark that is never closed', () => {
    expect(readCsv('a,b\n"1",2\n"3,4\n5,6').open).toBe(3);
  });
});
