import { describe, expect, test } from 'vitest';
import { equivalent, evaluateConstant, fingerprint, createSetting } from '../../src/equivalence/index.js';
import { call, number, parseFormula, power, product, sum, symbol } from '../../src/expression/index.js';
import type { Expr } from '../../src/types.js';

const read = (text: string): Expr => {
  const reading = parseFormula(text);
  if (reading.kind === 'unreadable') throw new Error(text);
  return reading.expr;
};
const nested = (depth: number, wrap: (inner: Expr) => Expr): Expr => {
  let expr = symbol('x');
  for (let i = 0; i < depth; i++) expr = wrap(expr);
  return expr;
};
const hostile: readonly (readonly [string, Expr])[] = [
  ...[
    '9^9^9^9',
    '1000000!',
    'x^1000000',
    '(a+b+c+d)^60',
    '1/0',
    '0^0',
    'sqrt(-1)',
    '1e-9999',
    '1e9999',
    '2^(2^(2^(2^(2^2))))',
    'e^e^e^e^e',
    'x^x^x^x',
    '(1/3)^99999999',
    'x^1e-4002',
    'x*y^1e-4002+2^1e-4002',
    'sqrt(x)^1e4002',
    '(x+y)^(-1e-4002)',
    '0.1^1e9',
    'ln(ln(ln(ln(2))))',
    'tan(pi/2)',
    'sin(1e300)',
    'sin(10^1000)',
    '(-8)^(1/3)',
    'x!',
    '(x!)!',
    'acos(2)',
    'exp(exp(exp(10)))',
    'exp(-exp(exp(10)))',
    '170!',
    '171!',
    '2^0.5^0.5^0.5',
    '(x^1000)^1000',
    'log2(0)',
    'max(1e999,x)',
  ].map((text) => [text, read(text)] as const),
  ['a hundred roots', nested(100, (inner) => call('sqrt', inner))],
  ['a hundred exponentials', nested(100, (inner) => call('exp', inner))],
  ['a hundred logarithms', nested(100, (inner) => call('ln', inner))],
  ['a hundred absolute values', nested(100, (inner) => call('abs', sum(inner, number('1.5'))))],
  ['a hundred squares', nested(100, (inner) => power(inner, number(2)))],
  ['a hundred sines', nested(100, (inner) => call('sin', inner))],
  ['a tower of powers', nested(60, (inner) => power(symbol('x'), inner))],
  [
    'a sum of a thousand terms',
    sum(...Array.from({ length: 1000 }, (_, i) => product(number(i + 1), symbol(`x_${i % 40}`)))),
  ],
  ['a sum of roots', sum(...Array.from({ length: 40 }, (_, i) => call('sqrt', sum(symbol(`x_${i}`), number(i)))))],
  [
    'a product of absolute values',
    product(...Array.from({ length: 40 }, (_, i) => call('abs', sum(symbol('x'), number(i))))),
  ],
  [
    'forty symbols in thirty absolute values',
    sum(
      ...Array.from({ length: 30 }, (_, k) =>
        call(
          'abs',
          sum(number(k + 1), ...Array.from({ length: 40 }, (__, i) => product(number(k + 2), symbol(`x_${i}`)))),
        ),
      ),
    ),
  ],
  ['a maximum of sixty', call('max', ...Array.from({ length: 60 }, (_, i) => product(number(i + 2), symbol('x'))))],
  ['a hundred maxima', nested(60, (inner) => call('max', inner, product(number(2), symbol('y'))))],
];

/** Generous beside the second that is allowed: the test shares its machine. */
const LIMIT = 4000;

describe.each(hostile)('%s', (_, expr) => {
  test('is compared with itself and with another in bounded time', () => {
    const start = performance.now();
    expect(['equal', 'undecided']).toContain(equivalent(expr, expr).verdict);
    expect(['different', 'undecided', 'equal']).toContain(equivalent(expr, symbol('x')).verdict);
    expect(equivalent(expr, sum(expr, number(1))).verdict).not.toBe('equal');
    evaluateConstant(expr);
    fingerprint(expr, createSetting({}, []));
    expect(performance.now() - start).toBeLessThan(5 * LIMIT);
  });
});

test('an expanded power of a sum of four is its unexpanded form', () => {
  const names = ['a', 'b', 'c', 'd'].map((name) => symbol(name));
  const factors = Array.from({ length: 60 }, () => sum(...names));
  expect(equivalent(product(...factors), power(sum(...names), number(60))).verdict).toBe('equal');
  expect(equivalent(product(...factors.slice(1)), power(sum(...names), number(60))).verdict).toBe('different');
});

test('an identity with a product of fifteen hundred factors is used without long work', () => {
  const long = Array.from({ length: 1500 }, () => 'a').join('*');
  const given = [`(gamma_k1 + b*c)/2 = ${long}`];
  expect(equivalent('gamma_k1 + x', 'x', { domains: { gamma_k1: [0, 1] }, given }).verdict).toBe('different');
});

test('exponents that no computation tells apart are left open', () => {
  const domains = { x: 'positive', y: 'positive' } as const;
  expect(equivalent('x^1e-4002 + y', 'y + x^2e-4002', { domains }).verdict).toBe('undecided');
  expect(equivalent('x^1e-4002', 'x', { domains }).verdict).toBe('different');
});
