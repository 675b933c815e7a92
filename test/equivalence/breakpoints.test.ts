import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactZeros, zerosBetween } from '../../src/equivalence/breakpoints.js';
import { exactAt } from '../../src/equivalence/many-digits.js';
import { compareRational, parseDecimal, type Rational, toDouble } from '../../src/equivalence/rational.js';
import { decimalText } from '../../src/equivalence/real-points.js';
import type { Range } from '../../src/equivalence/ranges.js';
import { read } from './corpus/confirm.js';

const ALL: Range = [-Infinity, Infinity];
const WORK = 100_000;

describe('zeros are known exactly', () => {
  test.each<[text: string, zeros: readonly string[]]>([
    ['x', ['0']],
    ['2*x-3', ['1.5']],
    ['3*x-1', ['1/3']],
    ['x-1e-400', [`0.${'0'.repeat(399)}1`]],
    ['x/2-0.25', ['0.5']],
    ['abs(x)-2', ['-2', '2']],
    ['abs(x-1)+abs(x-2)-1', ['1', '2']],
    ['abs(x-1)+abs(x-2)-3', ['0', '3']],
    ['abs(x-1)+abs(x-2)', []],
    ['max(x,1)-2', ['2']],
    ['max(x,1)-1', ['1']],
    ['max(x,1)', []],
    ['min(x-3,3.5-x)', ['3', '3.5']],
    ['max(0,min(x-3,3.5-x))', ['3', '3.5']],
    ['abs(abs(abs(x)-4)-2)-1', ['-7', '-5', '-3', '-1', '1', '3', '5', '7']],
    ['x^2-4', ['-2', '2']],
    ['x-1/x', ['-1', '1']],
    ['1-1/x', ['1']],
    ['x^2+x+1', []],
    ['x*(x-1)', ['0', '1']],
    ['5', []],
    // what does not move turns nowhere
    ['x-x', []],
  ])('of %s: %o', (text, zeros) => {
    expect(exactZeros(read(text), 'x')?.map(decimalText)).toEqual(zeros);
  });

  test.each(['x^2-2', 'sqrt(x)-1', 'x-pi', 'exp(x)-1', 'x^3-x', 'x*abs(x)'])('not those of %s', (text) => {
    expect(exactZeros(read(text), 'x')).toBeUndefined();
  });

  test('not where there are too many pieces to look at, however deep', () => {
    const nested = Array.from({ length: 60 }).reduce<string>((text, _, i) => `abs(${text}-${i + 1})`, 'x');
    expect(exactZeros(read(nested), 'x')).toBeUndefined();
    const many = Array.from({ length: 60 }, (_, i) => `${i}*x-${i}^2`).join(',');
    expect(exactZeros(read(`max(${many})`), 'x')).toBeUndefined();
  });

  test('by formulas that are zero there', () => {
    const number = fc.integer({ min: -20, max: 20 });
    const piece = fc.tuple(number, number, number, number, number);
    fc.assert(
      fc.property(piece, ([a, b, c, d, e]) => {
        const expr = read(`${a}*abs(x-(${b}))+max(${c}*x,${d}-x)-(${e})`);
        for (const zero of exactZeros(expr, 'x') ?? []) {
          expect(exactAt(expr, new Map([['x', zero]]))?.numerator).toBe(0n);
        }
      }),
      { seed: 20160817, numRuns: 300 },
    );
  });
});

describe('zeros that are not known exactly are closed in', () => {
  test.each<[text: string, zeros: readonly number[], range?: Range]>([
    ['x^2-2', [-Math.SQRT2, Math.SQRT2]],
    ['x^3-x-5', [1.904160859134921]],
    ['exp(x)-1e40', [Math.log(1e40)]],
    ['ln(x)-100', [Math.exp(100)], [0, Infinity]],
    ['ln(x)+700', [Math.exp(-700)], [0, Infinity]],
    ['x-sqrt(5)', [Math.sqrt(5)]],
    ['sin(x)', [Math.PI, 2 * Math.PI], [1, 7]],
    ['cos(x)', [Math.PI / 2], [0, 3]],
    ['x*1e-20-exp(1)', [Math.E * 1e20]],
    ['x*sqrt(2)-1e200', [1e200 / Math.SQRT2]],
    ['exp(x)+1', []],
    ['x^2-x+1/3', []],
    ['sqrt(1+x^2)', []],
  ])('of %s: %o', (text, zeros, range = ALL) => {
    const { places, isComplete } = zerosBetween(read(text), 'x', range, WORK);
    expect(isComplete).toBe(true);
    expect(places).toHaveLength(zeros.length);
    places.forEach(({ low, high }, i) => {
      const zero = parseDecimal(String(zeros[i])) as Rational;
      const size = Math.abs(toDouble(zero));
      expect(toDouble(low)).toBeLessThanOrEqual((zeros[i] ?? 0) + size * 1e-13);
      expect(toDouble(high)).toBeGreaterThanOrEqual((zeros[i] ?? 0) - size * 1e-13);
      expect(toDouble(high) - toDouble(low)).toBeLessThanOrEqual(size * 1e-11);
      expect(compareRational(low, high)).toBeLessThanOrEqual(0);
    });
  });

  test.each<[text: string, range?: Range]>([
    ['sin(x)'],
    ['1-x/sqrt(1+x^2)'],
    ['ln(x)+1e6', [0, Infinity]],
    ['x*ln(2)-1e-400', [0, Infinity]],
    ['exp(x)-exp(x)'],
  ])('it is told that those of %s may be more', (text, range = ALL) => {
    expect(zerosBetween(read(text), 'x', range, WORK).isComplete).toBe(false);
  });
});
