import { describe, expect, test } from 'vitest';
import { evaluateAt } from '../../src/equivalence/index.js';
import { read } from './corpus/confirm.js';

/**
 * `u` is x after adding and taking off 2^49 + 1024, where doubles lie an eighth apart: 0.0624 off, and known to be no more than 0.0626 off. So the
 * bounds that follow stand or fall by how errors are carried on, not by the last bits of each operation.
 */
const BLUR = '(x+562949953422336-562949953422336)';
const OFF = 0.0624;
const blurred = (text: string): string => text.replaceAll('u', BLUR);

/** The value of the formula, and the bound as a multiple of what it is off for certain. */
const found = (text: string, x: number): ReturnType<typeof evaluateAt> => evaluateAt(read(blurred(text)), { x });

type Function = (u: number) => number;

describe('an error in a value is carried on', () => {
  test.each<[text: string, at: number, f: Function, most: number]>([
    ['u', 3, (u) => u, 1.02],
    ['-u', 3, (u) => -u, 1.02],
    ['u+1', 3, (u) => u + 1, 1.02],
    ['u+u', 3, (u) => 2 * u, 1.02],
    ['1-u', -3, (u) => 1 - u, 1.02],
    ['5*u', 3, (u) => 5 * u, 1.02],
    ['u*5', 3, (u) => 5 * u, 1.02],
    ['u*u', 3, (u) => u * u, 1.1],
    ['-7*u*u', -2, (u) => -7 * u * u, 1.1],
    ['u/5', 3, (u) => u / 5, 1.02],
    ['5/u', 3, (u) => 5 / u, 1.1],
    ['5/u', -3, (u) => 5 / u, 1.1],
    ['u/(1+u)', 3, (u) => u / (1 + u), 8],
    ['u^2', 3, (u) => u ** 2, 1.1],
    ['u^2', -3, (u) => u ** 2, 1.1],
    ['u^7', 2, (u) => u ** 7, 1.3],
    ['u^-3', 2, (u) => u ** -3, 1.3],
    ['u^0.5', 3, (u) => u ** 0.5, 1.1],
    ['u^2.5', 2, (u) => u ** 2.5, 1.2],
    ['0.25^u', 2, (u) => 0.25 ** u, 1.2],
    ['3^u', 1, (u) => 3 ** u, 1.2],
    ['u^u', 2, (u) => u ** u, 1.3],
    ['e^u', 1, (u) => Math.exp(u), 1.1],
    ['exp(u)', -1, (u) => Math.exp(u), 1.1],
    ['exp(u)', 4, (u) => Math.exp(u), 1.1],
    ['sqrt(u)', 2, (u) => Math.sqrt(u), 1.1],
    ['sqrt(u)', 0.125, (u) => Math.sqrt(u), 1.8],
    ['cbrt(u)', 2, (u) => Math.cbrt(u), 1.1],
    ['cbrt(u)', -2, (u) => Math.cbrt(u), 1.1],
    ['cbrt(u)', 0.125, (u) => Math.cbrt(u), 2],
    ['abs(u)', -2, (u) => Math.abs(u), 1.02],
    ['abs(u)', 2, (u) => Math.abs(u), 1.02],
    ['ln(u)', 2, (u) => Math.log(u), 1.6],
    ['log2(u)', 2, (u) => Math.log2(u), 1.1],
    ['log10(u)', 2, (u) => Math.log10(u), 3.7],
    ['sin(u)', 0, (u) => Math.sin(u), 1.1],
    ['cos(u)', 1.5, (u) => Math.cos(u), 1.1],
    ['atan(u)', 0, (u) => Math.atan(u), 1.1],
    ['asin(u)', 0.5, (u) => Math.asin(u), 1.2],
    ['asin(u)', -0.5, (u) => Math.asin(u), 1.2],
    ['acos(u)', 0.5, (u) => Math.acos(u), 1.2],
    ['acos(u)', -0.5, (u) => Math.acos(u), 1.2],
    ['asin(u)', 0.75, (u) => Math.asin(u), 1.6],
    ['sinh(u)', 2, (u) => Math.sinh(u), 1.2],
    ['sinh(u)', -2, (u) => Math.sinh(u), 1.2],
    ['cosh(u)', 2, (u) => Math.cosh(u), 1.2],
    ['cosh(u)', -2, (u) => Math.cosh(u), 1.2],
    ['tanh(u)', 0, (u) => Math.tanh(u), 1.1],
    ['max(u,1)', 3, (u) => Math.max(u, 1), 1.02],
    ['max(1,u)', 3, (u) => Math.max(u, 1), 1.02],
    ['min(u,5)', 3, (u) => Math.min(u, 5), 1.02],
    ['max(3,u)', 3, (u) => Math.max(u, 3), 1.02],
    ['min(3,u,9)', 3, (u) => Math.min(u, 3), 1.02],
    ['sqrt(u^2)', -3, (u) => Math.abs(u), 1.02],
  ])('in %s at %d', (text, at, f, most) => {
    const deviations = [OFF, -OFF].map((off) => {
      const result = found(text, at + off);
      if (result.kind !== 'value') throw new Error(result.kind);
      const deviation = Math.abs(result.value - f(at + off));
      expect(deviation).toBeLessThanOrEqual(result.error);
      expect(result.value).toBeCloseTo(f(at), 12);
      return result.error / deviation;
    });
    expect(Math.min(...deviations)).toBeLessThan(most);
  });

  test('grows where the tangent is steep, until it is too steep to tell', () => {
    const tangent = read('tan(x+10000000000000-10000000000000)');
    for (const at of [0.5, -1, 1.125]) {
      const x = at + 0.000_97;
      const result = evaluateAt(tangent, { x });
      if (result.kind !== 'value') throw new Error(result.kind);
      expect(Math.abs(result.value - Math.tan(x))).toBeLessThanOrEqual(result.error);
      expect(result.error).toBeLessThan(2.4 * Math.abs(result.value - Math.tan(x)));
    }
    expect(evaluateAt(tangent, { x: 1.5007 }).kind).toBe('unknown');
    expect(found('tan(u)', 0.51).kind).toBe('unknown');
  });
});

describe('what an error leaves open is not said', () => {
  test.each<[text: string, at: number]>([
    ['1/u', 0.05],
    ['1/u', -0.05],
    ['u^-1', 0.05],
    ['u^-2', 0.01],
    ['u^0', 0.05],
    ['u^0.5', 0.05],
    ['u^0.5', -0.05],
    ['u^-0.5', 0.01],
    ['0^u', 0.05],
    ['0^u', -0.01],
    ['sqrt(u)', -0.05],
    ['ln(u)', 0.05],
    ['ln(u)', -0.05],
    ['log2(u)', 0.01],
    ['log10(u)', 0.05],
    ['asin(u)', 1.01],
    ['asin(u)', -1.05],
    ['acos(u)', 1.05],
    ['u!', 3.01],
    ['exp(u)', 800],
    ['exp(10^4)', 1],
    ['171!', 1],
    ['10^400*u', 1],
    ['(-8)^u', 1.01],
    ['y', 1],
  ])('in %s at %d', (text, at) => {
    // A value whose error spans the edge says as little.
    const result = found(text, at);
    if (result.kind === 'value') expect(result.error).toBeGreaterThan(0.2);
    else expect(result).toEqual({ kind: 'unknown' });
  });

  test.each<[text: string, at: number]>([
    ['1/(x-x)', 1],
    ['0^0', 1],
    ['0^-1', 1],
    ['(x-x)^(0-2)', 1],
    ['0^(0-0.5)', 1],
    ['0^u', -0.5],
    ['u^0.5', -0.5],
    ['u^x', -0.5],
    ['(-8)^(x/3)', 1],
    ['sqrt(u)', -0.5],
    ['ln(u)', -0.5],
    ['ln(x-x)', 1],
    ['log2(0)', 1],
    ['asin(u)', 1.5],
    ['acos(u)', -1.5],
    ['(0-1)!', 1],
  ])('but %s has no value at %d', (text, at) => {
    expect(found(text, at)).toEqual({ kind: 'undefined' });
  });

  test.each<[text: string, value: number]>([
    ['0^2', 0],
    ['0^0.5', 0],
    ['0^u', 0],
    ['sqrt(0)', 0],
    ['(-2)^3', -8],
    ['18!', 6402373705728000],
    ['0!', 1],
    ['1!', 1],
    ['3*4-2', 10],
    ['2^10', 1024],
  ])('%s is %d exactly', (text, value) => {
    const result = found(text, 2);
    expect(result).toMatchObject({ kind: 'value', value });
    if (result.kind === 'value') expect(result.error).toBeLessThanOrEqual(Math.abs(value) * 1e-15);
  });

  test.each<[text: string, value: number]>([
    ['(0-8)^(1/3*3)', -8],
    ['(0-8)^(0.1*30)', -512],
    ['(0-8)^(0.2*10)', 64],
    ['(-2)^(0.1*10)', -2],
  ])('%s is about %d: its exponent is whole', (text, value) => {
    const result = evaluateAt(read(text), {});
    if (result.kind !== 'value') throw new Error(result.kind);
    expect(Math.abs(result.value - value)).toBeLessThanOrEqual(result.error);
    expect(result.error).toBeLessThan(1e-10);
  });

  test('a power that is small for certain is small', () => {
    for (const at of [0, 0.05, -0.05]) {
      const result = found('u^2', at);
      if (result.kind !== 'value') throw new Error(result.kind);
      expect(Math.abs(result.value - at ** 2)).toBeLessThanOrEqual(result.error);
      expect(result.error).toBeLessThan(0.02);
    }
  });

  test('asin and acos reach the ends of their domain', () => {
    expect(evaluateAt(read('asin(x)'), { x: 1 })).toMatchObject({ kind: 'value', value: Math.PI / 2 });
    expect(evaluateAt(read('acos(x)'), { x: -1 })).toMatchObject({ kind: 'value', value: Math.PI });
    expect(evaluateAt(read('asin(x)'), { x: 1.0000001 })).toEqual({ kind: 'undefined' });
    expect(evaluateAt(read('acos(x)'), { x: -1.0000001 })).toEqual({ kind: 'undefined' });
  });
});

const errorOf = (text: string): number => {
  const result = evaluateAt(read(text), {});
  if (result.kind !== 'value') throw new Error(result.kind);
  return result.error;
};

describe('each operation adds its own rounding, and little more', () => {
  const third = 1 / 3;
  test.each([
    'x+y',
    'x-4',
    'x*y',
    'x/y',
    'x^3',
    'x^-2',
    'x^y',
    'sqrt(x)',
    'cbrt(x)',
    'exp(x)',
    'ln(x)',
    'log2(x)',
    'log10(x)',
    'sin(x)',
    'cos(x)',
    'tan(x)',
    'asin(x)',
    'acos(x)',
    'atan(x)',
    'sinh(x)',
    'cosh(x)',
    'tanh(x)',
    '19!',
    '170!',
    'pi',
    'e',
    '0.1',
    '12345678901234567890',
    '3*x',
    '(1+2)*x',
  ])('%s', (text) => {
    const result = evaluateAt(read(text), { x: third, y: 0.7 });
    if (result.kind !== 'value') throw new Error(result.kind);
    expect(result.error).toBeGreaterThanOrEqual(Math.abs(result.value) * 2 ** -54);
    expect(result.error).toBeLessThan(Math.max(Math.abs(result.value), 1) * 2 ** -53 * (text.endsWith('!') ? 200 : 9));
  });

  test.each(['0.1*x', 'x/3', 'x^2', 'x^1.5', 'exp(-x*10^302)', '1e-320'])(
    '%s is never exact where it is tiny',
    (text) => {
      const result = evaluateAt(read(text), { x: 3e-300 });
      if (result.kind !== 'value') throw new Error(result.kind);
      expect(result.error).toBeGreaterThan(0);
    },
  );

  test('a sum of many keeps the errors of all', () => {
    const result = evaluateAt(read('0.1+0.2+0.3+0.4+0.5+0.6+0.7+0.8+0.9'), {});
    if (result.kind !== 'value') throw new Error(result.kind);
    expect(result.error).toBeGreaterThan(2 ** -53 * 4.5);
    expect(result.error).toBeLessThan(2 ** -53 * 40);
  });

  test('a number beyond 2^53 is not exact, one below is', () => {
    expect(errorOf('9007199254740991')).toBe(0);
    expect(errorOf('9007199254740993')).toBeGreaterThanOrEqual(1);
    expect(errorOf('94906267*94906267')).toBeGreaterThanOrEqual(0.5);
    expect(errorOf('94906265*94906265')).toBe(0);
    expect(errorOf('0.5*0.1')).toBeGreaterThan(0);
    expect(errorOf('18!')).toBe(0);
  });
});
