import { describe, expect, test } from 'vitest';
import { evaluateAt, evaluateConstant } from '../../src/equivalence/index.js';
import { read } from './corpus/confirm.js';

describe('a number', () => {
  test.each([
    ['1/3', 1n, 3n],
    ['-24.5', -49n, 2n],
    ['0.1', 1n, 10n],
    ['2^10', 1024n, 1n],
    ['2^-2', 1n, 4n],
    ['4^(1/2)', 2n, 1n],
    ['sqrt(9/4)', 3n, 2n],
    ['cbrt(-27)', -3n, 1n],
    ['abs(-1/2)', 1n, 2n],
    ['max(1/3, 0.3, 1/4)', 1n, 3n],
    ['min(1/3, 0.3, 1/4)', 1n, 4n],
    ['5!', 120n, 1n],
    ['1e-3', 1n, 1000n],
    ['1.5e3', 1500n, 1n],
    ['exp(0)+cos(0)+sin(0)+ln(1)', 2n, 1n],
    ['(1/2+1/3)*6-5', 0n, 1n],
  ])('%s is exactly %s/%s', (text, numerator, denominator) => {
    expect(evaluateConstant(read(text))).toEqual({
      kind: 'rational',
      value: Number(numerator) / Number(denominator),
      numerator,
      denominator,
    });
  });

  test.each([
    ['sqrt(2)/2', Math.SQRT1_2],
    ['ln(0.5)', Math.log(0.5)],
    ['pi', Math.PI],
    ['e', Math.E],
    ['-24.5-pi*1e-20', -24.5],
    ['exp(-1000)*exp(1000)', 1],
    ['exp(-800)', 0],
    ['sin(1e22)', -0.8522008497671888],
    ['2^0.5', Math.SQRT2],
    ['atan(1)*4', Math.PI],
    ['cosh(1)', Math.cosh(1)],
    ['log10(2)', Math.log10(2)],
  ])('%s is about %d', (text, value) => {
    const found = evaluateConstant(read(text));
    expect(found.kind).toBe('real');
    if (found.kind !== 'real') return;
    expect(Math.abs(found.value - value)).toBeLessThanOrEqual(Math.abs(value) * 3e-16);
    expect(found.error).toBeLessThanOrEqual(Math.abs(value) * 2e-16 + 1e-320);
  });

  test.each(['1/0', '0/0', '0^0', '0^-1', 'sqrt(-1)', 'ln(0)', 'ln(-1)', 'asin(2)', '(-1)!', '0.5!', '(-2)^0.5'])(
    '%s is undefined',
    (text) => {
      const found = evaluateConstant(read(text));
      expect(found.kind).toBe('undefined');
      if (found.kind === 'undefined') expect(found.reason).toMatch(/no real value/);
    },
  );

  test.each(['9^9^9^9', 'exp(10000)', '1000000!', '1e400', '10^1000'])('%s is out of range', (text) => {
    expect(evaluateConstant(read(text)).kind).toBe('out-of-range');
  });

  test('with a symbol is no constant', () => {
    expect(evaluateConstant(read('x+y+x'))).toEqual({ kind: 'not-constant', symbols: ['x', 'y'] });
  });
});

describe('a number at the ends of what doubles hold', () => {
  const tooLarge = { kind: 'out-of-range', reason: 'The number is too large.' };
  const tooHard = {
    kind: 'out-of-range',
    reason: 'The number is too large, or too close to where it has no value, to be computed.',
  };
  test.each<[text: string, found: object]>([
    ['1e400', tooLarge],
    ['-1e400', tooLarge],
    ['2e308', tooLarge],
    ['exp(710)', tooLarge],
    ['-exp(710)', tooLarge],
    ['pi*10^400', tooLarge],
    ['1/(sqrt(2)^2-2)', tooHard],
    ['tan(pi/2)', tooHard],
    ['9^9^9^9', tooHard],
    ['1e308', { kind: 'rational', value: 1e308 }],
    ['1e-400', { kind: 'rational', value: 0 }],
    ['-1/3', { kind: 'rational', value: -1 / 3, numerator: -1n, denominator: 3n }],
    ['exp(709)', { kind: 'real', value: 8.218407461554972e307 }],
    ['sqrt(2)*1e308', { kind: 'real', value: 1.4142135623730951e308 }],
    ['-pi*1e-330', { kind: 'real' }],
    ['exp(-745)', { kind: 'real', value: 5e-324 }],
    ['exp(-750)', { kind: 'real', value: 0 }],
    ['-sqrt(3)*2^-1060', { kind: 'real', value: -Math.sqrt(3) * 2 ** -1060 }],
    ['10^400*exp(-900)', { kind: 'real', value: 1364477212.3656828 }],
    ['10^400*exp(-1000)', { kind: 'real', value: 5.075958897549456e-35 }],
    ['exp(2000)/10^800', { kind: 'real', value: 3.8811801942843686e68 }],
    ['0*pi', { kind: 'real', value: 0 }],
    ['pi-pi', { kind: 'real', value: 0 }],
  ])('%s', (text, wanted) => {
    expect(evaluateConstant(read(text))).toMatchObject(wanted);
  });

  test.each(['pi', 'exp(709)', '10^400*exp(-900)', 'sqrt(2)*1e308', '-sqrt(3)', 'ln(0.5)', 'exp(1)-2.718'])(
    'the error of %s is half a unit in the last place, and a little',
    (text) => {
      const found = evaluateConstant(read(text));
      if (found.kind !== 'real') throw new Error(found.kind);
      expect(found.error).toBeGreaterThanOrEqual(Math.abs(found.value) * 2 ** -53);
      expect(found.error).toBeLessThan(Math.abs(found.value) * 2 ** -52.9);
    },
  );

  test('what vanishes has a small error', () => {
    for (const text of ['pi-pi', 'sin(pi)', 'sqrt(2)^2-2', 'exp(1)-e']) {
      const found = evaluateConstant(read(text));
      if (found.kind !== 'real') throw new Error(found.kind);
      expect(Math.abs(found.value)).toBeLessThan(1e-200);
      expect(found.error).toBeGreaterThan(0);
      expect(found.error).toBeLessThan(1e-200);
    }
  });
});

describe('evaluation at given values', () => {
  test('gives a value with a bound on its error', () => {
    const found = evaluateAt(read('x^2/y'), { x: 3, y: 7 });
    expect(found.kind).toBe('value');
    if (found.kind !== 'value') return;
    expect(Math.abs(found.value - 9 / 7)).toBeLessThanOrEqual(found.error);
    expect(found.error).toBeLessThan(1e-14);
  });

  test('is exact where doubles are', () => {
    expect(evaluateAt(read('x+y-2*z'), { x: 0.5, y: 0.25, z: 3 })).toEqual({ kind: 'value', value: -5.25, error: 0 });
  });

  test('takes values by name or as a map', () => {
    expect(evaluateAt(read('x+1'), new Map([['x', 1]]))).toEqual({ kind: 'value', value: 2, error: 0 });
  });

  test.each([
    ['1/x', 0],
    ['sqrt(x)', -1],
    ['ln(x)', 0],
    ['x^0.5', -2],
    ['acos(x)', 1.5],
    ['x!', 0.5],
    ['x^x', 0],
  ])('%s has no value at %d', (text, x) => {
    expect(evaluateAt(read(text), { x })).toEqual({ kind: 'undefined' });
  });

  test.each([
    ['exp(x)', 1000],
    ['1/(x/3-1)', 3],
    ['x+y', 1],
    ['tan(x)', Math.PI / 2],
  ])('%s cannot be told in doubles at %d', (text, x) => {
    expect(evaluateAt(read(text), { x }).kind).not.toBe('undefined');
  });
});
