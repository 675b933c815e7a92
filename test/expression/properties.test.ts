import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countNodes,
  layOut,
  mapChildren,
  parseFormula,
  printLatex,
  printText,
  printUnicode,
  sameShape,
  showPlace,
  substitute,
  symbol,
  symbolsOf,
} from '../../src/expression/index.js';
import type { Expr, Reading } from '../../src/types.js';
import { arbitraryExpr } from './arbitrary.js';

const runs = { numRuns: 1500, seed: 20160817 };

const exprOf = (reading: Reading): Expr => {
  if (reading.kind !== 'formula') throw new Error(`${reading.source}: ${reading.problems[0].message}`);
  return reading.expr;
};

const widthOf = (line: string): number => Array.from(line.replaceAll(/[\u0300-\u036f]/g, '')).length;

/** Fragments that formulas are made of, so that random texts get past the first character. */
const fragments = [
  ...Array.from('abxkNe0127.,+-*/^_=()[]{}|!%<;: \n\\$\'"&#@~πμσ²ₖ₁⁻½√∑·×−𝜋Ａ１'),
  '\u0302',
  '\u0430',
  '\u200b',
  '\u202e',
  '\ud835',
  '\\frac',
  '\\sqrt',
  '\\sum',
  '\\hat',
  '\\left',
  '\\right',
  '\\cdot',
  '\\pi',
  '\\text{a}',
  '_{i=1}',
  '^{2}',
  '^{(1)}',
  'gamma_k1',
  'hat',
  'sqrt',
  'exp',
  'log',
  'min(',
  'sin',
  'pi_k',
  '**',
  '1e5',
  '\\gamma_{ki}',
  '{',
  '}',
  '{{',
  '}}',
];

describe('reading and printing', () => {
  test('what is printed as text is read back as the same formula', () => {
    fc.assert(
      fc.property(arbitraryExpr(), (expr) => {
        expect(exprOf(parseFormula(printText(expr)))).toEqual(expr);
      }),
      runs,
    );
  });

  test('what is printed as LaTeX is read back as the same formula, numbers in powers of ten apart', () => {
    fc.assert(
      fc.property(arbitraryExpr(), (expr) => {
        const latex = printLatex(expr);
        fc.pre(!/10\^\{-?\d+\}/.test(latex));
        const again = exprOf(parseFormula(latex.includes('\\') ? latex : `${latex}\\,`));
        expect(again).toEqual(expr);
      }),
      runs,
    );
  });

  test('what is printed in one line of Unicode is read back as the same formula', () => {
    fc.assert(
      fc.property(arbitraryExpr(['x', 'a', 'gamma_k1', 'hatmu_k', 'pi_k', 'x_1']), (expr) => {
        expect(printText(exprOf(parseFormula(printUnicode(expr))))).toBe(printText(expr));
      }),
      runs,
    );
  });

  test('taking any one pair of parentheses out of printed text changes the formula or makes it unreadable', () => {
    fc.assert(
      fc.property(arbitraryExpr(undefined, 3), fc.nat(20), (expr, which) => {
        const text = printText(expr);
        const openings = [...text.matchAll(/(?<![a-z0-9])\(/g)].map((match) => match.index);
        const start = openings[which % Math.max(1, openings.length)];
        fc.pre(start !== undefined);
        const without = removePair(text, start ?? 0);
        // A sign in brackets, as in a*(-b) and x^(-2), is kept for people's sake.
        fc.pre(text[(start ?? 0) + 1] !== '-');
        const reading = parseFormula(without);
        expect(reading.kind === 'formula' && sameShape(reading.expr, expr)).toBe(false);
      }),
      runs,
    );
  });
});

const removePair = (text: string, start: number): string => {
  let open = 0;
  for (let position = start; position < text.length; position++) {
    if (text[position] === '(') open++;
    if (text[position] === ')' && --open === 0) {
      return text.slice(0, start) + text.slice(start + 1, position) + text.slice(position + 1);
    }
  }
  return text;
};

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom(...fragments), { maxLength: 25 }).map((parts) => parts.join('')),
  );
  const vocabulary = { symbols: ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'hatmu_k'], leftHandSide: ['hatsigma_k^2'] };

  test('is read, or refused with a place inside it, a message and a mend', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, withVocabulary) => {
        const reading = withVocabulary ? parseFormula(text, vocabulary) : parseFormula(text);
        expect(reading.source).toBe(text);
        if (reading.kind === 'formula') return;
        for (const { code, at, message, fix } of reading.problems) {
          expect(code).toMatch(/^[a-z-]+$/);
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeGreaterThanOrEqual(at.start);
          expect(at.end).toBeLessThanOrEqual(Math.max(text.length, 1));
          expect(message).toMatch(/[.!?]$/);
          expect(fix).toMatch(/[.!?]$/);
        }
      }),
      { ...runs, numRuns: 4000 },
    );
  });

  test('that can be read gives the same formula when printed and read again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = parseFormula(text);
        if (reading.kind === 'formula') {
          expect(exprOf(parseFormula(printText(reading.expr)))).toEqual(reading.expr);
        }
      }),
      { ...runs, numRuns: 4000 },
    );
  });

  test('shows its place in two printable lines', () => {
    fc.assert(
      fc.property(anyText, fc.nat(70), fc.nat(20), (text, start, length) => {
        const lines = showPlace(text, { start, end: start + length }).split('\n');
        expect(lines).toHaveLength(2);
        expect(lines[1]).toMatch(/^ *\^+$/);
        // eslint-disable-next-line no-control-regex
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }),
      runs,
    );
  });
});

describe('trees', () => {
  test('laid out, all lines are equally wide, and ASCII where asked', () => {
    fc.assert(
      fc.property(arbitraryExpr(), fc.boolean(), (expr, unicode) => {
        const lines = layOut(expr, { unicode });
        const widths = new Set(lines.map(widthOf));
        expect(widths.size).toBe(1);
        if (!unicode) expect(lines.join('')).toMatch(/^[ -~]*$/);
      }),
      runs,
    );
  });

  test('stay themselves when nothing is changed', () => {
    fc.assert(
      fc.property(arbitraryExpr(), (expr) => {
        expect(mapChildren(expr, (child) => child)).toBe(expr);
        expect(substitute(expr, new Map())).toBe(expr);
        expect(sameShape(expr, structuredClone(expr))).toBe(true);
      }),
      runs,
    );
  });

  test('symbols can be renamed and renamed back', () => {
    fc.assert(
      fc.property(arbitraryExpr(), (expr) => {
        const names = symbolsOf(expr);
        const there = new Map(names.map((name, index) => [name, symbol(`q_${index}`)]));
        const back = new Map(names.map((name, index) => [`q_${index}`, symbol(name)]));
        const renamed = substitute(expr, there);
        expect(symbolsOf(renamed)).toEqual(names.map((_, index) => `q_${index}`));
        expect(countNodes(renamed)).toBe(countNodes(expr));
        expect(substitute(renamed, back)).toEqual(expr);
      }),
      runs,
    );
  });

  test('differ in shape exactly when they differ in text', () => {
    fc.assert(
      fc.property(arbitraryExpr(['a', 'b'], 2), arbitraryExpr(['a', 'b'], 2), (a, b) => {
        expect(sameShape(a, b)).toBe(printText(a) === printText(b));
      }),
      runs,
    );
  });
});
