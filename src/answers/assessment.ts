/** What assessing one answer finds, before points, attempts and dates come in. */

import type { Expr, NumericAnswer, Proof, Question, Remark, Verdict } from '../types.js';

export type Assessment = {
  readonly verdict: Verdict;
  /** Share of the question's points, 0 to 1. */
  readonly share: number;
  readonly proof: Proof;
  readonly remarks: readonly Remark[];
  /** A formula as it was read. */
  readonly read?: Expr;
  readonly values?: NumericAnswer;
  readonly fingerprint?: string;
};

/** A question of one kind. */
export type QuestionOf<Spec> = Omit<Question, 'answer'> & { readonly answer: Spec };

export const blank: Assessment = { verdict: 'blank', share: 0, proof: { method: 'none' }, remarks: [] };

/** No answer that could be right or wrong: the remarks say what to mend, and no attempt is used. */
export const ungradable = (...remarks: readonly Remark[]): Assessment => ({
  verdict: 'ungradable',
  share: 0,
  proof: { method: 'none' },
  remarks,
});

/** Full share for all, a part for some, none for none. */
export const verdictOf = (right: number, of: number): { readonly verdict: Verdict; readonly share: number } => ({
  verdict: right === of ? 'correct' : right === 0 ? 'incorrect' : 'partial',
  share: right / of,
});
