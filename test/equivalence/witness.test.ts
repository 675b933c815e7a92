import { describe, expect, test } from 'vitest';
import { type Ball, ballOfRational, exactBall } from '../../src/equivalence/ball.js';
import { parseDecimal } from '../../src/equivalence/rational.js';
import { digitsToTell, printDigits, printDouble, witnessOf } from '../../src/equivalence/witness.js';

const ballOf = (text: string): Ball => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(text);
  return ballOfRational(value, 400);
};

describe('a value with so many digits', () => {
  test.each<[text: string, digits: number, shown: string]>([
    ['0', 5, '0'],
    ['1', 5, '1'],
    ['10', 5, '10'],
    ['-1', 5, '-1'],
    ['100', 3, '100'],
    ['123456', 3, '123000'],
    ['123456', 6, '123456'],
    ['123456', 9, '123456'],
    ['123456.789', 8, '123456.79'],
    ['-123456.789', 8, '-123456.79'],
    ['0.5', 3, '0.5'],
    ['0.05', 3, '0.05'],
    ['0.000123456', 4, '0.0001235'],
    ['-0.000123456', 4, '-0.0001235'],
    ['0.0000001', 4, '0.0000001'],
    ['0.00000001', 4, '1e-8'],
    ['0.000000012347', 4, '1.235e-8'],
    ['-0.000000012347', 4, '-1.235e-8'],
    ['1e20', 5, '100000000000000000000'],
    ['1e21', 5, '1000000000000000000000'],
    ['1e22', 5, '1e22'],
    ['1.5e22', 5, '1.5e22'],
    ['-1.5e22', 5, '-1.5e22'],
    ['9.9999', 3, '10'],
    ['0.99999', 3, '1'],
    ['99999', 2, '100000'],
    ['1.25e-40', 5, '1.25e-40'],
    ['2.5', 1, '3'],
    ['-2.5', 1, '-3'],
    ['2.4', 1, '2'],
  ])('%s with %d is %s', (text, digits, shown) => {
    expect(printDigits(ballOf(text), digits)).toBe(shown);
  });
});

describe('as many digits as tell two values apart', () => {
  test.each<[left: string, right: string, digits: number]>([
    ['1', '2', 15],
    ['1', '1.0000000001', 15],
    ['1', '1.000000000000000000000001', 29],
    ['1000', '1000.000000000000000000001', 29],
    ['1e-30', '2e-30', 15],
    ['5', '0', 15],
  ])('%s and %s: %d', (left, right, digits) => {
    const difference = ballOf(right);
    const gap = parseDecimal(right);
    const from = parseDecimal(left);
    if (gap === undefined || from === undefined) throw new Error('no decimals');
    const apart = ballOfRational(
      {
        numerator: gap.numerator * from.denominator - from.numerator * gap.denominator,
        denominator: gap.denominator * from.denominator,
      },
      400,
    );
    expect(Math.abs(digitsToTell(ballOf(left), difference, apart) - digits)).toBeLessThanOrEqual(1);
  });

  test('are no more than can be read', () => {
    expect(digitsToTell(exactBall(1n), exactBall(1n), { mantissa: 1n, exponent: -9000, radius: -Infinity })).toBe(800);
  });
});

describe('a double is shown with the digits that are known', () => {
  test.each<[value: number, error: number, shown: string]>([
    [0, 0, '0'],
    [0, 1, '0'],
    [0.1, 0, '0.1'],
    [1 / 3, 0, '0.333333333333333'],
    [1 / 3, 1e-5, '0.3333'],
    [1 / 3, 0.1, '0.33'],
    [123456789, 1, '123456790'],
    [-1 / 3, 1e-8, '-0.3333333'],
    [2.5, 1e-30, '2.5'],
  ])('%d with error %d as %s', (value, error, shown) => {
    expect(printDouble(value, error)).toBe(shown);
  });
});

test('a witness names the values that are known, and keeps their texts with the point', () => {
  const point = {
    exact: new Map(),
    doubles: new Map(),
    errors: new Map(),
    texts: new Map([['b', 'kept']]),
  };
  const values = new Map([
    ['a', { numerator: 1n, denominator: 8n }],
    ['b', { numerator: 1n, denominator: 2n }],
  ]);
  expect(witnessOf(point, values, ['a', 'b', 'c'], '1', '2')).toEqual({
    values: { a: '0.125', b: 'kept' },
    left: '1',
    right: '2',
  });
  expect(point.texts.get('a')).toBe('0.125');
});
