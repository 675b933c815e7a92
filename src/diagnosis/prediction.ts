/** What every mistake predicts for one problem: computed once, plain JSON, looked up ever after. */

import type { Plausibility } from '../types.js';

/** NaN and infinities are answers too; JSON has no other way to write them. `any`: a choice that the numbers leave open. */
export type Outcome = readonly OutcomeEntry[];
export type OutcomeEntry = number | 'nan' | 'inf' | '-inf' | 'any';

/** A list of numbers, or one as it lies in a file. */
export type Numbers = ArrayLike<number>;

/**
 * The numeric answers of all hypotheses. An outcome is the flat list of numbers a question's answer consists of;
 * equal outcomes are stored once in the column of their question and named by their place there.
 */
export type NumericPredictions = {
  readonly columns: readonly Column[];
  /** The right procedure first. */
  readonly hypotheses: readonly Hypothesis[];
  /** Courses of iterated runs, shared by the hypotheses whose runs are equal. */
  readonly courses: Courses;
};

export type Column = {
  readonly question: string;
  /** Whether the answer is read off where the run ends, so that stopping elsewhere changes it. */
  readonly moves: boolean;
  /** Sorted by the first number; outcomes that start with no number come last. */
  readonly outcomes: readonly Outcome[];
  /** Places of the outcomes that would be graded right. */
  readonly right: Numbers;
  /** For each hypothesis, or pair, the place of the outcome, −1 where nothing is predicted. Moving columns: at the end of the run. */
  readonly answers: Numbers;
};

export type Hypothesis = {
  readonly id: string;
  readonly family: string;
  readonly plausibility: Plausibility;
  /** The course of the run, where it has one worth keeping. */
  readonly course?: number;
};

/**
 * All stops of all courses: an entry for each iteration at which a student may have stopped. The stops of the c-th course are those from
 * `starts[c]` to before `starts[c + 1]`; of the s-th stop, `answers` has the places in the moving columns, in the order of the columns, from s
 * times their number on.
 */
export type Courses = { readonly starts: Numbers; readonly iterations: Numbers; readonly answers: Numbers };

/**
 * A wrong formula. `shape` and `symbols` are hashes of how it is written, up to the order of terms and factors: they tell apart mistakes
 * that give equal formulas.
 */
export type FormulaPrediction = { readonly id: string; readonly shape: string; readonly symbols: string };

/** By question id. `foreign` are symbols the question does not offer, but wrong formulas hold. */
export type FormulaPredictions = {
  readonly [question: string]: {
    readonly foreign: readonly string[];
    readonly byFingerprint: { readonly [fingerprint: string]: readonly FormulaPrediction[] };
  };
};

/** Raised whenever what predictions hold, or the procedures behind them, change: kept ones of another format are of no use. */
export const predictionsFormat = 10;

export type Predictions = {
  readonly numbers: NumericPredictions;
  readonly formulas: FormulaPredictions;
};

/** What two mistakes together predict, where that is more than each of them alone. Kept apart: it is large and seldom needed. */
export type PairPredictions = {
  readonly numbers: PairTable;
  readonly formulas: {
    readonly [question: string]: { readonly [fingerprint: string]: readonly FormulaPair[] };
  };
};

/** Two mistakes in one formula; `either` where it does not matter which comes first. */
export type FormulaPair = { readonly ids: readonly [string, string]; readonly either?: true };

/** Only pairs that meddle with each other: where each fault spoils other answers, the single predictions stand side by side. */
export type PairTable = {
  /** Of each pair, the places of its two faults in `NumericPredictions.hypotheses`. */
  readonly first: Numbers;
  readonly second: Numbers;
  /** In the order of `NumericPredictions.columns`. */
  readonly columns: readonly Column[];
};
