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

/** A student mends one thing at a time; more than this is a list nobody reads. */
export const mostProblems = 3;

/** As much of what was handed in as a message can quote. */
export const quoted = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 40)} … ${line.slice(-15)}`;
};

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
