import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equivalent } from '../../src/equivalence/index.js';
import { mapChildren, normalForm, parseFormula, printText } from '../../src/expression/index.js';
import type { Expr } from '../../src/types.js';
import { generatePairs } from '../equivalence/corpus/generate.js';
import { arbitraryExpr } from './arbitrary.js';

const formOf = (text: string): string | undefined => {
  const reading = parseFormula(text);
  if (reading.kind === 'unreadable') throw new Error(text);
  return normalForm(reading.expr);
};

/** The same with terms and factors the other way round. */
const turned = (expr: Expr): Expr => {
  const inner = mapChildren(expr, turned);
  if (inner.kind === 'sum') return { ...inner, terms: inner.terms.toReversed() };
  return inner.kind === 'product' ? { ...inner, factors: inner.factors.toReversed() } : inner;
};

describe('the normal form', () => {
  test.each([
    ['(a+b)/2', '0.5*(b+a)'],
    ['(a+b)/2', 'a/2 + b/2'],
    ['(a+b)/2', '3*(b+a)/6'],
    ['(a*x+b*y)/(a+b)', '(x*a+y*b)/(b+a)'],
    ['(a*x+b*y)/(a+b)', '(-x*a-y*b)/(-b-a)'],
    ['a*(x-m)^2', '(m-x)**2*a'],
    ['a/b/c', 'a/(c*b)'],
    ['(a/b)*(c/d)', 'a*c/(b*d)'],
    ['x*x*y', 'y*x^2'],
    ['(2*x*y)^3', '8*x^3*y^3'],
    ['2*(a+b)+c', 'c+2*a+2*b'],
    ['a+a', '2*a'],
    ['sqrt(a+b)', 'sqrt(b+a)'],
    ['max(a,b)', 'max(b,a)'],
    ['0.01*x', 'x/100'],
    ['-(a-b)', 'b-a'],
  ])('of %s is that of %s', (a, b) => {
    expect(formOf(a)).toBeDefined();
    expect(formOf(a)).toBe(formOf(b));
  });

  test.each([
    ['(a+b)/2', '(a+b)*2'],
    ['a/b', 'b/a'],
    ['a^b', 'b^a'],
    ['a-b', 'b-a'],
    ['sqrt(a)', 'a'],
    ['sqrt(a)*sqrt(a)', 'a'],
    ['pi_1', 'pi_2'],
    ['x^2', 'x*2'],
    ['e^x', 'x^e'],
    // A gap more or less: for the equality to tell.
    ['a*c/b', 'a/(b/c)'],
    ['x', 'x^2/x'],
    ['max(a,b)', 'min(a,b)'],
    ['log10(a)', 'ln(a)'],
  ])('of %s is not that of %s', (a, b) => {
    expect(formOf(a)).not.toBe(formOf(b));
  });

  test.each([
    '0',
    '0*x',
    'x-x',
    'a+0',
    'a+b-a',
    '1/(x-x)',
    `x*${'1'.repeat(50)}`,
    'x+1e-150',
    '9007199254740993*x',
    '123456789*987654321*x',
    'a*99999989/99999971 - a*99999959/99999941',
  ])('of %s is left open', (text) => {
    expect(formOf(text)).toBeUndefined();
  });

  test('is left open for a long formula', () => {
    expect(formOf(Array.from({ length: 300 }, (_, i) => `x_${i}`).join('*'))).toBeDefined();
    expect(formOf(Array.from({ length: 500 }, (_, i) => `x_${i}`).join('*'))).toBeUndefined();
  });

  test('does not change with the order of terms and factors', () => {
    fc.assert(
      fc.property(arbitraryExpr(), (expr) => {
        expect(normalForm(turned(expr))).toBe(normalForm(expr));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('is shared only by formulas that the equality does not tell apart', () => {
    const seen = new Map<string, Expr>();
    fc.assert(
      fc.property(arbitraryExpr(['a', 'b'], 2), (expr) => {
        const form = normalForm(expr);
        if (form === undefined) return;
        const other = seen.get(form);
        seen.set(form, expr);
        if (other === undefined || printText(other) === printText(expr)) return;
        expect(equivalent(other, expr).verdict, `${printText(other)} | ${printText(expr)}`).not.toBe('different');
      }),
      { seed: 12, numRuns: 3000 },
    );
  });

  test('is shared by no two formulas of a pair that differs, and by many of a pair that does not', () => {
    const alike = generatePairs(1600, 20161122).filter(({ left, right }) => {
      const form = normalForm(left);
      return form !== undefined && form === normalForm(right);
    });
    expect(alike.length).toBeGreaterThan(40);
    for (const { left, right, domains, given } of alike) {
      const found = equivalent(left, right, { domains, given });
      expect(found.verdict, `${printText(left)} | ${printText(right)}`).not.toBe('different');
    }
  });
});
