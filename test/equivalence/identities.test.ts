import { describe, expect, test } from 'vitest';
import { constantSubexpression, createSetting, equivalent } from '../../src/equivalence/index.js';
import { printText } from '../../src/expression/index.js';
import type { Domains } from '../../src/types.js';
import { read } from './corpus/confirm.js';

const positive = (...names: readonly string[]): Domains => Object.fromEntries(names.map((name) => [name, 'positive']));
type Row = [given: string, left: string, right: string, domains?: Domains];

describe('an identity is solved', () => {
  test.each<Row>([
    // by undoing one operation after the other
    ['sqrt(x) = 3', 'x', '9'],
    ['cbrt(x) = 2', 'x', '8'],
    ['exp(x) = 5', 'x', 'ln(5)'],
    ['e^x = 5', 'x', 'ln(5)'],
    ['3^x = 5', 'x', 'ln(5)/ln(3)'],
    ['pi^x = 5', 'x', 'ln(5)/ln(pi)'],
    ['ln(x) = 2', 'x', 'e^2'],
    ['log2(x) = 5', 'x', '32'],
    ['log10(x) = 3', 'x', '1000'],
    ['2 - ln(x) = 1', 'x', 'e'],
    ['5 + ln(x) + 1 = 4', 'x', 'e^-2'],
    ['-exp(x) = -7', 'x', 'ln(7)'],
    ['3*ln(x)*2 = 12', 'x', 'e^2'],
    ['ln(x)/2 = 1', 'x', 'e^2'],
    ['2/ln(x) = 1', 'x', 'e^2'],
    ['ln(x/2) = 1', 'x', '2*e'],
    ['ln(2/x) = 1', 'x', '2/e'],
    ['x^3 = 8', 'x', '2'],
    ['x^5 = 32', 'x', '2', positive('x')],
    ['x^(1/3) = 2', 'x', '8'],
    ['x^4 = 16', 'x^2', '4'],
    ['x^4 = 16', 'x', '2', positive('x')],
    ['x^-3 = 8', 'x', '1/2', positive('x')],
    ['5 = ln(x)', 'x', 'e^5'],
    ['x^6 = y', 'x^3', 'sqrt(y)', positive('x', 'y')],
    ['sqrt(x+1) = y', 'x', 'y^2-1', positive('y')],
    ['exp(x^2) = y', 'x^2', 'ln(y)'],
    ['x^2.5 = y', 'x', 'y^0.4', positive('x', 'y')],
    ['x^0.5 = y', 'x', 'y^2', positive('x', 'y')],
    // as an equation of the first degree
    ['1/x + 1/y = 1', 'x*y', 'x+y'],
    ['x/(1+x) = t', 'x', 't/(1-t)'],
    ['(x+1)/(x+2) = y', 'x', '(2*y-1)/(1-y)'],
    ['x/2 + x/3 = 5', 'x', '6'],
    ['x*y + y = 1', 'x', '(1-y)/y'],
    ['-x = 3 - y', 'x', 'y-3'],
    ['2/(3*x) = y', 'x*y', '2/3'],
    ['(x+y)*3 = 6', 'x', '2-y'],
    ['x*0.5 - 1 = 0', 'x', '2'],
    ['x*(y+1) = 0', 'x', '0', positive('y')],
    ['x*(a+b) = a', 'x', 'a/(a+b)', positive('a', 'b')],
    // as one of the second
    ['x*(x+1) = 6', 'x', '2', positive('x')],
    ['x^2 - 5*x + 6 = 0', '(x-2)*(x-3)', '0'],
    ['x^2 = x', 'x^2', 'x'],
    ['x^2 + x = 0', 'x*(x+1)', '0'],
    ['x^-2 = 4', 'x', '1/2', positive('x')],
    ['(x+1)^2 = 9', 'x', '2', positive('x')],
    ['(1+x)*(2+x) = 12', 'x', '2', positive('x')],
    ['x*x = 2', 'x', 'sqrt(2)', positive('x')],
    ['3*x^2 = 12', 'x', '2', positive('x')],
    ['x + 6/x = 5', '(x-2)*(x-3)', '0'],
    ['x^2 = y^2', 'x', 'y', positive('x', 'y')],
    ['x^2*y + x = 2', 'y', '(2-x)/x^2', positive('x')],
  ])('%s makes %s the same as %s', (given, left, right, domains = {}) => {
    expect(equivalent(left, right, { given: [given], domains })).toMatchObject({ verdict: 'equal', method: 'field' });
    expect(equivalent(left, `${right}+1/1000`, { given: [given], domains })).toMatchObject({ verdict: 'different' });
  });

  test.each<Row>([
    ['x^4 = 16', 'x', '2'],
    ['x^2 - 5*x + 6 = 0', 'x', '2'],
    ['x^2 - 5*x + 6 = 0', 'x', '3'],
    ['x^2 = x', 'x', '1'],
    ['x^2 = x', 'x', '0'],
    ['x^2 = y^2', 'x', 'y'],
  ])('%s leaves it open whether %s is %s: they are different', (given, left, right, domains = {}) => {
    const found = equivalent(left, right, { given: [given], domains });
    expect(found.verdict).toBe('different');
    if (found.verdict !== 'different') return;
    expect(found.witness?.left).not.toBe(found.witness?.right);
  });

  test.each(['sin(x) = 0.5', 'x + exp(x) = 1', 'abs(x) = 2', 'x^5 + x = 1', 'x! = 6', 'x^x = 2', 'exp(x) = x'])(
    '%s is not, and says so',
    (given) => {
      const { problems, branches } = createSetting({}, [given]);
      expect(problems).toEqual([
        { code: 'unsolved', identity: given, message: `“${given}” can be solved for none of its symbols.` },
      ]);
      expect(branches).toHaveLength(1);
      expect(equivalent('x', 'x+1', { given: [given] })).toEqual({
        verdict: 'undecided',
        method: 'none',
        reason: 'An identity could not be solved, so a difference without it proves nothing.',
      });
    },
  );
});

describe('an identity that holds in several ways', () => {
  const together: Domains = { p: [0, 1], q: [0, 1] };
  test.each<Row>([
    ['d = abs(x)', 'x', 'd'],
    ['d = abs(x)', '-x', 'd'],
    ['d = sqrt(x^2)', 'x', 'd'],
    ['d = max(x,0)', 'x', 'd'],
    ['d = abs(x-y)', 'x-y', 'd'],
    ['min(x,y) = d', 'x', 'd'],
    ['a^4 = b^4', 'a', 'b'],
    ['a^4 = b^4', 'a', '-b'],
    ['a*b = 0', 'a', '0'],
    ['a*b = 0', 'b', '0'],
    ['0 = a*b*c', 'c', '0'],
    ['(a-1)*(b-2) = 0', 'a', '1'],
    ['(a-1)*(b-2) = 0', 'b', '2'],
    ['a*b = 2*a+b-2', 'a', '1'],
    ['x*y = y^2', 'x', 'y'],
    ['x*y = y^2', 'y', '0'],
    ['x*y = x*z', 'y', 'z'],
    ['x*y - y*z = 0', 'x', 'z'],
    ['x^2*y = y', 'x', '1'],
    ['x^2*y = y', 'y', '0'],
    ['(x-y)*exp(z) = 0*w', 'x', 'z'],
    ['ln(x)*y = 0', 'y', '0'],
    ['x^y = 1', 'y', '0', positive('x')],
    ['x*(p-1/2) = 0', 'x', '0', together],
    ['x/y = x', 'y', '1'],
    ['x^5 = y', 'x', '0-abs(y)^(1/5)'],
    ['x^5 = y', 'x', 'abs(y)^(1/5)'],
    ['x^-3 = y', 'x', 'abs(1/y)^(1/3)'],
    ['x^2 = y', 'x', 'sqrt(y)', { x: [-1000, 0.001] }],
  ])('%s does not make %s the same as %s', (given, left, right, domains = {}) => {
    for (const found of [
      equivalent(left, right, { given: [given], domains }),
      equivalent(right, left, { given: [given], domains }),
    ]) {
      expect(found).toMatchObject({ verdict: 'different', witness: expect.anything() });
    }
  });

  test.each<Row>([
    ['a*b = 0', 'a*b*c', '0'],
    ['a*b = 0', '(a+b)^2', 'a^2+b^2'],
    ['(a-1)*(b-2) = 0', 'a*b', '2*a+b-2'],
    ['x*y = y^2', 'x*y*y', 'y^3'],
    ['x^2*y = y', 'x^4*y', 'y'],
    ['x^2*y = y', '(x^2-1)*y', '0'],
    ['d = abs(x)', 'd^2', 'x^2'],
    ['d = sqrt(x^2)', 'd', 'abs(x)'],
    ['d = max(x,0)', 'd^2', 'x*d'],
    ['x^5 = y', 'x^10', 'y^2'],
    ['x^5 = y', 'x^5*x', 'y*x'],
    ['x*(p-1/2) = 0', 'x*p', 'x/2', together],
    // what is divided by is not zero, or not everything with it
    ['x*y = 0', 'x', '0', positive('y')],
    ['x*(y^2+1) = 0', 'x', '0'],
    ['x*(y^2+1) = y^2*z+z', 'x', 'z'],
    ['x*exp(y) = exp(y)', 'x', '1'],
    ['x*(p*a+q*b) = 0', 'x', '0', { ...together, ...positive('a', 'b') }],
    ['x*sqrt(a) = sqrt(a)', 'x', '1', positive('a')],
    ['x*y = z', 'x', 'z/y'],
    ['x*sin(y) = z', 'x', 'z/sin(y)'],
    ['x*(y+z) = w', 'x', 'w/(y+z)'],
    ['x*n = n_1', 'x', 'n_1/n', { n: [0, 9], n_1: [0, 9] }],
  ])('%s makes %s the same as %s', (given, left, right, domains = {}) => {
    expect(equivalent(left, right, { given: [given], domains })).toMatchObject({ verdict: 'equal', method: 'field' });
    expect(equivalent(left, `${right}+1/1000`, { given: [given], domains })).toMatchObject({ verdict: 'different' });
  });

  test.each<Row>([
    ['sin(x)*y = 0', 'y', '0'],
    ['sin(x)*y = sin(x)', 'y', '1'],
    ['(x^5+x-1)*y = 0', 'y', '0'],
    ['(a-b)*(c-d)*(f-g)*(h-i)*(j-k)*(l-m)*(n-o)*(q-r)*(s-t) = 0', 'a', 'b'],
  ])('%s leaves it open whether %s is %s', (given, left, right, domains = {}) => {
    expect(createSetting(domains, [given]).problems.map(({ code }) => code)).toEqual(['unsolved']);
    expect(equivalent(left, right, { given: [given], domains })).toMatchObject({ verdict: 'undecided' });
    expect(equivalent(`${left}+${left}`, `2*${left}`, { given: [given], domains })).toMatchObject({ verdict: 'equal' });
  });

  test('is met only where it holds after a root is undone', () => {
    const found = equivalent('sqrt(x)', 'y+1', { given: ['sqrt(x) + 0*sqrt(y) = y'] });
    if (found.verdict !== 'different') throw new Error(JSON.stringify(found));
    expect(Number(found.witness?.values['y'])).toBeGreaterThan(0);
    expect(equivalent('sqrt(x+1)', 'y', { given: ['sqrt(x+1) = y'] }).verdict).toBe('equal');
    expect(equivalent('abs(y)', 'y', { given: ['sqrt(x+1) = y'] }).verdict).toBe('equal');
  });

  test('counts for the stated error with what it brings along', () => {
    const domains = positive('y');
    const found = equivalent('x', 'y^900', { given: ['x = y^900'], domains });
    const plain = equivalent('x', 'y', { given: ['x = y'], domains });
    if (found.verdict !== 'equal' || plain.verdict !== 'equal') throw new Error('They are equal.');
    expect(found.errorBound).toBeGreaterThan(plain.errorBound ?? 1);
  });
});

describe('which symbol an identity is solved for', () => {
  test.each<[given: readonly string[], solved: readonly string[], domains?: Domains]>([
    [['a = b + c'], ['a']],
    [['b + c = a'], ['a']],
    [['b*c = a'], ['a']],
    [['a*b = c + d'], ['c']],
    [['y = exp(x)'], ['y']],
    [['a^2 + b = 1'], ['b']],
    [['p + q = 1'], ['p'], { p: [0, 1], q: [0, 1] }],
    [['p + q = 1'], ['p'], { p: 'real', q: [0, 1] }],
    [['p + q = 1'], ['q'], { p: [0, 1], q: 'real' }],
    [
      ['a = b', 'b = c'],
      ['a', 'b'],
    ],
    [
      ['x = 1', 'x + y = 3'],
      ['x', 'y'],
    ],
  ])('of %o: %o', (given, solved, domains = {}) => {
    const [branch] = createSetting(domains, given).branches;
    expect([...(branch?.solution.keys() ?? [])]).toEqual(solved);
  });

  test('two identities put in each other leave no solved symbol on the right', () => {
    const given = ['a = b + 1', 'b = c + 1', 'c = d + 1'];
    expect(equivalent('a', 'd+3', { given })).toMatchObject({ verdict: 'equal' });
    expect(equivalent('a+b', '2*d+5', { given: given.toReversed() })).toMatchObject({ verdict: 'equal' });
    expect(equivalent('a', 'd+2', { given })).toMatchObject({ verdict: 'different' });
  });
});

describe('identities that cannot hold', () => {
  test.each<[given: readonly string[], code: string, message: string, domains?: Domains]>([
    [['1 = 2'], 'contradictory', '“1 = 2” contradicts the other identities, or the domains.'],
    [['x - x = 1'], 'contradictory', '“x - x = 1” contradicts the other identities, or the domains.'],
    [['a = 1', 'a = 2'], 'contradictory', '“a = 2” contradicts the other identities, or the domains.'],
    [['a = b', 'a = b + 1'], 'contradictory', '“a = b + 1” contradicts the other identities, or the domains.'],
    [
      ['a + b = 0'],
      'contradictory',
      '“a + b = 0” contradicts the other identities, or the domains.',
      { a: [1, 2], b: [1, 2] },
    ],
    [['a = -1'], 'contradictory', '“a = -1” contradicts the other identities, or the domains.', positive('a')],
    [['a^2 = -1'], 'unsatisfiable', 'No values inside the domains were found that satisfy all identities.'],
    [
      ['a + b = 5', 'a - b = 1'],
      'unsatisfiable',
      'No values inside the domains were found that satisfy all identities.',
      { a: [0, 2.5], b: [0, 2.5] },
    ],
    [['a + b'], 'unreadable', 'An identity is two formulas with one “=” between them.'],
    [['a = b = c'], 'unreadable', 'An identity is two formulas with one “=” between them.'],
    [['a = (b'], 'unreadable', 'This “(” is never closed.'],
    [['a) = b'], 'unreadable', 'This “)” closes a bracket that was never opened.'],
    [['a = '], 'unreadable', 'Nothing is written here.'],
    [[' = a'], 'unreadable', 'Nothing is written here.'],
  ])('%o are %s', (given, code, message, domains = {}) => {
    const { problems } = createSetting(domains, given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, message });
    if (code !== 'unreadable')
      expect(equivalent('a', 'a', { given, domains })).toEqual({
        verdict: 'undecided',
        method: 'none',
        reason: message,
      });
    else expect(() => equivalent('a', 'a', { given, domains })).toThrow(message);
  });

  test('name all identities where together they leave no values', () => {
    const { problems, branches, identities } = createSetting({ a: [0, 2.5], b: [0, 2.5] }, ['a + b = 5', 'a - b = 1']);
    expect(problems[0]?.identity).toBe('a + b = 5, a - b = 1');
    expect(branches).toEqual([]);
    expect(identities.map(({ text }) => text)).toEqual(['a + b = 5', 'a - b = 1']);
  });

  test('an identity that holds anyway changes nothing', () => {
    const { problems, branches } = createSetting({}, ['x + x = 2*x', '1 = 1']);
    expect(problems).toEqual([]);
    expect(branches.map((branch) => branch.solution.size)).toEqual([0]);
  });
});

describe('an exponent that the identities force to be a number is that number', () => {
  test.each<[left: string, right: string, given: string]>([
    ['(x-m)^(a+b)', 'x-m', 'a+b = 1'],
    ['(x-m)^(a+b)', '1/(x-m)^2', 'a+b = -2'],
    ['(-2)^(a+b)', '-8', 'a+b = 3'],
    ['2^(a+b)', '8', 'a+b = 3'],
    ['e^(a+b)', 'e', 'a+b = 1'],
    ['x^(-(a+b))', '1/x', 'a+b = 1'],
    ['x^(5000*(a+b))', 'x^5000', 'a+b = 1'],
    ['x^(-5000*(a+b))', 'x^-5000', 'a+b = 1'],
    ['x^(1000000*(a+b))', 'x^1000000', 'a+b = 1'],
    ['(-1)^(5001*(a+b))', '-1', 'a+b = 1'],
    ['(x-y)^(2*a/a)', '(y-x)^2', 'b = 1'],
    ['x^(a-a)', '1', 'b = 1'],
  ])('%s is %s', (left, right, given) => {
    expect(equivalent(left, right, { given: [given] })).toMatchObject({ verdict: 'equal', method: 'field' });
    expect(equivalent(left, right, { given: [given] })).not.toHaveProperty('detail');
  });

  test.each<[left: string, right: string, given: string]>([
    ['x^(a+b)', 'cbrt(x)', 'a+b = 1/3'],
    ['x^(a+b)', '1/cbrt(x)', 'a+b = -1/3'],
    ['(x-3)^((a+b)*12345/6789)', '(x-3)^(12345/6789)', 'a+b = 1'],
    ['x^(60000000*(a+b))', 'x^60000000', 'a+b = 1'],
  ])('%s is %s where both have a value', (left, right, given) => {
    expect(equivalent(left, right, { given: [given] })).toMatchObject({ verdict: 'equal' });
  });

  test.each<[left: string, right: string, given: string]>([
    ['(x-1)^(4999*(a+b))', '(x-1)^4998', 'a+b = 1'],
    ['(x-m)^(a+b)', '(x-m)^a', 'a+b = 1'],
    ['(-1)^(5000*(a+b))', '-1', 'a+b = 1'],
  ])('%s is not %s', (left, right, given) => {
    expect(equivalent(left, right, { given: [given] })).toMatchObject({ verdict: 'different' });
  });
});

describe('what could be written with less', () => {
  const names = ['g1', 'g2', 'h1', 'h2'] as const;
  const setting = createSetting(Object.fromEntries(names.map((name) => [name, [0, 1] as const])), [
    'g1 + g2 = 1',
    'h1 + h2 = 1',
  ]);
  test.each([
    ['x*(g1+g2)', 'g1 + g2', '1'],
    ['x+g1+g2+y', 'g1 + g2', '1'],
    ['1+g1+g2+x', 'g1 + g2', '1'],
    ['2*g1*h1*x/(h1*g1)', 'g1/g1', '1'],
    ['(g1+g2)*(h1+h2)', '(g1 + g2)*(h1 + h2)', '1'],
    ['x/(h1+h2)', 'h1 + h2', '1'],
    ['x*g1/g1', 'g1/g1', '1'],
    ['x*y/(x*z)', 'x/x', '1'],
    ['(g1-g1)*x', '(g1 - g1)*x', '0'],
    ['x-g1-g2', '-g1 - g2', '-1'],
    ['x^(g1+g2)', 'g1 + g2', '1'],
    ['sin(g1+g2)', 'g1 + g2', '1'],
    ['g1+g2+h1', 'g1 + g2', '1'],
    ['g1+h1+g2+h2+x', 'g1 + h1 + g2 + h2', '2'],
    ['sqrt(x^2)-abs(x)', 'sqrt(x^2) - abs(x)', '0'],
    ['(h1+h2)/4*x', '(h1 + h2)/4', '1/4'],
    ['-3*(g1+g2)/7', '-3*(g1 + g2)/7', '-3/7'],
    ['5000*(g1+g2)+x', '5000*(g1 + g2)', '5000'],
    ['a*b*c/(a*b)', 'a/a', '1'],
    ['x/x', 'x/x', '1'],
    ['g1^2+2*g1*g2+g2^2', 'g1^2 + 2*g1*g2 + g2^2', '1'],
    ['x+0*y', '0*y', '0'],
  ])('in %s: %s is %s', (text, replace, by) => {
    const found = constantSubexpression(read(text, names), setting);
    expect(found && [printText(found.replace), found.by]).toEqual([replace, by]);
  });

  test.each([
    'g1*h1+g2',
    'x',
    '2',
    '2*x',
    'pi*x',
    'x/2',
    '-x',
    'x+1',
    'x*1',
    'x*y/z',
    'g1/h1',
    'g1+h1',
    'exp(g1)+exp(g2)',
  ])('is nothing in %s', (text) => {
    expect(constantSubexpression(read(text, names), setting)).toBeUndefined();
  });

  test('is nothing beyond ten terms, where there are too many choices', () => {
    expect(constantSubexpression(read('a+b+c+d+f+g+h+j+k-a'), setting)).toMatchObject({ by: '0' });
    expect(constantSubexpression(read('a+b+c+d+f+g+h+i+j+k+l-a'), setting)).toBeUndefined();
    expect(constantSubexpression(read('(a*b*c*d*f*g)/(a*h*i*j)'), setting)).toMatchObject({ by: '1' });
    expect(constantSubexpression(read('(a*b*c*d*f*g)/(a*h*i*j*k)'), setting)).toBeUndefined();
  });

  test('is the same in all branches of the identities', () => {
    const two = createSetting({}, ['x^2 = 4']);
    expect(constantSubexpression(read('x*y'), two)).toBeUndefined();
    expect(constantSubexpression(read('x^2+y'), two)?.by).toBe('4');
    expect(constantSubexpression(read('x+x'), createSetting({}, ['1 = 2']))).toBeUndefined();
  });
});
