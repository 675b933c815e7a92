import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prepared } from '../../src/equivalence/formula.js';
import {
  compare,
  compileFormula,
  createSetting,
  equivalent,
  evaluateAt,
  fingerprint,
} from '../../src/equivalence/index.js';
import { hasNoValue } from '../../src/equivalence/nowhere.js';
import {
  children,
  mapChildren,
  parseFormula,
  printText,
  product,
  substitute,
  sum,
  symbol,
} from '../../src/expression/index.js';
import type { Domains, Expr } from '../../src/types.js';
import { arbitraryExpr } from '../expression/arbitrary.js';
import { generatePairs } from './corpus/generate.js';

const names = ['x', 'y', 'a'] as const;
const any = arbitraryExpr(names, 3);
const domainsOf = fc.constantFrom<Domains>(
  {},
  { x: 'positive', y: 'positive', a: 'positive' },
  { x: [0, 1], y: 'positive' },
);
const runs = { seed: 20160817, numRuns: 150 };
const corpus = generatePairs(300, 5);

/** Terms and factors the other way round, everywhere. */
const reversed = (expr: Expr): Expr => {
  const inner = mapChildren(expr, reversed);
  if (inner.kind === 'sum') return sum(...inner.terms.toReversed());
  return inner.kind === 'product' ? product(...inner.factors.toReversed()) : inner;
};

/** Values that lie in all of the domains. */
const places = [0.25, 0.375, 0.75].map((value) => ({ x: value, y: value + 0.125, a: value / 2 }));
const isEmpty = (branches: readonly Prepared[]): boolean => branches.every(hasNoValue);

describe('equality', () => {
  test('is symmetric', () => {
    fc.assert(
      fc.property(any, any, domainsOf, (a, b, domains) => {
        expect(equivalent(a, b, { domains }).verdict).toBe(equivalent(b, a, { domains }).verdict);
      }),
      runs,
    );
  });

  test('is reflexive where there is a value, and only there', () => {
    let [valued, empty] = [0, 0];
    fc.assert(
      fc.property(any, domainsOf, (a, domains) => {
        const hasValue = places.some((values) => evaluateAt(a, values).kind === 'value');
        const { verdict } = equivalent(a, a, { domains });
        if (hasValue) expect(verdict, printText(a)).toBe('equal');
        else if (isEmpty(compileFormula(a, createSetting(domains)).branches)) {
          expect(verdict, printText(a)).toBe('undecided');
          empty++;
        }
        // Written another way, it is no longer known at sight.
        expect(equivalent(a, reversed(a), { domains }).verdict, printText(a)).not.toBe('different');
        if (hasValue) valued++;
      }),
      runs,
    );
    expect(valued).toBeGreaterThan(100);
    expect(empty).toBeGreaterThan(0);
  });

  test('is not changed by printing and reading again', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const again = parseFormula(printText(b));
        if (again.kind === 'unreadable') throw new Error(printText(b));
        expect(equivalent(a, again.expr).verdict).toBe(equivalent(a, b).verdict);
      }),
      { ...runs, numRuns: 80 },
    );
  });

  test('does not depend on the order of terms and factors', () => {
    for (const { left, right, domains, given } of corpus) {
      const setting = createSetting(domains, given);
      const before = compare(compileFormula(left, setting), right).verdict;
      expect(compare(compileFormula(left, setting), reversed(right)).verdict, printText(right)).toBe(before);
    }
  });

  test('does not depend on the names of symbols', () => {
    const renamed = new Map(['a', 'b', 'c'].map((name, i) => [name, symbol(`other_${(i + 1) % 3}`)]));
    for (const { left, right, domains, family } of corpus) {
      if (family === 'homework') continue;
      const others: Domains = Object.fromEntries(
        Object.entries(domains).map(([name, domain]) => [`other_${('abc'.indexOf(name) + 1) % 3}`, domain]),
      );
      const before = equivalent(left, right, { domains }).verdict;
      expect(
        equivalent(substitute(left, renamed), substitute(right, renamed), { domains: others }).verdict,
        printText(right),
      ).toBe(before);
    }
  });

  test('of formulas with one fingerprint holds, so that it is transitive on fingerprints', () => {
    for (const { left, right, domains, given } of corpus) {
      const setting = createSetting(domains, given);
      const key = fingerprint(left, setting);
      if (key === undefined || key !== fingerprint(right, setting)) continue;
      expect(compare(compileFormula(left, setting), right).verdict).toBe('equal');
    }
  });

  test('of formulas is found by their fingerprints in nearly all spellings', () => {
    let [shared, equal] = [0, 0];
    for (const { left, right, domains, given } of corpus) {
      const setting = createSetting(domains, given);
      const [a, b] = [fingerprint(left, setting), fingerprint(right, setting)];
      if (a === undefined || b === undefined || compare(compileFormula(left, setting), right).verdict !== 'equal')
        continue;
      equal++;
      if (a === b) shared++;
    }
    expect(equal).toBeGreaterThan(60);
    expect(shared / equal).toBeGreaterThan(0.95);
  });

  test('fails for a formula and the same with a term more', () => {
    fc.assert(
      fc.property(any, (a) => {
        const size = (expr: Expr): number => 1 + children(expr).reduce((total, part) => total + size(part), 0);
        if (size(a) > 60) return;
        expect(equivalent(a, sum(a, symbol('new'))).verdict).not.toBe('equal');
      }),
      runs,
    );
  });
});
