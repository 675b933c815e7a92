import { describe, expect, test } from 'vitest';
import { equivalent } from '../../src/equivalence/index.js';
import { parseFormula } from '../../src/expression/index.js';
import { makeEvaluator } from './corpus/mathjs-evaluate.js';
import { differentRows, equalByDigitsRows, exactRows, type Row, undecidedRows } from './tables.js';

const options = ([, , domains = {}, given = []]: Row): Parameters<typeof equivalent>[2] => ({ domains, given });
const named = (rows: readonly Row[]): readonly (readonly [string, Row])[] =>
  rows.map((row) => [
    `${row[0]}  |  ${row[1]}${row[3] === undefined ? '' : `  given ${row[3].join(', ')}`}${row[2] === undefined ? '' : `  over ${Object.keys(row[2]).join(', ')}`}`,
    row,
  ]);

/** Decided one way round and the other, and not because anything would be. */
const expectEqual = (row: Row, method: 'field' | 'digits'): void => {
  const [left, right] = row;
  for (const result of [equivalent(left, right, options(row)), equivalent(right, left, options(row))]) {
    expect(result).toMatchObject({ verdict: 'equal', method });
    if (result.verdict === 'equal') expect(result.errorBound).toBeLessThan(1e-9);
  }
  expect(equivalent(left, `(${right})+1/1000`, options(row))).toMatchObject({ verdict: 'different' });
};

describe('formulas that are equal', () => {
  test.each(named(exactRows))('%s', (_, row) => expectEqual(row, 'field'));
});

describe('formulas that only many digits show to be equal', () => {
  test.each(named(equalByDigitsRows))('%s', (_, row) => expectEqual(row, 'digits'));
});

/** Independent of the engine: mathjs BigNumber. Very large and very small numbers are beyond what it is asked for here. */
const evaluate = makeEvaluator(500);

describe('formulas that are not equal', () => {
  test.each(named(differentRows))('%s', (_, row) => {
    const result = equivalent(row[0], row[1], options(row));
    expect(result).toMatchObject({ verdict: 'different' });
    expect(equivalent(row[1], row[0], options(row)).verdict).toBe('different');
    if (result.verdict !== 'different' || result.witness === undefined) throw new Error('There is no witness.');
    const { values, left, right } = result.witness;
    expect(left).not.toBe(right);
    for (const [text, shown] of [
      [row[0], left],
      [row[1], right],
    ] as const) {
      const reading = parseFormula(text, { symbols: Object.keys(row[2] ?? {}) });
      if (reading.kind === 'unreadable') throw new Error(text);
      const value = evaluate(reading.expr, values);
      if (shown === 'undefined') expect(value).toBeUndefined();
      else {
        const digits = shown.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').length;
        const distance = value?.minus(shown).abs().toNumber() ?? Number.NaN;
        const size = value?.abs().toNumber() ?? 0;
        expect(distance).toBeLessThanOrEqual(size * 10 ** (2 - Math.min(digits, 15)) + Number.MIN_VALUE);
      }
    }
    for (const [name, value] of Object.entries(values)) {
      const domain = row[2]?.[name];
      if (domain === 'positive') expect(value).toMatch(/^[\d./e-]*[1-9]/);
      if (typeof domain === 'object') expect(Number(value)).toBeGreaterThanOrEqual(domain[0]);
      if (typeof domain === 'object') expect(Number(value)).toBeLessThanOrEqual(domain[1]);
    }
  });
});

describe('pairs that are left open', () => {
  test.each(named(undecidedRows))('%s', (_, row) => {
    const result = equivalent(row[0], row[1], options(row));
    expect(result.verdict).toBe('undecided');
    if (result.verdict === 'undecided') expect(result.reason).not.toBe('');
  });
});

const ask = (): string => JSON.stringify(equivalent('1/(a+b)', '1/a+1/b'));

describe('a verdict', () => {
  test('is the same each time, and does not depend on what was asked before', () => {
    const first = ask();
    equivalent('a', '2', { given: ['a = 2'] });
    expect(ask()).toBe(first);
  });

  test('tells of gaps in a domain of definition', () => {
    expect(equivalent('sqrt(x)^2', 'x')).toMatchObject({
      detail: expect.stringContaining('wherever both have a value'),
    });
    expect(equivalent('a+b', 'b+a')).not.toHaveProperty('detail');
  });

  test('names its method', () => {
    expect(equivalent('a', 'a').method).toBe('identical');
    expect(equivalent('a+b', 'b+a').method).toBe('field');
    expect(equivalent('a+b', 'b-a').method).toBe('numeric');
    expect(equivalent('a', 'a+1e-30').method).toBe('field');
    expect(equivalent('asin(sin(x))', 'x').method).toBe('numeric');
    expect(equivalent('atan(1)', 'pi/4').method).toBe('digits');
    expect(equivalent('0/0', '1').method).not.toBe('field');
  });

  test('respects identities in its witness', () => {
    const result = equivalent('gamma_11*gamma_21', '1', {
      domains: { gamma_11: [0, 1], gamma_21: [0, 1] },
      given: ['gamma_11+gamma_21=1'],
    });
    if (result.verdict !== 'different' || result.witness === undefined) throw new Error('There is no witness.');
    const { gamma_11: a, gamma_21: b } = result.witness.values;
    expect(Number(a) + Number(b)).toBe(1);
  });

  test('is refused only for text that is no formula', () => {
    expect(() => equivalent('a+', 'a')).toThrow(/cannot be read as a formula/);
    expect(() => equivalent('a', 'a', { given: ['a'] })).toThrow(/identity/);
    expect(() => equivalent('a', 'a', { given: ['a = (b'] })).toThrow();
  });
});
