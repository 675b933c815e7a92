import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logSize, toFixed } from '../../src/equivalence/ball.js';
import { makeDiscreteLog } from '../../src/equivalence/discrete-log.js';
import { evaluateAt } from '../../src/equivalence/doubles.js';
import { evaluateDigits, makeDigitsScope } from '../../src/equivalence/many-digits.js';
import { invertMod, isSquare, multiplyMod, powerMod } from '../../src/equivalence/modular.js';
import { rangeOf } from '../../src/equivalence/ranges.js';
import { decimalText, drawReal, isInside } from '../../src/equivalence/real-points.js';
import { parseDecimal, toDouble } from '../../src/equivalence/rational.js';
import { printDigits } from '../../src/equivalence/witness.js';
import { ANGLES, CHAIN_COUNT, makeChain, multiplyPoints, powerPoint } from '../../src/equivalence/worlds.js';
import { arbitraryExpr } from '../expression/arbitrary.js';
import { read } from './corpus/confirm.js';
import { makeEvaluator } from './corpus/mathjs-evaluate.js';

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
};

describe('the chains of primes', () => {
  const chains = Array.from({ length: CHAIN_COUNT }, (_, index) => makeChain(index));
  test('are primes below 2^26.5, each twice the next plus one, joined by r', () => {
    for (const { moduli } of chains) {
      const [p0, p1, p2, r] = moduli;
      expect(moduli.every(isPrime)).toBe(true);
      expect(p0).toBeLessThan(2 ** 26.5);
      expect([p0, p1, p2]).toEqual([2 * p1 + 1, 2 * p2 + 1, 120 * r - 1]);
      expect([p0 % 4, p1 % 4, p2 % 4, r % 4]).toEqual([3, 3, 3, 3]);
      expect([p0 % 3, p1 % 3, p2 % 3, r % 3]).toEqual([2, 2, 2, 2]);
      for (const small of [2, 3, 5]) expect([p0, p1, p2].every((p) => isSquare(small, p))).toBe(true);
    }
  });

  test('have bases of exp that generate the squares', () => {
    for (const { moduli, bases } of chains) {
      expect(powerMod(bases[0], moduli[1], moduli[0])).toBe(1);
      expect(powerMod(bases[1], moduli[2], moduli[1])).toBe(1);
      expect(bases.every((base) => base > 1)).toBe(true);
    }
  });

  test('have circles whose angles have order r and whose turns are those of the reals', () => {
    for (const chain of chains.slice(0, 6)) {
      for (const level of [0, 1, 2]) {
        const p = chain.moduli[level] ?? 0;
        const { angle, unit, unitOrder } = chain.circle(level);
        expect((multiplyMod(angle[0], angle[0], p) + multiplyMod(angle[1], angle[1], p)) % p).toBe(1);
        expect(powerPoint(angle, chain.moduli[ANGLES], p)).toEqual([1, 0]);
        expect(powerPoint(unit, unitOrder / 2, p)).toEqual([p - 1, 0]);
        expect(powerPoint(unit, unitOrder / 4, p)).toEqual([0, 1]);
        const [cos, sin] = powerPoint(unit, unitOrder / 12, p);
        expect([multiplyMod(4, multiplyMod(cos, cos, p), p), multiplyMod(2, sin, p)]).toEqual([3, 1]);
        expect(isSquare(cos, p)).toBe(true);
        const [half, same] = powerPoint(unit, unitOrder / 8, p);
        expect([multiplyMod(2, multiplyMod(half, half, p), p), same, isSquare(half, p)]).toEqual([1, half, true]);
        const [fifth, rest] = powerPoint(unit, unitOrder / 10, p);
        const golden = (multiplyMod(4, fifth, p) + p - 1) % p;
        expect([multiplyMod(golden, golden, p), isSquare(golden, p), isSquare(rest, p)]).toEqual([5, true, true]);
        if (unitOrder % 16 === 0) expect(isSquare(powerPoint(unit, unitOrder / 16, p)[0], p)).toBe(true);
        expect(multiplyPoints(unit, [unit[0], p - unit[1]], p)).toEqual([1, 0]);
      }
    }
  });

  test('have logarithms that undo powers', () => {
    for (const { moduli, bases } of chains.slice(0, 3)) {
      const logarithm = makeDiscreteLog(bases[1], moduli[1], moduli[2]);
      for (const u of [0, 1, 2, 12345, 16384, moduli[2] - 1])
        expect(logarithm(powerMod(bases[1], u, moduli[1]))).toBe(u);
      expect(() => logarithm(moduli[1] - 1)).toThrow(`${moduli[1] - 1} is no power of ${bases[1]} mod ${moduli[1]}.`);
    }
  });
});

describe('arithmetic with residues', () => {
  const p = 46258319;
  test('agrees with integers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: p - 1 }),
        fc.integer({ min: 0, max: p - 1 }),
        fc.integer({ min: 0, max: 1e9 }),
        (a, b, n) => {
          expect(multiplyMod(a, b, p)).toBe(Number((BigInt(a) * BigInt(b)) % BigInt(p)));
          if (a !== 0) expect(multiplyMod(a, invertMod(a, p), p)).toBe(1);
          expect(multiplyMod(powerMod(a, n, p), a, p)).toBe(powerMod(a, n + 1, p));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('decimals', () => {
  test.each(['0.1', '-24.5', '12', '1e-30', '6.02e23', '0.5', '.5', '3.', '-0.000123'])(
    '%s is read exactly',
    (text) => {
      const value = parseDecimal(text);
      expect(value && toDouble(value)).toBe(Number(text));
    },
  );
  test.each(['', '.', 'x', '1e', '1e99999', '--1'])('“%s” is none', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
  test('are printed so that they can be put in again', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(12), (digits, places) => {
        const text = decimalText({ numerator: BigInt(digits), denominator: 10n ** BigInt(places) });
        expect(Number(text)).toBeCloseTo(digits / 10 ** places, 10);
      }),
      { seed: 2 },
    );
    expect(decimalText({ numerator: -1n, denominator: 3n })).toBe('-1/3');
    expect(decimalText({ numerator: -3n, denominator: 8n })).toBe('-0.375');
  });
  test('become the nearest double also beyond its range of exactness', () => {
    expect(toDouble({ numerator: 10n ** 400n, denominator: 3n * 10n ** 399n })).toBe(10 / 3);
    expect(toDouble({ numerator: 1n, denominator: 10n ** 320n })).toBe(1e-320);
    expect(toDouble({ numerator: 9007199254740993n, denominator: 1n })).toBe(9007199254740992);
    expect(toDouble({ numerator: -(10n ** 400n), denominator: 1n })).toBe(-Infinity);
  });
});

describe('sample values', () => {
  test.each([
    ['real'],
    ['positive'],
    [[0, 1]],
    [[-3, -1]],
    [[0.1, 0.3]],
    [[2, Infinity]],
    [[-Infinity, 0]],
    [[1e-6, 2e-6]],
  ] as const)('of %o lie inside', (domain) => {
    for (let index = 0; index < 40; index++) {
      const value = drawReal(domain, 'x', index);
      expect(isInside(value, domain)).toBe(true);
      expect(decimalText(value)).not.toContain('/');
    }
  });
});

const evaluate = makeEvaluator(120);
const values = { x: '0.375', y: '2.5', z: '-1.625' };
const exact = new Map(
  Object.entries(values).flatMap(([name, text]) => {
    const value = parseDecimal(text);
    return value === undefined ? [] : [[name, value] as const];
  }),
);

describe('many digits and doubles', () => {
  test.each([
    'pi',
    'e',
    'exp(pi*sqrt(163))',
    'ln(17)',
    'sin(1)+cos(100)',
    'atan(3)',
    'asin(0.3)',
    'acos(-0.7)',
    'tanh(2)',
    'cbrt(-5)',
    '2^0.3',
    'exp(-3.7)',
    'sin(-2)',
    'sin(100)',
    'cos(-7)',
    'ln(0.001)',
    'atan(0.01)',
    'exp(-1e3)',
    '10!',
    'atan(-30)',
    'max(3,2,pi)',
    'min(3,2,pi)',
    'sqrt(2)',
    'log10(1000)',
    'log2(10)',
    'exp(40.3)',
    '1e-30+3',
    'tan(1.5)',
    'sinh(-0.2)',
    'cosh(3)',
    'x^y',
    'y^(1/3)',
    'abs(z)^3',
    '(x+y)/z',
    'asin(x)',
    'acos(x)',
    'ln(x)',
    '(1/3)^7',
    'sin(1e10)',
    'exp(1e-20)',
    'atan(1e20)',
    'z^5',
    'z^-3',
  ])('%s is what mathjs finds, within the bounds', (text) => {
    const expr = read(text);
    const expected = evaluate(expr, values);
    if (expected === undefined) throw new Error('mathjs finds nothing.');
    const scope = makeDigitsScope(320, exact, new Map());
    const ball = evaluateDigits(expr, scope);
    expect(scope.state).toBe('defined');
    expect(ball.radius).toBeLessThan(logSize(ball) - 280);
    expect(expected.minus(printDigits(ball, 80)).abs().div(expected.abs()).toNumber()).toBeLessThan(1e-78);
    const double = evaluateAt(expr, { x: 0.375, y: 2.5, z: -1.625 });
    if (double.kind === 'value')
      expect(expected.minus(double.value).abs().toNumber()).toBeLessThanOrEqual(
        double.error + Math.abs(double.value) * 2 ** -53,
      );
    expect(Number(toFixed(ball, 60)) / 2 ** 60).toBeCloseTo(Number(expected.toString()), 5);
  });

  test('bound each other on any formula', () => {
    fc.assert(
      fc.property(arbitraryExpr(['x', 'y', 'z'], 4), (expr) => {
        const scope = makeDigitsScope(256, exact, new Map());
        const ball = evaluateDigits(expr, scope);
        const double = evaluateAt(expr, { x: 0.375, y: 2.5, z: -1.625 });
        if (double.kind === 'undefined') expect(scope.state).not.toBe('defined');
        if (double.kind !== 'value' || scope.state !== 'defined') return;
        const value = Number(printDigits(ball, 40));
        expect(Math.abs(value - double.value)).toBeLessThanOrEqual(
          double.error * 1.001 + Math.abs(value) * 2 ** -52 + 2 ** (ball.radius + 1),
        );
        const [low, high] = rangeOf(expr, { x: [0.375, 0.375], y: 'positive', z: 'real' });
        expect(value).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-12);
        expect(value).toBeLessThanOrEqual(high + Math.abs(high) * 1e-12);
      }),
      { seed: 3, numRuns: 1500 },
    );
  });
});
