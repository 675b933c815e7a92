import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/equivalence/compile.js';
import { evaluateFractions, isAt, residuesOf } from '../../src/equivalence/fractions.js';
import { compare, compileFormula, createSetting, fingerprint, type Setting } from '../../src/equivalence/index.js';
import { run } from '../../src/equivalence/run.js';
import { parseFormula, printText } from '../../src/expression/index.js';
import type { Domains, Expr } from '../../src/types.js';
import { arbitraryExpr } from '../expression/arbitrary.js';

const read = (text: string): Expr => {
  const reading = parseFormula(text, { symbols: ['x', 'y', 'a', 'b'] });
  if (reading.kind === 'unreadable') throw new Error(text);
  return reading.expr;
};

const settings: readonly Setting[] = [
  createSetting({ x: 'real', y: 'positive', a: [0, 1] }),
  createSetting({ x: [0, 1], y: [0, 1] }, ['x + y = 1']),
];

/** Residues and degree found in one walk, beside those of the compiled formula. */
const both = (
  expr: Expr,
  setting: Setting,
  count: number,
): readonly [fractions: unknown, program: unknown] | undefined => {
  const [branch] = setting.branches;
  if (branch === undefined) throw new Error('no branch');
  const on = { rows: branch.rows(), symbols: branch.symbols, count };
  const cell = evaluateFractions(expr, on);
  if (cell === undefined) return undefined;
  const program = compile(expr, branch.symbols);
  const expected = Array.from({ length: count }, (_, index) => run(program, branch.fieldPoint(index)));
  const { above, below } = cell;
  expect(expected.every((residue, index) => isAt(cell, index, residue, branch.rows()))).toBe(true);
  expect(expected.every((residue, index) => !isAt(cell, index, residue + 1, branch.rows()))).toBe(true);
  return [
    { residues: [...residuesOf(cell, on)].slice(0, count), degree: above + below },
    { residues: expected, degree: program.degree },
  ];
};

describe('evaluating in one walk', () => {
  test.each([
    'x',
    '7',
    '0.25*x',
    '123456789012345 + x',
    'x + y - a',
    '-(x - x)',
    '-x*y*a',
    '(x + 1/y)/(a - 2/(x*y))',
    '((x - a)^2 + (y - a)^3)/(x + y)',
    '(x/y)^7*(1/a)^0',
    'x/y/a - 1/(1/x + 1/y)',
    '(x + y)^64',
  ])('gives the residues of the compiled formula: %s', (text) => {
    for (const setting of settings) {
      for (const count of [3, 40]) {
        const [fractions, program] = both(read(text), setting, count) ?? [];
        expect(fractions).toBeDefined();
        expect(fractions).toEqual(program);
      }
    }
  });

  test('does so for any formula it takes on', () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitraryExpr(['x', 'y', 'a'], 4), (expr) => {
        const found = both(expr, settings[0] ?? createSetting(), 5);
        if (found === undefined) return;
        taken++;
        expect(found[0], printText(expr)).toEqual(found[1]);
      }),
      { seed: 20160817, numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  test.each([
    ['a function', 'sqrt(x)'],
    ['a constant', 'pi*x'],
    ['a power that is not whole', 'x^(1/2)'],
    ['a large power', 'x^65'],
    ['a symbol as exponent', 'x^y'],
    ['a long number', '1234567890123456*x'],
    ['an exponent of ten', '1e-30*x'],
    ['a denominator that is zero', '1/(x - x)'],
    ['a zero to the power zero', '(x - x)^0'],
  ])('leaves %s to the compiler', (_, text) => {
    expect(both(read(text), settings[0] ?? createSetting(), 3)).toBeUndefined();
  });

  test.each([
    ['r = x/(y + 1)', true],
    ['r = x^3', true],
    ['r = sqrt(x^2 + 1)', false],
    ['r = abs(x)', false],
    ['r = exp(x)', false],
    ['r = asin(x)', false],
    ['r^2 = (x + 1)^2 + 1', false],
  ])('takes a symbol that an identity determines by a fraction: of %s that is %s', (given, taken) => {
    const setting = createSetting({ y: 'positive' }, [given]);
    expect(both({ kind: 'symbol', name: 'r' }, setting, 12) !== undefined).toBe(taken);
    expect(both(read('2*r + x'), setting, 12) !== undefined).toBe(taken);
  });
});

describe('a formula decided in one walk', () => {
  const domains: Domains = { x: 'real', y: 'positive', a: [0, 1] };
  const setting = createSetting(domains);

  test.each([
    ['x^2', 'abs(x)^2'],
    ['y^2', 'sqrt(y)^4'],
    ['x + y', 'max(x, y) + min(x, y)'],
    ['(x + y)^2/y', '(x^2 + 2*x*y + y^2)*exp(-ln(y))'],
  ])('shares its fingerprint with a spelling that has to be compiled: %s and %s', (plain, other) => {
    expect(fingerprint(read(plain), setting)).toBeDefined();
    expect(fingerprint(read(plain), setting)).toBe(fingerprint(read(other), setting));
  });

  test.each([
    ['(x + y)^2', 'x^2 + 2*x*y + y^2', 'equal'],
    ['(x + y)^2', 'x^2 + 2*x*y + y^2 + 0.0000001*a', 'different'],
    ['abs(x)', 'x', 'different'],
    ['abs(y)', 'y', 'equal'],
    ['x/x', '1', 'equal'],
    ['sin(x)^2 + cos(x)^2', '1', 'equal'],
    ['asin(x)', 'x', 'different'],
  ])('%s and %s are told right', (reference, answer, verdict) => {
    const left = compileFormula(read(reference), setting);
    expect(compare(left, read(answer)).verdict).toBe(verdict);
    expect(compare(compileFormula(read(answer), setting), read(reference)).verdict).toBe(verdict);
  });

  test('leaves nothing behind for the next one', () => {
    const left = compileFormula(read('(x + y)/(a + 1)'), setting);
    const before = compare(left, read('x/(1 + a) + y/(a + 1)'));
    fingerprint(read('(x/y + 1)^5/(a/x - y)'), setting);
    compare(left, read('1/(x/y - y/x)'));
    expect(compare(left, read('x/(1 + a) + y/(a + 1)'))).toEqual(before);
  });
});
