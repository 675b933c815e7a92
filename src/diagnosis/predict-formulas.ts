/** The wrong formulas of a problem, by fingerprint. */

import { fingerprint } from '../equivalence/index.js';
import { parseFormula, symbolsOf } from '../expression/index.js';
import { formulaQuestion, knownForeignSymbols, wrongFormulas, type FormulaQuestion } from '../misconceptions/index.js';
import type { Expr, Problem } from '../types.js';
import { wrongFormulaSetting } from './formula-setting.js';
import type { FormulaPair, FormulaPrediction, FormulaPredictions, PairPredictions } from './prediction.js';
import { writtenForm } from './written-form.js';

type Setting = ReturnType<typeof wrongFormulaSetting>;
type WrongFormula = { readonly id: string; readonly expr: Expr };

/** A formula question made ready for predictions; `q` is absent where no built-in misconception is about it. */
type FormulaCase = {
  readonly id: string;
  readonly reference: Expr;
  readonly q?: FormulaQuestion;
  readonly foreign: readonly string[];
  readonly setting: Setting;
};

/** A formula without symbols, where symbols are asked, is one mistake whatever its value. */
export const constantKey = 'constant';

const formulaCases = ({ questions, model, misconceptions = [] }: Problem): readonly FormulaCase[] =>
  questions.flatMap(({ id, answer }) => {
    if (answer.kind !== 'formula') return [];
    const reading = parseFormula(answer.formula);
    if (reading.kind !== 'formula') return [];
    const q = formulaQuestion(answer, model);
    const named = authoredFormulas(id, misconceptions).flatMap(({ expr }) => symbolsOf(expr));
    const foreign = [...new Set([...knownForeignSymbols(answer, model), ...named])]
      .filter((name) => !(name in answer.symbols))
      .sort();
    return [
      {
        id,
        reference: reading.expr,
        ...(q === undefined ? {} : { q }),
        foreign,
        setting: wrongFormulaSetting(answer, foreign),
      },
    ];
  });

const authoredFormulas = (
  question: string,
  misconceptions: NonNullable<Problem['misconceptions']>,
): readonly WrongFormula[] =>
  misconceptions.flatMap(({ id, predicts }) => {
    const text = Object.hasOwn(predicts, question) ? predicts[question] : undefined;
    const reading = typeof text === 'string' ? parseFormula(text) : undefined;
    return reading?.kind === 'formula' ? [{ id, expr: reading.expr }] : [];
  });

/** The fingerprint, or nothing for a formula that is undefined everywhere. */
const print = (expr: Expr, setting: Setting): string | undefined => {
  try {
    return fingerprint(expr, setting);
  } catch {
    return undefined;
  }
};

/** The wrong formulas of every formula question, keyed by what equal formulas share. */
export const predictFormulas = (problem: Problem): FormulaPredictions =>
  Object.fromEntries(
    formulaCases(problem).map(({ id, reference, q, foreign, setting }) => {
      const right = print(reference, setting);
      const found = new Map<string, FormulaPrediction[]>();
      const add = (key: string, prediction: FormulaPrediction): void => {
        const known = found.get(key) ?? [];
        if (!known.some((other) => other.id === prediction.id && other.shape === prediction.shape))
          known.push(prediction);
        found.set(key, known);
      };
      const wrong = [
        ...authoredFormulas(id, problem.misconceptions ?? []),
        ...(q === undefined ? [] : wrongFormulas(reference, q)),
      ];
      for (const formula of wrong) {
        const key = print(formula.expr, setting);
        if (key !== undefined && key !== right) add(key, { id: formula.id, ...writtenForm(formula.expr) });
        if (formula.id === 'pi-constant') add(constantKey, { id: formula.id, shape: '', symbols: '' });
      }
      return [id, { foreign, byFingerprint: Object.fromEntries(found) }];
    }),
  );

/** Formulas that two misconceptions of a question make together and none makes alone. */
export const predictFormulaPairs = (problem: Problem, singles: FormulaPredictions): PairPredictions['formulas'] =>
  Object.fromEntries(
    formulaCases(problem).map(({ id, reference, q, setting }) => {
      const known = singles[id]?.byFingerprint ?? {};
      const right = print(reference, setting);
      const found = new Map<string, Map<string, FormulaPair>>();
      for (const first of q === undefined ? [] : wrongFormulas(reference, q)) {
        for (const second of q === undefined ? [] : wrongFormulas(first.expr, q)) {
          if (first.id === second.id) continue;
          const key = print(second.expr, setting);
          if (key === undefined || key === right || Object.hasOwn(known, key)) continue;
          const pairs = found.get(key) ?? new Map<string, FormulaPair>();
          const inOrder = `${first.id}+${second.id}`;
          const reversed = `${second.id}+${first.id}`;
          const other = pairs.get(reversed);
          if (other === undefined) pairs.set(inOrder, { ids: [first.id, second.id] });
          else pairs.set(reversed, { ...other, either: true });
          found.set(key, pairs);
        }
      }
      return [id, Object.fromEntries([...found].map(([key, pairs]) => [key, [...pairs.values()]]))];
    }),
  );
