import { describe, expect, test } from 'vitest';
import {
  call,
  children,
  constant,
  countNodes,
  mapChildren,
  negate,
  number,
  parseFormula,
  power,
  printText,
  product,
  quotient,
  sameShape,
  substitute,
  sum,
  symbol,
  symbolsOf,
} from '../../src/expression/index.js';
import type { Expr } from '../../src/types.js';

const a = symbol('a');
const b = symbol('b');
const one = number(1);

/** One formula for each kind of node, with the parts it should have. */
const kinds: readonly (readonly [Expr, readonly Expr[]])[] = [
  [number('0.50'), []],
  [constant('pi'), []],
  [a, []],
  [negate(a), [a]],
  [sum(a, b, one), [a, b, one]],
  [product(a, b), [a, b]],
  [quotient(a, b), [a, b]],
  [power(a, one), [a, one]],
  [call('max', a, b), [a, b]],
];

describe('builders', () => {
  test('make what the parser makes', () => {
    const text = '-(a + b)^2/(2*pi) + exp(-a)*max(a, b)';
    const built = sum(
      negate(quotient(power(sum(a, b), number('2')), product(number('2'), constant('pi')))),
      product(call('exp', negate(a)), call('max', a, b)),
    );
    const reading = parseFormula(text);
    expect(reading.kind === 'formula' && reading.expr).toEqual(built);
    expect(printText(built)).toBe(text);
  });

  test('of sums and products leave out what would stand alone', () => {
    expect(sum()).toEqual(number('0'));
    expect(sum(a)).toBe(a);
    expect(product()).toEqual(number('1'));
    expect(product(a)).toBe(a);
  });
});

describe('trees', () => {
  test.each(kinds)('the parts of %j are %j', (expr, parts) => {
    expect(children(expr)).toEqual(parts);
    expect(countNodes(expr)).toBe(1 + parts.length);
  });

  test.each(kinds)('the parts of %j can be replaced', (expr, parts) => {
    const replaced = mapChildren(expr, () => constant('e'));
    expect(replaced.kind).toBe(expr.kind);
    expect(children(replaced)).toEqual(parts.map(() => constant('e')));
    expect(replaced === expr).toBe(parts.length === 0);
  });

  test.each(kinds)('each single part of %j counts for its shape', (expr, parts) => {
    expect(sameShape(expr, structuredClone(expr))).toBe(true);
    for (const part of parts) {
      const changed = mapChildren(expr, (child) => (child === part ? constant('e') : child));
      expect(changed).not.toBe(expr);
      expect(sameShape(expr, changed)).toBe(false);
      expect(sameShape(changed, expr)).toBe(false);
    }
  });

  test.each<[Expr, Expr]>([
    [number('1'), number('2')],
    [number('0.5'), number('0.50')],
    [symbol('pi'), constant('pi')],
    [a, b],
    [constant('pi'), constant('e')],
    [call('sin', a), call('cos', a)],
    [call('min', a, b), call('min', a)],
    [sum(a, b), product(a, b)],
    [sum(a, b), sum(b, a)],
    [negate(a), a],
  ])('%j and %j differ in shape', (left, right) => expect(sameShape(left, right)).toBe(false));

  test('symbols come once each, in order of appearance', () => {
    expect(symbolsOf(sum(product(b, a), power(a, b), constant('pi')))).toEqual(['b', 'a']);
  });

  test('symbols can be exchanged', () => {
    const exchanged = substitute(
      quotient(a, sum(b, one)),
      new Map([
        ['a', b],
        ['b', a],
      ]),
    );
    expect(printText(exchanged)).toBe('b/(a + 1)');
  });
});
