import { describe, expect, test } from 'vitest';
import {
  compare,
  compileFormula,
  constantSubexpression,
  createSetting,
  equivalent,
  fingerprint,
} from '../../src/equivalence/index.js';
import { printText } from '../../src/expression/index.js';
import type { Domains } from '../../src/types.js';
import { read } from './corpus/confirm.js';

const unit = (...names: readonly string[]): Domains => Object.fromEntries(names.map((name) => [name, [0, 1] as const]));

describe('identities', () => {
  test.each([
    [['a = b', 'b = c', 'c = a + 1'], {}, 'contradictory'],
    [['1 = 2'], {}, 'contradictory'],
    [['a^2 = -1'], {}, 'unsatisfiable'],
    [['a + b = 3'], unit('a', 'b'), 'contradictory'],
    [['x^5 + x = 1'], {}, 'unsolved'],
    [['a + b'], {}, 'unreadable'],
    [['a = (b'], {}, 'unreadable'],
    [['a = b = c'], {}, 'unreadable'],
  ] as const)('%s over %o are %s', (given, domains, code) => {
    expect(createSetting(domains, given).problems.map((problem) => problem.code)).toContain(code);
  });

  test.each([
    [['a = b', 'a = b', '2*a = 2*b'], 'a-b', '0'],
    [['a + b = 2', 'a - b = 0'], 'a', '1'],
    [['a/b = c/d'], 'a*d', 'b*c'],
    [['y = sin(x)'], 'y^2+cos(x)^2', '1'],
    [['b = exp(a)'], 'ln(b)', 'a'],
    [['t^3 = u'], 't', 'cbrt(u)'],
    [['x^2 + 2*x*y = 3'], 'x*(x+2*y)', '3'],
    [['x_1 + x_2 + x_3 = 3*m'], '(x_1-m)+(x_2-m)+(x_3-m)', '0'],
    [['2^k = n'], 'k', 'log2(n)'],
    [['sqrt(v) = s'], 's^2', 'v'],
  ] as const)('given %s, %s is %s', (given, left, right) => {
    expect(equivalent(left, right, { given }).verdict).toBe('equal');
    expect(equivalent(left, `${right}+1`, { given }).verdict).toBe('different');
  });

  test('stand in any order and with any symbol on the left', () => {
    const given = ['p_1 + p_2 + p_3 = 1', 'q = 1 - p_3'];
    expect(equivalent('p_1+p_2', 'q', { given, domains: unit('p_1', 'p_2', 'p_3', 'q') }).verdict).toBe('equal');
    expect(
      equivalent('p_1+p_2', 'q', { given: given.toReversed(), domains: unit('p_1', 'p_2', 'p_3', 'q') }).verdict,
    ).toBe('equal');
  });

  test('can be given as formulas', () => {
    const setting = createSetting({}, [{ left: read('a'), right: read('2*b') }]);
    expect(compare(compileFormula(read('a/b'), setting), read('2')).verdict).toBe('equal');
  });

  test('that cannot be solved leave a difference open, but not an equality that needs none', () => {
    expect(equivalent('x', 'x+1', { given: ['x^5 + x = 1'] }).verdict).toBe('undecided');
    expect(equivalent('x+x', '2*x', { given: ['x^5 + x = 1'] }).verdict).toBe('equal');
  });

  test('of a simplex of twelve are met', () => {
    const names = Array.from({ length: 12 }, (_, i) => `p_${i}`);
    const given = [`${names.join(' + ')} = 1`];
    expect(equivalent(names.join('+'), '1', { given, domains: unit(...names) }).verdict).toBe('equal');
    expect(equivalent(names.slice(1).join('+'), '1', { given, domains: unit(...names) }).verdict).toBe('different');
  });
});

describe('the fingerprint', () => {
  const setting = createSetting({ ...unit('g', 'h'), s: 'positive', a: 'positive' }, ['g + h = 1']);
  test.each([
    ['a*(b+c)', 'c*a+a*b'],
    ['b*(g+h)', 'b'],
    ['sqrt(s^2)*b', 's*b'],
    ['ln(a*s)', 'ln(s)+ln(a)'],
    ['exp(-b^2/2)', '1/e^(b^2/2)'],
    ['sin(b)^2', '1-cos(b)^2'],
    ['0.5*b', 'b/2'],
    ['sqrt(b^2)', 'abs(b)'],
    ['sqrt((b-c)^2)', 'abs(c-b)'],
    ['asin(b)*2', 'asin(b)+asin(b)'],
    ['sqrt((a+s)/2)', 'sqrt(2*s+2*a)/2'],
    ['1/sqrt(2*pi*s^2)', '1/(s*sqrt(2*pi))'],
  ])('of %s is that of %s', (left, right) => {
    const key = fingerprint(read(left), setting);
    expect(key).toBeDefined();
    expect(fingerprint(read(right), setting)).toBe(key);
  });

  test.each([
    ['b', 'c'],
    ['b', 'b+1e-30'],
    ['e^b', '4^b'],
    ['g', '1'],
    ['sin(b)', 'cos(b)'],
    ['abs(b)', 'b'],
    ['sqrt((b-c)^2)', 'b-c'],
    ['asin(b)', 'b'],
  ])('of %s is not that of %s', (left, right) => {
    expect(fingerprint(read(left), setting)).not.toBe(fingerprint(read(right), setting));
  });

  test.each(['1/0', '(b-b)/(b-b)'])('of %s is not given', (text) => {
    expect(fingerprint(read(text), setting)).toBeUndefined();
  });

  test('is not given in a setting with contradictions', () => {
    expect(fingerprint(read('a'), createSetting({}, ['1 = 2']))).toBeUndefined();
  });

  test('is the same in another setting of the same content, and hard to read', () => {
    const again = createSetting({ ...unit('g', 'h'), s: 'positive', a: 'positive' }, ['g + h = 1']);
    expect(fingerprint(read('a*b'), again)).toBe(fingerprint(read('b*a'), setting));
    expect(fingerprint(read('a*b'), again)).toMatch(/^[\da-z.:]+$/);
  });
});

describe('needless parts', () => {
  const gammas = createSetting(unit('gamma_k1', 'gamma_k2', 'gamma_11', 'gamma_21', 'gamma_12', 'gamma_22'), [
    'gamma_11 + gamma_21 = 1',
    'gamma_12 + gamma_22 = 1',
  ]);
  test.each([
    ['(gamma_k1+gamma_k2)/(gamma_11+gamma_21+gamma_12+gamma_22)', 'gamma_11 + gamma_21 + gamma_12 + gamma_22', '2'],
    ['gamma_k1/2 + gamma_k2/(2*(gamma_12+gamma_22))', '2*(gamma_12 + gamma_22)', '2'],
    ['(gamma_k1+gamma_k2)/(1+gamma_11+gamma_21)', '1 + gamma_11 + gamma_21', '2'],
    ['(gamma_k1+gamma_k2+gamma_11-gamma_11)/2', 'gamma_11 - gamma_11', '0'],
    ['gamma_k1*gamma_k2/gamma_k2', 'gamma_k2/gamma_k2', '1'],
    ['(gamma_11+gamma_21)/3', '(gamma_11 + gamma_21)/3', '1/3'],
    ['gamma_11+gamma_k1+gamma_21', 'gamma_11 + gamma_21', '1'],
    ['-gamma_11-gamma_21', '-gamma_11 - gamma_21', '-1'],
  ])('%s could be written with less: %s is %s', (text, replace, by) => {
    const found = constantSubexpression(read(text), gammas);
    expect(found?.by).toBe(by);
    if (found !== undefined && !text.includes('gamma_k2/gamma_k2')) expect(printText(found.replace)).toBe(replace);
  });

  test.each([
    '(gamma_k1+gamma_k2)/2',
    '(gamma_k1+gamma_k2)*0.5',
    '1/2*gamma_k1+1/2*gamma_k2',
    '2/4*(gamma_k1+gamma_k2)',
    'gamma_11',
    '1/2',
    'sqrt(gamma_k1)',
  ])('%s has none', (text) => {
    expect(constantSubexpression(read(text), gammas)).toBeUndefined();
  });
});
