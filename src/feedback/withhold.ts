import type { Equality, Proof, Question, ShownProof } from '../types.js';

/** The proof without what would give the answer away: reference values, values of the right formula, and which of few-valued entries are wrong. */
export const withholdAnswer = (proof: Proof, question: Question): ShownProof => {
  if (proof.method === 'rounding') return { method: 'rounding', given: proof.given, decimals: proof.decimals };
  if (proof.method === 'tolerance') return { method: 'tolerance', given: proof.given, tolerance: proof.tolerance };
  if (proof.method === 'formula') return { method: 'formula', equality: withoutWitness(proof.equality) };
  return proof.method === 'entries' && question.answer.kind === 'assignments' ? { method: 'entries' } : proof;
};

const withoutWitness = (equality: Equality): Equality =>
  equality.verdict === 'different' ? { verdict: equality.verdict, method: equality.method } : equality;
