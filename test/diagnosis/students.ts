/** Students with known mistakes: what they hand in, and what is made of it. */

import { createDiagnoser, predict, predictPairs, type PairPredictions } from '../../src/diagnosis/index.js';
import { handIn, type Answers } from './hand-in.js';
import { gradeSubmission, prepareProblem, type PreparedProblem } from '../../src/grading/index.js';
import { numericMisconceptions, perform, type NumericMisconception } from '../../src/misconceptions/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Diagnosis, Model, Problem } from '../../src/types.js';

export { handIn, rightFormulas, write, type Answers } from './hand-in.js';

const load = async (id: string): Promise<Problem> => {
  const reading = await loadProblem(id);
  if (reading.kind !== 'problem') throw new Error(`${id} does not load`);
  return reading.problem;
};

export const homework = await load('em-two-gaussians');
export const threeGaussians = await load('em-three-gaussians');
export const twoCoins = await load('two-coins');
export const mStepByHand = await load('m-step-by-hand');

/** A problem with everything diagnosing needs. */
export const classroom = (problem: Problem) => {
  const prepared: PreparedProblem = prepareProblem(problem);
  const predictions = predict(prepared);
  let pairs: PairPredictions | undefined;
  const pairsOnce = (): PairPredictions => (pairs ??= predictPairs(prepared, predictions));
  const grade = (answers: Answers) =>
    gradeSubmission(prepared, { file: 'answers.json', attempt: 1, answers, warnings: [] });
  const diagnoser = createDiagnoser(prepared, predictions);
  const diagnoserWithPairs = createDiagnoser(prepared, predictions, pairsOnce);
  return {
    problem,
    prepared,
    predictions,
    grade,
    explain: (answers: Answers): Diagnosis => diagnoser(grade(answers)),
    explainWithPairs: (answers: Answers): Diagnosis => diagnoserWithPairs(grade(answers)),
    pairs: pairsOnce,
  };
};

export const withModel = (problem: Problem, model: Model): Problem => ({ ...problem, model });

const byId = new Map<string, NumericMisconception>(numericMisconceptions().map((fault) => [fault.id, fault]));
export const faultCalled = (id: string): NumericMisconception => {
  const fault = byId.get(id);
  if (fault === undefined) throw new Error(`${id} is no misconception`);
  return fault;
};

export const handInWith = (problem: Problem, ids: readonly string[], decimals?: number): Answers =>
  handIn(problem, perform(problem.model, ids.map(faultCalled)), decimals);

/** All ids that a diagnosis names, pairs taken apart. */
export const named = (diagnosis: Diagnosis): readonly string[] =>
  diagnosis.causes.flatMap(({ ids }) => ids.flatMap((id) => id.split('+')));

/** Numbers in [0, 1) from a seed (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
