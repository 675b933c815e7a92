import { describe, expect, test } from 'vitest';
import { equivalent } from '../../src/equivalence/index.js';
import type { Domains, Equality } from '../../src/types.js';

const GAP = 'Equal wherever both have a value; one of the two has none at some points where the other has.';
const whole = (left: string, right: string, domains: Domains = {}): Equality => equivalent(left, right, { domains });

describe('a formula with a value nowhere', () => {
  test.each([
    'sqrt(-1-x^2)',
    'ln(-1-x^2)',
    'ln(x-x)',
    'log2(-1-x^2)',
    'log10(-1-x^2)',
    'log2(x-x)',
    'log10(x-x)',
    'asin(2+x^2)',
    'asin(-2-x^2)',
    'acos(2+x^2)',
    'acos(-2-x^2)',
    '1/(x-x)',
    'x/0',
    '1/((x+1)^2-x^2-2*x-1)',
    '(x-x)^-1',
    '(-1-x^2)^0.5',
    '(-1-x^2)^1.5',
    '1+ln(x-x)',
    'sin(1/(x-x))',
    'x*sqrt(-3)',
  ])('%s differs from one that has values', (text) => {
    const witness = { values: { x: '0.25' }, left: 'undefined', right: '0.25' };
    expect(whole(text, 'x')).toEqual({
      verdict: 'different',
      method: 'numeric',
      witness,
      detail: 'The first formula has a value nowhere.',
    });
    expect(whole('x', text)).toEqual({
      verdict: 'different',
      method: 'numeric',
      witness: { values: { x: '0.25' }, left: '0.25', right: 'undefined' },
      detail: 'The second formula has a value nowhere.',
    });
    expect(whole(text, text)).toEqual({
      verdict: 'undecided',
      method: 'none',
      reason: 'Neither formula has a value anywhere.',
    });
    expect(whole(text, '1/(y-y)')).toMatchObject({ reason: 'Neither formula has a value anywhere.' });
  });

  test.each(['p!', '(p+q)!', '(-1-x^2)!', 'x*(n+0.5)!'])(
    '%s differs from one that has values, where no count is meant',
    (text) => {
      const domains: Domains = { p: [0, 1], q: [0, 1], n: [0.5, 1] };
      for (const found of [whole(`y*${text}`, 'y', domains), whole('y', `y*${text}`, domains)]) {
        expect(found).toMatchObject({ verdict: 'different', detail: expect.stringContaining('has a value nowhere') });
      }
    },
  );

  test.each([
    ['(gamma_k1+gamma_k2)/2*gamma_k1!', '(gamma_k1+gamma_k2)/2'],
    ['(gamma_k1!*gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)', '(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)'],
    ['gamma_k1*gamma_k1!/gamma_k1!', 'gamma_k1'],
    ['gamma_11!*gamma_11', 'gamma_11'],
  ])('%s differs from %s: a responsibility is no count', (left, right) => {
    const names = ['gamma_k1', 'gamma_k2', 'gamma_11', 'gamma_21'];
    const domains: Domains = Object.fromEntries(names.map((name) => [name, [0, 1]]));
    for (const given of [[], ['gamma_11 + gamma_21 = 1']]) {
      for (const found of [equivalent(left, right, { domains, given }), equivalent(right, left, { domains, given })]) {
        expect(found).toMatchObject({ verdict: 'different', detail: expect.stringContaining('has a value nowhere') });
      }
    }
  });

  test.each([
    // Other conventions give these a value, or it is not certain that they have none.
    '(-1-x^2)^(1/3)',
    '(-8)^(x/3)',
    'sqrt(x-10^12)',
    '(1001+x^2)!',
    'exp(exp(exp(exp(x^2+9))))',
    'tan(pi/2+0*x)',
  ])('%s is not said to be one', (text) => {
    expect(whole(text, 'x')).not.toMatchObject({ detail: 'The first formula has a value nowhere.' });
  });

  test.each(['cbrt(-1-x^2)', 'ln(x)', 'sqrt(x)', 'asin(x)', '1/x', '(x-1)^-2', 'abs(-1-x^2)', '(-1-x^2)^2', '(x-x)^2'])(
    '%s is none',
    (text) => {
      expect(whole(text, text)).toEqual({ verdict: 'equal', method: 'identical', errorBound: 0 });
    },
  );
});

const fixed = (which: string, other: string): string =>
  `The ${which} formula is the same whatever its symbols are worth, the ${other} one is not.`;

describe('a number that cannot be computed', () => {
  test.each(['9^9^9^9', '1000000!', '0^0', '0.5!'])('%s differs from a formula that moves', (text) => {
    const different = { verdict: 'different', method: 'numeric' };
    expect(whole(text, '1/(2+x)')).toEqual({ ...different, detail: fixed('first', 'second') });
    expect(whole('x', text)).toEqual({ ...different, detail: fixed('second', 'first') });
  });

  test.each(['x-x+2', '(x+1)/(x+1)'])('is not told from %s, which does not move', (text) => {
    expect(whole('9^9^9^9', text)).toMatchObject({ verdict: 'undecided' });
  });
});

const SPECIAL = 'They agree at special values, such as whole numbers, but one of them has values only there.';

describe('why nothing is decided is said', () => {
  test.each<[left: string, right: string, reason: string, domains?: Domains]>([
    ['ln(x)', 'ln(-x)', 'No point was found at which both formulas have a value.'],
    // Exact arithmetic agrees, but there is nothing to be equal.
    ['2*sqrt(-1-x^2)', 'sqrt(-1-x^2)+sqrt(-1-x^2)', 'Neither formula has a value anywhere.'],
    ['ln(x-x)+y', 'y+ln(y-y)', 'Neither formula has a value anywhere.'],
    ['2*ln(x-10^40)', 'ln(x-10^40)+ln(x-10^40)', 'No point was found at which both formulas have a value.'],
    ['sqrt(x-5)', 'sqrt(2-x)', 'No point was found at which both formulas have a value.'],
    ['9^9^9^9', '9^9^9^8', 'No point was found at which both formulas have a value.'],
    ['0.5!', '0.5!', 'No point was found at which the formulas have a value.'],
    ['ln(x-10^40)', 'ln(x-10^40)', 'No point was found at which the formulas have a value.'],
    [
      'ln(x-x)',
      'exp(exp(exp(exp(x^2+9))))',
      'The first formula has a value nowhere, and none was found for the other.',
    ],
    [
      'exp(exp(exp(exp(x^2+9))))',
      'ln(x-x)',
      'The second formula has a value nowhere, and none was found for the other.',
    ],
    ['(-1)^x', 'cos(pi*x)', SPECIAL],
    ['(-2)^x*(-2)^x', '4^x', SPECIAL],
    ['(-x)^n*(-1)^n', 'x^n', SPECIAL, { x: 'positive' }],
    ['x+y*sin(4*pi*n)*(-2)^(4*n)', 'x', SPECIAL],
    ['x+y*(1-cos(2*pi*n))*(-1)^n', 'x', SPECIAL],
    ['x*n!', 'x', SPECIAL, { n: [0, 1.5] }],
    ['sin(pi*n)*n!', '0', SPECIAL, { n: 'positive' }],
    ['x+sqrt(-((x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)*(x-7)*(x-8)*(x-9))^2)', 'x', SPECIAL],
    [
      'a',
      'b',
      'Exact arithmetic tells them apart, but no values were found at which the difference shows.',
      { a: [2, 2], b: [2, 2] },
    ],
    [
      'max(0,min(a,-b,c,-d,q,-f))',
      '0',
      'They agree wherever they were compared, but are made of pieces, and one that was not met may differ.',
    ],
    ['exp(exp(30))', 'exp(exp(30))+1', 'No point was found at which both formulas have a value.'],
    [
      'asin(sin(x))*exp(exp(exp(9*x^2+3)))',
      'x*exp(exp(exp(9*x^2+3)))',
      'They agree as far as computed, but the values are too large, too small or too close to an edge to tell.',
      { x: [-1, 1] },
    ],
  ])('%s and %s: %s', (left, right, reason, domains) => {
    expect(whole(left, right, domains)).toEqual({ verdict: 'undecided', method: 'none', reason });
  });
});

describe('identical formulas', () => {
  test.each(['9^9^9^9', 'exp(exp(exp(5)))', 'exp(exp(exp(x^2+5)))', 'sqrt(x-1000)', '(-2)^x', '(x!)!', 'x'])(
    '%s are equal without a doubt',
    (text) => {
      expect(whole(text, text)).toEqual({ verdict: 'equal', method: 'identical', errorBound: 0 });
    },
  );
});

describe('a gap in the values of one of two equal formulas is told', () => {
  test.each<[left: string, right: string]>([
    ['sqrt(x)^2', 'x'],
    ['sqrt(x)^2*3.14159265358979323846264', 'x*3.14159265358979323846264'],
    ['x^y*x^z', 'x^(y+z)'],
    ['exp(ln(x))', 'x'],
    ['0*ln(x)', '0'],
    ['x^x', 'exp(x*ln(x))'],
    ['sqrt(x^2-1)', 'sqrt(x-1)*sqrt(x+1)'],
    ['sin(asin(x))', 'x'],
    ['x^(1/2)*x^(1/2)', 'x'],
  ])('%s and %s', (left, right) => {
    expect(whole(left, right)).toMatchObject({ verdict: 'equal', method: 'field', detail: GAP });
    expect(whole(right, left)).toMatchObject({ verdict: 'equal', method: 'field', detail: GAP });
  });

  test.each<[left: string, right: string, domains?: Domains]>([
    ['sqrt(x)^2', 'x', { x: 'positive' }],
    ['x^2/x', 'x'],
    ['ln(x)+ln(x)', '2*ln(x)'],
    ['sqrt(1-x^2)', 'sqrt((1-x)*(1+x))'],
    ['x+y', 'y+x'],
  ])('%s and %s have none', (left, right, domains) => {
    expect(whole(left, right, domains)).not.toHaveProperty('detail');
  });

  test('also where digits tell', () => {
    expect(whole('abs(17*x+17)+0*sqrt(x)', '17*abs(x+1)')).toMatchObject({
      verdict: 'equal',
      method: 'digits',
      detail: `Agree to 38 digits beyond their smallest terms at 16 points. ${GAP}`,
    });
    expect(whole('sin(2*pi^2/pi)', '0')).toMatchObject({ verdict: 'equal', method: 'digits' });
    expect(whole('cos(pi^2/pi)', '-1')).toMatchObject({ verdict: 'equal', method: 'digits' });
    expect(whole('4*atan(1/5)-atan(1/239)', 'pi/4')).toEqual({
      verdict: 'equal',
      method: 'digits',
      errorBound: 2 ** -128,
      detail: 'Agree to 38 digits beyond their smallest terms at 1 point',
    });
    expect(whole('atan(x)+atan(1/x)', 'pi/2', { x: 'positive' })).toEqual({
      verdict: 'equal',
      method: 'digits',
      errorBound: 2 ** -128,
      detail: 'Agree to 38 digits beyond their smallest terms at 16 points',
    });
  });
});

describe('a piece at the edge of the domain is met', () => {
  test.each<[left: string, low: number, high: number, turn: number]>([
    ['asin(sin(x))', -1.571, 1.571, Math.PI / 2],
    ['acos(cos(x))', 0, 3.15, Math.PI],
    ['atan(tan(x))', 0, 1.58, Math.PI / 2],
  ])('%s between %d and %d is not x', (left, low, high, turn) => {
    const { values } = equivalentWitness(left, 'x', [], { x: [low, high] });
    expect(Math.abs(Number(values['x']))).toBeGreaterThan(turn);
    expect(Math.abs(Number(values['x']))).toBeLessThanOrEqual(high);
    expect(whole(left, 'x', { x: [low / 2, high / 2] })).toMatchObject({ verdict: 'equal', method: 'digits' });
  });
});

describe('a witness', () => {
  test.each<[left: string, right: string, method: string, witness: object]>([
    ['x', 'x+1e-30', 'field', { values: { x: '0.25' }, left: '0.25', right: '0.250000000000000000000000000001' }],
    ['22/7', 'pi', 'numeric', { values: {}, left: '3.14285714285714', right: '3.14159265358979' }],
    ['10^(-30)', '2*10^(-30)', 'numeric', { values: {}, left: '1e-30', right: '2e-30' }],
    ['0.333', '1/3', 'numeric', { values: {}, left: '0.333', right: '0.333333333333333' }],
    ['x+1', 'x', 'numeric', { values: { x: '0.25' }, left: '1.25', right: '0.25' }],
    ['0*x', 'x', 'numeric', { values: { x: '0.25' }, left: '0', right: '0.25' }],
    [
      'sqrt(2)',
      '1.4142135623730951',
      'field',
      { values: {}, left: '1.414213562373095048802', right: '1.4142135623730951' },
    ],
    [
      'exp(pi*sqrt(163))',
      '262537412640768744',
      'field',
      { values: {}, left: '262537412640768743.99999999999925007', right: '262537412640768744' },
    ],
    ['exp(-1000)', '0', 'field', { values: {}, left: '5.07595889754946e-435', right: '0' }],
    ['-exp(-1000)', '0', 'field', { values: {}, left: '-5.07595889754946e-435', right: '0' }],
    ['exp(1000)', '2*exp(1000)', 'field', { values: {}, left: '1.97007111401705e434', right: '3.94014222803409e434' }],
    ['1e-9', '1e-9+1e-40', 'field', { values: {}, left: '1e-9', right: '1.0000000000000000000000000000001e-9' }],
    [
      '0.001',
      '0.001+1e-40',
      'field',
      { values: {}, left: '0.001', right: '0.0010000000000000000000000000000000000001' },
    ],
    [
      '-1234567',
      '-1234567-1e-30',
      'field',
      { values: {}, left: '-1234567', right: '-1234567.000000000000000000000000000001' },
    ],
    ['abs(x)', 'x', 'numeric', { values: { x: '-0.625' }, left: '0.625', right: '-0.625' }],
    ['abs(x-1000)', '1000-x', 'numeric', { values: { x: '1125' }, left: '125', right: '-125' }],
  ])('of %s and %s', (left, right, method, witness) => {
    expect(whole(left, right)).toEqual({ verdict: 'different', method, witness });
  });

  test('shows the symbols that the identities bind, too', () => {
    const found = equivalent('s', 'sqrt(1-c^2)', { given: ['s^2+c^2=1'] });
    if (found.verdict !== 'different' || found.witness === undefined) throw new Error('There is no witness.');
    expect(found.witness.values).toEqual({ s: '-0.484122918275927110647408174973', c: '0.875' });
    const inside = equivalentWitness('s', 'c', ['s^2+c^2=1'], { s: [0.5, 1], c: [0, 1] }).values;
    expect(Number(inside['s'])).toBeGreaterThanOrEqual(0.5);
    expect(Number(inside['s']) ** 2 + Number(inside['c']) ** 2).toBeCloseTo(1, 12);
    for (const high of [0.6, 0.8, 0.9]) {
      const narrow = equivalentWitness('s', 'c', ['s^2+c^2=1'], { s: [0.5, high], c: 'positive' }).values;
      expect(Number(narrow['s'])).toBeGreaterThanOrEqual(0.5);
      expect(Number(narrow['s'])).toBeLessThanOrEqual(high);
    }
    for (const low of [0.9, 0.95]) {
      const both = equivalentWitness('s', 'c', ['s^2+c^2=1'], { s: [low, 2], c: [0.2, 3] }).values;
      expect(Number(both['s'])).toBeGreaterThanOrEqual(low);
      expect(Number(both['c'])).toBeGreaterThanOrEqual(0.2);
      expect(Number(both['s']) ** 2 + Number(both['c']) ** 2).toBeCloseTo(1, 12);
    }
    const { values } = equivalentWitness('p_1', 'p_2/2', ['p_1 + p_2 = 1'], { p_1: [0, 1], p_2: [0, 1] });
    expect(Number(values['p_1']) + Number(values['p_2'])).toBe(1);
  });

  test('of whole numbers where there are factorials', () => {
    const { values, left, right } = equivalentWitness('n!', 'n*n', [], {});
    expect(Number.isInteger(Number(values['n']))).toBe(true);
    expect(left).not.toBe(right);
    const inside = equivalentWitness('n!', 'n', [], { n: [3, 9] });
    expect(Number(inside.values['n'])).toBeGreaterThanOrEqual(3);
    expect(Number(inside.values['n'])).toBeLessThanOrEqual(9);
    expect(equivalentWitness('n!', 'n', [], { n: 'positive' }).values['n']).toMatch(/^\d+$/);
    expect(equivalentWitness('n!', 'n', ['n + m = 10'], {}).values).toEqual({ n: '9' });
  });
});

const equivalentWitness = (
  left: string,
  right: string,
  given: readonly string[],
  domains: Domains,
): { readonly values: Readonly<Record<string, string>>; readonly left: string; readonly right: string } => {
  const found = equivalent(left, right, { given, domains });
  if (found.verdict !== 'different' || found.witness === undefined) throw new Error('There is no witness.');
  return found.witness;
};
