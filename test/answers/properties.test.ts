import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/answers/index.js';
import { compareRationals, fromDecimal, fromDouble, roundings, truncated } from '../../src/answers/rational.js';
import { ask } from './prepared.js';

const seeded = { seed: 1606, numRuns: 300 } as const;

/** A number as digits and the place of its point: −12345 with 3 decimals is −12.345. */
const decimal = fc.record({
  units: fc.integer({ min: -9_999_999, max: 9_999_999 }),
  decimals: fc.integer({ min: 0, max: 6 }),
});
const textOf = (units: number | bigint, decimals: number): string => {
  const digits = `${units < 0 ? -BigInt(units) : BigInt(units)}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${units < 0 ? '-' : ''}${digits.slice(0, point)}${decimals === 0 ? '' : `.${digits.slice(point)}`}`;
};
const verdictOn = (reference: string, decimals: number, answer: string | number): string =>
  assess(ask({ kind: 'number', key: { stated: reference }, precision: { decimals } }), answer).verdict;

describe('the rounding rule', () => {
  it('takes the reference with all its digits, and rounded as asked', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), ({ units, decimals }, asked) => {
        const reference = textOf(units, decimals);
        const { low, high } = roundings(fromDecimal(BigInt(units), -decimals), asked);
        expect(
          [reference, textOf(low, asked), textOf(high, asked)].map((text) => verdictOn(reference, asked, text)),
        ).toEqual(['correct', 'correct', 'correct']);
      }),
      seeded,
    );
  });
  it('refuses the next number up and down', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), ({ units, decimals }, asked) => {
        const reference = textOf(units, decimals);
        const { low, high } = roundings(fromDecimal(BigInt(units), -decimals), asked);
        expect(verdictOn(reference, asked, textOf(low - 1n, asked))).toBe('incorrect');
        expect(verdictOn(reference, asked, textOf(high + 1n, asked))).toBe('incorrect');
      }),
      seeded,
    );
  });
  it('does not care how a number is spelled', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 4 }), (key, given, asked) => {
        const reference = textOf(key.units, key.decimals);
        const plain = textOf(given.units, given.decimals);
        const spellings = [
          ` ${plain} `,
          plain.replace('-', '\u2212'),
          `${given.units}e-${given.decimals}`,
          `${given.units}/10^${given.decimals}`,
          `x_1 = ${plain}`,
        ];
        const verdict = verdictOn(reference, asked, plain);
        expect(spellings.map((text) => verdictOn(reference, asked, text))).toEqual(spellings.map(() => verdict));
      }),
      { ...seeded, numRuns: 150 },
    );
  });
});

describe('exact arithmetic', () => {
  it('reads a double exactly: as the sum of its bits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        fc.pre(Math.abs(value) > 1e-290);
        const { numerator, denominator } = fromDouble(value);
        expect(Number(numerator) / Number(denominator)).toBe(value);
        expect(compareRationals({ numerator, denominator }, fromDouble(value))).toBe(0);
      }),
      seeded,
    );
  });
  it('reads the smallest double and zero', () => {
    expect(fromDouble(5e-324)).toEqual({ numerator: 1n, denominator: 2n ** 1074n });
    expect(fromDouble(-0).numerator).toBe(0n);
  });
  it('knows that 0.1 is a double a little above one tenth, and 1/8 no more than that', () => {
    expect(compareRationals(fromDouble(0.1), fromDecimal(1n, -1))).toBe(1);
    expect(compareRationals(fromDouble(0.125), fromDecimal(125n, -3))).toBe(0);
  });
  it('rounds to the nearest, and cuts towards zero', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), ({ units, decimals }, asked) => {
        const value = fromDecimal(BigInt(units), -decimals);
        const { low, high } = roundings(value, asked);
        const double = (units / 10 ** decimals) * 10 ** asked;
        expect(Math.abs(Number(low) - double)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(Math.abs(Number(high) - double)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(Math.abs(Number(truncated(value, asked)))).toBeLessThanOrEqual(Math.abs(double) + 1e-6);
      }),
      seeded,
    );
  });
});
