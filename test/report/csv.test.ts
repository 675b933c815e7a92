import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsvRow } from '../../src/report/csv.js';

const parse = (text: string): readonly string[] => Papa.parse<string[]>(text.replace(/\r\n$/, '')).data[0] ?? [];

describe('cells', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+1', "'+1"],
    ['-24.5', "'-24.5"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =1+1', "'  =1+1"],
    ['＝1', "'＝1"],
    ['plain', 'plain'],
    ['a,b', 'a,b'],
    ['say "hi"', 'say "hi"'],
    ['two\nlines', 'two\nlines'],
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
});

describe('records', () => {
  it('come back as they were written, also for another reader', () => {
    const cells = fc.array(
      fc.string({ unit: 'binary', minLength: 1 }).map((text) => `x${text.replaceAll('\0', '')}y`),
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
