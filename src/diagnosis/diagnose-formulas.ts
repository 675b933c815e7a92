/** Causes of wrong formulas: a look-up by fingerprint; where none is known, what can be said for sure. */

import { definitionsFor } from '../answers/index.js';
import { fingerprint } from '../equivalence/index.js';
import { parseFormula, symbolsOf } from '../expression/index.js';
import { once } from '../memory/index.js';
import { familyOf } from '../misconceptions/index.js';
import type { Cause, Expr, FormulaFact, FormulaSpec, GradedQuestion, Problem, Reading } from '../types.js';
import { assumptions } from './assumptions.js';
import { factsAbout } from './facts/index.js';
import { isSettling } from './facts/settling.js';
import { wrongFormulaSetting } from './formula-setting.js';
import { constantKey } from './predict-formulas.js';
import type { FormulaPair, FormulaPrediction, PairPredictions, Predictions } from './prediction.js';
import { holdsSymbols, writtenForm } from './written-form.js';

export type FormulaDiagnosis = {
  readonly question: string;
  readonly cause?: Cause;
  readonly facts: readonly FormulaFact[];
  /** Diagnoses of one question with the same key say the same; without one, nothing is known of that. */
  readonly key?: string;
};

const idsOf = (list: readonly FormulaPrediction[]): readonly string[] => [...new Set(list.map(({ id }) => id))];

/**
 * Mistakes that give equal formulas, told apart by how the formula is written. Where it is written in no way foreseen, all of them come
 * into question, and with more than one none is certain. Nor is one that holds symbols which the formula does not: what cancels in the mistake
 * may never have been in the student's mind.
 */
const likeliest = (
  predictions: readonly FormulaPrediction[],
  expr: Expr,
): { readonly ids: readonly string[]; readonly certain: boolean } => {
  const all = idsOf(predictions);
  if (all.length === 1)
    return { ids: all, certain: predictions.some((one) => one.symbols === '' || holdsSymbols(expr, one.symbols)) };
  const { shape, symbols } = writtenForm(expr);
  const sameShape = predictions.filter((prediction) => prediction.shape === shape);
  const sameSymbols = predictions.filter((prediction) => prediction.symbols === symbols);
  const [told] = [sameShape, sameSymbols].filter((list) => list.length > 0);
  return told === undefined ? { ids: all, certain: false } : { ids: idsOf(told), certain: true };
};

/** The family that several ids share. */
export const sharedFamily = (ids: readonly string[], family: (id: string) => string): string | undefined => {
  const [first, ...others] = ids;
  if (first === undefined || others.length === 0) return undefined;
  return others.every((id) => family(id) === family(first)) ? family(first) : undefined;
};

const causeOf = (ids: readonly string[], question: string, certain: boolean, chance: number): Cause => {
  const family = sharedFamily(ids, familyOf);
  return { ids, ...(family === undefined ? {} : { family }), certain, explains: [question], leaves: [], chance };
};

/** What earns some of the points is wrong too, but for what is only not simplified, or follows from what was wrong before. */
const isWrong = ({ verdict, remarks }: GradedQuestion): boolean =>
  verdict === 'incorrect' ||
  verdict === 'ungradable' ||
  (verdict === 'partial' && !remarks.some(({ code }) => code === 'not-simplified' || code === 'carried'));

/** Diagnoses answers to one question; without cause and facts where the answer is no wrong formula. */
export type FormulaDiagnoser = (answer: GradedQuestion) => FormulaDiagnosis;

/** What is needed for every wrong formula of a question is made for the first. */
export const createFormulaDiagnoser = (
  question: string,
  spec: FormulaSpec,
  problem: Problem,
  predictions: Predictions,
  pairs: () => PairPredictions | undefined,
): FormulaDiagnoser => {
  const known = once(() => predictions.formulas[question] ?? { foreign: [], byFingerprint: {} });
  const setting = once(() => wrongFormulaSetting(spec, known().foreign));
  const reference = once(() => parseFormula(spec.formula));
  const definitions = once((): ReadonlyMap<string, Expr> => {
    const asked = problem.questions.find(({ id }) => id === question);
    return new Map(
      asked === undefined
        ? []
        : definitionsFor({ ...asked, answer: spec }, problem).flatMap((identity) =>
            typeof identity === 'string' || identity.left.kind !== 'symbol'
              ? []
              : [[identity.left.name, identity.right]],
          ),
    );
  });
  const chance = once(() => Math.min(1, assumptions.formula * Object.keys(known().byFingerprint).length));
  // Without identities, and in symbols of its own, a question sets the very points that wrong formulas are compared at.
  const isSetAlike = (used: readonly string[]): boolean =>
    spec.given.length === 0 && used.every((name) => Object.hasOwn(spec.symbols, name));
  const keyOf = (read: Expr, graded: string | undefined): string | undefined => {
    const used = symbolsOf(read);
    if (used.length === 0) return constantKey;
    if (graded !== undefined && isSetAlike(used)) return graded;
    try {
      return fingerprint(read, setting());
    } catch {
      return undefined;
    }
  };
  const nothing: FormulaDiagnosis = { question, facts: [], key: '' };
  return (answer) => {
    const { read, fingerprint: graded } = answer;
    if (read === undefined || !isWrong(answer)) return nothing;
    const key = keyOf(read, graded);
    const { byFingerprint } = known();
    const found = key !== undefined && Object.hasOwn(byFingerprint, key) ? byFingerprint[key] : undefined;
    if (found !== undefined) {
      const { ids, certain } = likeliest(found, read);
      const cause = causeOf(ids, question, certain, chance());
      return { question, cause, facts: [], key: `${certain} ${ids.join(' ')}` };
    }
    const table = key === undefined ? undefined : pairs()?.formulas[question];
    const together = table !== undefined && key !== undefined && Object.hasOwn(table, key) ? (table[key] ?? []) : [];
    const reading = reference();
    const facts = reading.kind === 'formula' ? factsAbout(read, reading.expr, spec, problem.model, definitions()) : [];
    // What is right up to a constant, or for one component, is told as that: no two mistakes say it better.
    const cause =
      !facts.some(isSettling) && saysEnough(read, reading) ? pairCause(together, question, table) : undefined;
    return cause === undefined
      ? { question, facts }
      : { question, cause, facts: [], key: `pair ${cause.ids.join(' ')}` };
  };
};

/** Whether a formula shows enough of the right one to tell two mistakes from it: much less has not come of them, but of no attempt at all. */
const saysEnough = (read: Expr, reference: Reading): boolean =>
  reference.kind === 'formula' && 2 * symbolsOf(read).length >= symbolsOf(reference.expr).length;

/** Two mistakes are named where no other two make the formula, and where it does not matter which was made first: a guess at two would be one too many. */
const pairCause = (
  together: readonly FormulaPair[],
  question: string,
  table: object | undefined,
): Cause | undefined => {
  const chance = Math.min(1, assumptions.formula * Object.keys(table ?? {}).length);
  const [only] = together;
  if (together.length !== 1 || only?.either !== true || chance >= assumptions.certainChance) return undefined;
  return causeOf([[...only.ids].sort().join('+')], question, true, chance);
};
