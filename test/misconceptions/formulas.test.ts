import { describe, expect, it } from 'vitest';

import { fingerprint } from '../../src/equivalence/index.js';
import { parseFormula, printText } from '../../src/expression/index.js';
import { wrongFormulaSetting } from '../../src/diagnosis/formula-setting.js';
import {
  formulaMisconceptions,
  formulaQuestion,
  knownForeignSymbols,
  numericMisconceptions,
  wrongFormulas,
} from '../../src/misconceptions/index.js';
import type { Expr, FormulaSpec } from '../../src/types.js';
import { homework } from '../diagnosis/students.js';

const specs = homework.questions.flatMap(({ id, answer }) =>
  answer.kind === 'formula' ? [[id, answer] as const] : [],
);

const referenceOf = ({ formula }: FormulaSpec): Expr => {
  const reading = parseFormula(formula);
  if (reading.kind !== 'formula') throw new Error(formula);
  return reading.expr;
};

const wrongOnes = (spec: FormulaSpec) => {
  const q = formulaQuestion(spec, homework.model);
  if (q === undefined) throw new Error('the question has no part');
  return [...wrongFormulas(referenceOf(spec), q)];
};

describe('The catalogue of wrong formulas', () => {
  it('has 76 of them, 20 for responsibilities, 17 for means, 23 for variances, 16 for mixing weights', () => {
    const parts = formulaMisconceptions.map(({ part }) => part);
    expect(parts.length).toBe(76);
    expect(
      ['responsibility', 'mean', 'variance', 'mixing-weight'].map(
        (part) => parts.filter((other) => other === part).length,
      ),
    ).toEqual([20, 17, 23, 16]);
    expect(new Set(formulaMisconceptions.map(({ id }) => id)).size).toBe(76);
  });

  it('shares its ids with the numeric ones where the mistake is the same', () => {
    const numeric = new Set<string>(numericMisconceptions().map(({ id }) => id));
    const both = formulaMisconceptions.map(({ id }) => id).filter((id) => numeric.has(id));
    expect(both).toEqual(
      expect.arrayContaining(['resp-no-prior', 'mu-divided-by-n', 'var-old-mean', 'pi-not-divided']),
    );
  });
});

describe.each(specs)('Rewriting %s', (_, spec) => {
  it('makes of the right formula a wrong one for every misconception of the part', () => {
    const setting = wrongFormulaSetting(spec, [...knownForeignSymbols(spec, homework.model)]);
    const right = fingerprint(referenceOf(spec), setting);
    const wrong = wrongOnes(spec).filter(({ expr }) => fingerprint(expr, setting) !== right);
    const part = formulaQuestion(spec)?.part;
    expect(new Set(wrong.map(({ id }) => id))).toEqual(
      new Set(formulaMisconceptions.filter((entry) => entry.part === part).map(({ id }) => id)),
    );
  });

  it('writes formulas that can be read again', () => {
    for (const { expr } of wrongOnes(spec)) expect(parseFormula(printText(expr)).kind).toBe('formula');
  });
});

describe('Symbols a misconception writes', () => {
  it.each([
    ['mean', ['gamma_1k', 'gamma_2k', 'gamma_11', 'gamma_22', 'n', 'x_k']],
    ['variance', ['mu_k', 'hatmu_1', 'hatmu_2', 'gamma_1k']],
    ['mixing-weight', ['gamma_1k', 'x_1', 'x_2']],
  ])('are known, in %s', (id, symbols) => {
    const [, spec] = specs.find(([other]) => other === id) ?? [];
    if (spec === undefined) throw new Error(`${id} is no question`);
    expect([...knownForeignSymbols(spec, homework.model)]).toEqual(expect.arrayContaining(symbols));
  });

  it('are none of those the question offers, and none where it states no quantity', () => {
    for (const [, spec] of specs) {
      for (const name of knownForeignSymbols(spec)) expect(Object.hasOwn(spec.symbols, name)).toBe(false);
      const { states: _, ...stateless } = spec;
      expect([...knownForeignSymbols(stateless)]).toEqual([]);
    }
  });
});
