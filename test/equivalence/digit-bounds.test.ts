import { describe, expect, test } from 'vitest';
import {
  addBalls,
  addLogs,
  type Ball,
  divideBalls,
  EXACT,
  exactBall,
  integerSquareRoot,
  logSize,
  mayBeZero,
  multiplyBalls,
  powerBall,
  round,
  toFixed,
} from '../../src/equivalence/ball.js';
import {
  asinBall,
  atanBall,
  circleBall,
  expBall,
  lnBall,
  raiseBall,
  sqrtBall,
} from '../../src/equivalence/ball-functions.js';
import { evaluateDigits, makeDigitsScope } from '../../src/equivalence/many-digits.js';
import { parseDecimal } from '../../src/equivalence/rational.js';
import { read } from './corpus/confirm.js';

type Found = { readonly state: string; readonly ball: Ball; readonly spread: number; readonly largest: number };
const evaluate = (text: string, bits: number, x = '1'): Found => {
  const value = parseDecimal(x);
  if (value === undefined) throw new Error(x);
  const scope = makeDigitsScope(bits, new Map([['x', value]]), new Map());
  const ball = evaluateDigits(read(text), scope);
  return { state: scope.state, ball, spread: scope.spread, largest: scope.largest };
};
const numberOf = (ball: Ball): number => Number(toFixed(ball, 60)) / 2 ** 60;

/** `u` is x after adding and taking off 2^60 with 64 bits: three bits after the point are left, up to an eighth is cut off. */
const blurred = (text: string): string => text.replaceAll('u', '(x+1152921504606846976-1152921504606846976)');

describe('a radius is carried on', () => {
  test.each<[text: string, at: number, most: number]>([
    ['u', 3, 1.01],
    ['-u', 3, 1.01],
    ['u+1', 3, 1.01],
    ['u*u', 3, 1.05],
    ['-7*u*u', -2, 1.05],
    ['u/5', 3, 1.01],
    ['5/u', 3, 1.1],
    ['5/u', -3, 1.01],
    ['u/(1+u)', 3, 8],
    ['u^2', 3, 1.05],
    ['u^7', 2, 1.05],
    ['u^-3', 2, 1.6],
    ['u^0.5', 3, 2.2],
    ['u^1.5', 3, 2.2],
    ['u^2.5', 2, 2.4],
    ['0.25^u', 2, 2.6],
    ['3^u', 1, 2.2],
    ['u^u', 2, 2.3],
    ['e^u', 1, 2.2],
    ['exp(u)', -1, 2.3],
    ['exp(u)', 4, 2.2],
    ['exp(u)', 0, 2.2],
    ['sqrt(u)', 2, 2.2],
    ['sqrt(u)', 0.25, 4.6],
    ['cbrt(u)', 2, 2.6],
    ['cbrt(u)', -2, 2.6],
    ['abs(u)', -2, 1.01],
    ['abs(u)', 2, 1.01],
    ['ln(u)', 2, 1.2],
    ['ln(u)', 0.5, 1.6],
    ['log2(u)', 2, 1.2],
    ['log10(u)', 2, 1.2],
    ['sin(u)', 0, 1.01],
    ['sin(u)', 3, 1.01],
    ['cos(u)', 1.5, 1.01],
    ['cos(u)', -9, 2.1],
    ['tan(u)', 0.5, 1.5],
    ['atan(u)', 0, 1.01],
    ['atan(u)', 2, 5.4],
    ['asin(u)', 0.5, 2.5],
    ['asin(u)', -0.5, 1.8],
    ['acos(u)', 0.5, 2.5],
    ['sinh(u)', 2, 2.3],
    ['cosh(u)', -2, 2.6],
    ['tanh(u)', 0.25, 4.6],
    ['max(u,1)', 3, 1.01],
    ['max(1,u)', 3, 1.01],
    ['min(u,5)', 3, 1.01],
    ['min(5,u)', 3, 1.01],
    ['sqrt(u^2)', -3, 1.01],
  ])('in %s at %d', (text, at, most) => {
    const x = String(at + 0.1249);
    const [rough, sharp] = [evaluate(blurred(text), 64, x), evaluate(text.replaceAll('u', 'x'), 400, x)];
    expect([rough.state, sharp.state]).toEqual(['defined', 'defined']);
    const deviation = Math.abs(numberOf(rough.ball) - numberOf(sharp.ball));
    expect(deviation).toBeGreaterThan(0.001);
    expect(2 ** rough.ball.radius).toBeGreaterThanOrEqual(deviation);
    expect(2 ** rough.ball.radius).toBeLessThan(most * deviation);
  });

  test.each(['max(3.05,u)', 'max(u,3.05)', 'min(u,3.05,9)', 'min(3.05,u)'])(
    'in %s, where it is open which is larger',
    (text) => {
      const { ball, state } = evaluate(blurred(text), 64, '3.1249');
      expect(state).toBe('defined');
      const value = text.startsWith('max') ? 3.1249 : 3.05;
      expect(Math.abs(numberOf(ball) - value)).toBeLessThanOrEqual(2 ** ball.radius);
      expect(2 ** ball.radius).toBeLessThan(0.4);
    },
  );

  test.each<[text: string, at: number, state: string]>([
    ['1/u', 0.05, 'unknown'],
    ['u^-1', 0.05, 'unknown'],
    ['u^0.5', 0.05, 'unknown'],
    ['u^-0.5', 0.05, 'unknown'],
    ['u^1.5', 0.05, 'unknown'],
    ['sqrt(u)', 0.05, 'unknown'],
    ['sqrt(u)', -0.05, 'unknown'],
    ['cbrt(u)', 0.05, 'unknown'],
    ['ln(u)', 0.05, 'unknown'],
    ['log2(u)', 0.05, 'unknown'],
    ['asin(u)', 1.05, 'unknown'],
    ['acos(u)', -1.02, 'unknown'],
    ['u!', 3, 'defined'],
    ['(u-2^70)!', 3, 'undefined'],
    ['1001!', 1, 'unknown'],
    ['exp(exp(40))', 1, 'unknown'],
    ['exp(u*8)', 1.05, 'unknown'],
    ['sin(u*8)', 1.05, 'unknown'],
    ['2^(x*2^50)', 1, 'unknown'],
    ['0^u', 0.05, 'unknown'],
    ['0^pi', 1, 'defined'],
    ['0^(-pi)', 1, 'undefined'],
    ['(-2)^pi', 1, 'unknown'],
    ['(-2)^0.5', 1, 'undefined'],
    ['y', 1, 'unknown'],
    ['1/(x-1)', 1, 'undefined'],
    ['(x-1)^0', 1, 'undefined'],
    ['(x-1)^-1', 1, 'undefined'],
    ['(x-1)^1', 1, 'defined'],
    ['sqrt(u)', -1, 'undefined'],
    ['ln(u)', -1, 'undefined'],
    ['ln(x-1)', 1, 'undefined'],
    ['asin(u)', 1.5, 'undefined'],
    ['acos(u)', -1.5, 'undefined'],
    ['asin(x)', 1, 'defined'],
    ['acos(-x)', 1, 'defined'],
    ['x!', 0.5, 'undefined'],
    ['(-x)!', 1, 'undefined'],
    ['x!', 7, 'defined'],
    ['tan(x-1)', 1, 'defined'],
  ])('%s at %d is %s', (text, at, state) => {
    expect(evaluate(blurred(text), 64, String(at)).state).toBe(state);
  });

  test('a first failure is kept', () => {
    expect(evaluate('1/0+y', 64).state).toBe('undefined');
    expect(evaluate('y+1/0', 64).state).toBe('unknown');
    expect(evaluate('ln(0)*y', 64).state).toBe('undefined');
    expect(evaluate('y/(1/0)', 64).state).toBe('unknown');
    expect(evaluate('y^(1/0)', 64).state).toBe('unknown');
    expect(evaluate('(1/0)^y', 64).state).toBe('undefined');
    expect(evaluate('max(1/0,y)', 64).state).toBe('undefined');
  });
});

describe('a value is known to nearly as many bits as are asked for', () => {
  test.each<[text: string, lost: number]>([
    ['pi', 0],
    ['e', 1],
    ['ln(17)', 1],
    ['ln(0.5)', 2.5],
    ['ln(1/3)', 2],
    ['ln(1e300)', 1],
    ['sin(1)', 1],
    ['cos(100)', 1],
    ['sin(-100)', 1],
    ['sin(1e10)', 1],
    ['sin(1e-20)', 2],
    ['cos(1e-20)', 1],
    ['atan(3)', 1],
    ['atan(0.01)', 2],
    ['atan(-30)', 1],
    ['atan(1e20)', 1],
    ['atan(1e-20)', 2],
    ['asin(0.3)', 2.5],
    ['acos(-0.7)', 2.5],
    ['acos(1e-9)', 1],
    ['tanh(2)', 3],
    ['cbrt(-5)', 1],
    ['2^0.3', 2],
    ['exp(-3.7)', 4],
    ['exp(40.3)', 8],
    ['exp(-1e3)', 1],
    ['exp(1e-20)', 1.5],
    ['exp(1e6)', 1.5],
    ['sqrt(2)', 1],
    ['sqrt(1/3)', 2],
    ['1/3', 1],
    ['(1/3)^7', 4],
    ['tan(1.5)', 6],
    ['sinh(-0.2)', 4],
    ['cosh(3)', 2.5],
    ['10!*pi', 1],
  ])('%s', (text, lost) => {
    const sharp = evaluate(text, 600).ball;
    for (const bits of [90, 160, 320]) {
      const { ball, state } = evaluate(text, bits);
      expect(state).toBe('defined');
      expect(ball.radius).toBeLessThan(logSize(ball) - bits + lost);
      const difference = addBalls(ball, { ...sharp, mantissa: -sharp.mantissa }, 700);
      expect(logSize(difference)).toBeLessThanOrEqual(ball.radius + 1e-6);
    }
  });

  test.each<[text: string, mantissa: bigint]>([
    ['sqrt(0)', 0n],
    ['exp(0)', 1n],
    ['ln(1)', 0n],
    ['sin(0)', 0n],
    ['cos(0)', 1n],
    ['atan(0)', 0n],
    ['cbrt(0)', 0n],
    ['0*pi', 0n],
    ['0/7', 0n],
    ['2^70-2^70', 0n],
    ['x*7-3', 4n],
  ])('%s exactly', (text, mantissa) => {
    const { ball } = evaluate(text, 128);
    expect(ball.radius).toBe(EXACT);
    expect(ball.mantissa).toBe(mantissa);
    if (mantissa !== 0n) expect(ball.exponent).toBe(0);
  });
});

describe('how small terms are beside others is counted', () => {
  test.each<[text: string, spread: number]>([
    ['x', 0],
    ['x+1', 0],
    ['x+1024', 10],
    ['1/1024+x', 10],
    ['4+x+1/1024', 12],
    ['(x+1024)*(x+32)', 15],
    ['x+0', 0],
    ['exp(1/1024)', 10],
    ['exp(1024)', 0],
    ['sin(1/32)', 5],
    ['cos(1/32)', 5],
    ['sin(32)', 0],
    ['atan(32)', 5],
    ['atan(1/32)', 5],
    ['atan(0)', 0],
    ['sin(0)', 0],
    ['exp(0)', 0],
    ['cosh(10*ln(2))', 20],
    ['e^(1/1024)', 10],
  ])('in %s: %d bits', (text, spread) => {
    expect(evaluate(text, 160).spread).toBeCloseTo(spread, 6);
  });

  test.each<[text: string, largest: number]>([
    ['1024-1023', 10],
    ['x/1024', 10],
    ['64*x-64', 6],
    ['(1/8)*(1/8)', 3],
  ])('the largest value in %s has %d bits', (text, largest) => {
    expect(evaluate(text, 160).largest).toBeCloseTo(largest, 6);
  });
});

const makeBall = (mantissa: bigint, exponent: number, radius: number): Ball => ({ mantissa, exponent, radius });

describe('functions at their edges', () => {
  const constants = new Map<string, bigint>();
  test.each<[name: string, found: Ball | undefined, value: number]>([
    ['ln 8', lnBall(makeBall(1n, 3, EXACT), 64, constants), Math.log(8)],
    ['ln 1/8', lnBall(makeBall(1n, -3, EXACT), 64, constants), -Math.log(8)],
    ['asin 1', asinBall(exactBall(1n), 64, constants), Math.PI / 2],
    ['asin −1', asinBall(exactBall(-1n), 64, constants), -Math.PI / 2],
    ['atan −3', atanBall(exactBall(-3n), 64, constants), Math.atan(-3)],
    ['exp −3', expBall(exactBall(-3n), 64, constants), Math.exp(-3)],
    ['2^0.5', raiseBall(exactBall(2n), makeBall(1n, -1, EXACT), 64, constants), Math.SQRT2],
    ['sqrt 1/4', sqrtBall(makeBall(1n, -2, EXACT), 64), 0.5],
    ['sqrt 2^-3', sqrtBall(makeBall(1n, -3, EXACT), 64), Math.sqrt(1 / 8)],
    ['sqrt 2^5', sqrtBall(makeBall(1n, 5, EXACT), 64), Math.sqrt(32)],
  ])('%s', (_, found, value) => {
    expect(found && numberOf(found)).toBeCloseTo(value, 14);
  });

  test('cos and sin in all quarters', () => {
    for (let k = -9; k <= 9; k++) {
      const [cos, sin] = circleBall(exactBall(BigInt(k)), 64, constants) ?? [exactBall(9n), exactBall(9n)];
      expect(numberOf(cos)).toBeCloseTo(Math.cos(k), 14);
      expect(numberOf(sin)).toBeCloseTo(Math.sin(k), 14);
    }
    expect(circleBall(exactBall(0n), 64, constants)).toEqual([exactBall(1n), exactBall(0n)]);
  });

  test('what is not known is not said', () => {
    expect(lnBall(exactBall(0n), 64, constants)).toBeUndefined();
    expect(lnBall(exactBall(-1n), 64, constants)).toBeUndefined();
    expect(lnBall(makeBall(8n, 0, 4), 64, constants)).toBeUndefined();
    expect(sqrtBall(exactBall(-1n), 64)).toBeUndefined();
    expect(expBall(makeBall(8n, 0, 0), 64, constants)).toBeUndefined();
    expect(expBall(makeBall(1n, 45, EXACT), 64, constants)).toBeUndefined();
    expect(circleBall(makeBall(8n, 0, 0), 64, constants)).toBeUndefined();
    expect(circleBall(makeBall(1n, 4001, EXACT), 64, constants)).toBeUndefined();
    expect(raiseBall(exactBall(2n), makeBall(1n, 45, EXACT), 64, constants)).toBeUndefined();
    expect(asinBall(exactBall(2n), 64, constants)).toBeUndefined();
  });
});

describe('arithmetic with balls', () => {
  test('adds logarithms upwards', () => {
    expect(addLogs(3, 3)).toBeGreaterThanOrEqual(4);
    expect(addLogs(3, 3)).toBeLessThan(4 + 1e-8);
    expect(addLogs(-Infinity, 5)).toBeGreaterThanOrEqual(5);
    expect(addLogs(5, -Infinity)).toBeLessThan(5 + 1e-8);
    expect(addLogs(0, 1)).toBeCloseTo(Math.log2(3), 7);
    expect(addLogs(EXACT, EXACT)).toBe(EXACT);
  });

  test('keeps as many bits as asked, and what is lost in the radius', () => {
    expect(round(0b1011n, 0, EXACT, 4)).toEqual(makeBall(0b1011n, 0, EXACT));
    const cut = round(0b10111n, 3, EXACT, 4);
    expect([cut.mantissa, cut.exponent]).toEqual([0b1011n, 4]);
    expect(cut.radius).toBeGreaterThanOrEqual(3);
    expect(cut.radius).toBeLessThanOrEqual(4 + 1e-8);
    expect(round(0b10111n, 3, 10, 4).radius).toBeGreaterThanOrEqual(Math.log2(1024 + 8));
  });

  test('knows what may be zero', () => {
    expect(mayBeZero(makeBall(0n, 0, EXACT))).toBe(true);
    expect(mayBeZero(makeBall(8n, 0, EXACT))).toBe(false);
    expect(mayBeZero(makeBall(8n, 0, 2.99))).toBe(false);
    expect(mayBeZero(makeBall(-8n, 0, 3))).toBe(true);
    expect(mayBeZero(makeBall(8n, 0, 3.01))).toBe(true);
  });

  test('the size of large numbers is found as well', () => {
    expect(logSize(exactBall(-(2n ** 500n)))).toBe(500);
    expect(logSize(makeBall(3n << 100n, -102, EXACT))).toBeCloseTo(Math.log2(0.75), 12);
    expect(logSize(exactBall(0n))).toBe(-Infinity);
  });

  test('adds what is far apart without writing all bits between', () => {
    const [large, small] = [makeBall(5n, 10_000, EXACT), makeBall(-3n, 0, -4)];
    for (const sum of [addBalls(large, small, 64), addBalls(small, large, 64)]) {
      expect([sum.mantissa, sum.exponent]).toEqual([5n, 10_000]);
      expect(sum.radius).toBeGreaterThanOrEqual(Math.log2(3 + 2 ** -4));
      expect(sum.radius).toBeLessThan(2);
    }
    const near = addBalls(makeBall(5n, 100, EXACT), small, 64);
    expect(near.exponent).toBeLessThanOrEqual(100);
    expect(near.mantissa).not.toBe(5n);
  });

  test('adds to zero, and takes off', () => {
    const one = makeBall(3n, 1, -8);
    expect(addBalls(makeBall(0n, 0, EXACT), one, 64)).toMatchObject({ mantissa: 3n, exponent: 1 });
    expect(addBalls(one, makeBall(0n, 0, -8), 64).radius).toBeCloseTo(-7, 6);
    expect(addBalls(makeBall(0n, 0, -8), one, 64).radius).toBeCloseTo(-7, 6);
    expect(addBalls(makeBall(1n, 4, EXACT), makeBall(-3n, 0, EXACT), 64)).toEqual(makeBall(13n, 0, EXACT));
  });

  test('multiplies and divides with both radii', () => {
    const [three, four] = [makeBall(3n, 0, -10), makeBall(4n, 0, -12)];
    const product = multiplyBalls(three, four, 64);
    expect(product.mantissa).toBe(12n);
    expect(2 ** product.radius).toBeCloseTo(4 * 2 ** -10 + 3 * 2 ** -12 + 2 ** -22, 8);
    expect(multiplyBalls(exactBall(3n), exactBall(4n), 64)).toEqual(exactBall(12n));
    expect(2 ** multiplyBalls(exactBall(3n), four, 64).radius).toBeCloseTo(3 * 2 ** -12, 8);
    expect(2 ** multiplyBalls(three, exactBall(4n), 64).radius).toBeCloseTo(4 * 2 ** -10, 8);
    expect(multiplyBalls(exactBall(0n), four, 64).radius).toBe(EXACT);
    const quotient = divideBalls(three, four, 64);
    if (quotient === undefined) throw new Error('There is a quotient.');
    const worst = (3 + 2 ** -10) / (4 - 2 ** -12) - 0.75;
    expect(2 ** quotient.radius).toBeGreaterThanOrEqual(worst);
    expect(2 ** quotient.radius).toBeLessThan(1.01 * worst);
    expect(divideBalls(three, makeBall(4n, 0, 2), 64)).toBeUndefined();
    expect(divideBalls(exactBall(0n), four, 64)).toEqual(exactBall(0n));
    expect(divideBalls(exactBall(1n), exactBall(3n), 64)?.radius).toBeLessThan(-64);
    expect(divideBalls(exactBall(1n), exactBall(3n), 64)?.radius).toBeGreaterThan(-70);
    expect(2 ** (divideBalls(exactBall(3n), four, 64)?.radius ?? 0)).toBeCloseTo((3 / 16) * 2 ** -12, 8);
    expect(2 ** (divideBalls(three, exactBall(4n), 64)?.radius ?? 0)).toBeCloseTo(2 ** -12, 8);
  });

  test.each([0, 1, 2, 3, 10, 27])('raises to the power of %d', (times) => {
    expect(powerBall(exactBall(3n), times, 64)).toEqual(exactBall(3n ** BigInt(times)));
  });

  test.each([0n, 1n, 2n, 3n, 4n, 15n, 16n, 17n, 99n, 10n ** 40n - 1n, 10n ** 40n, 2n ** 127n])(
    'the whole root of %d',
    (a) => {
      const root = integerSquareRoot(a);
      expect(root * root <= a && (root + 1n) * (root + 1n) > a).toBe(true);
    },
  );
});
