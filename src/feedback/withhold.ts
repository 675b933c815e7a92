import type { Equality, Proof, Question, ShownProof } from '../types.js';

/** The proof without what would give the answer away: reference values, values of the right formula, and which of few-valued entries are wrong. */
export const withholdAnswer = (proof: Proof, question: Question): ShownProof => {
  switch (proof.method) {
    case 'rounding':
      return { method: 'rounding', given: proof.given, decimals: proof.decimals };
    case 'tolerance':
      return { method: 'tolerance', given: proof.given, tolerance: proof.tolerance };
    case 'formula':
      return { method: 'formula', equality: withoutWitness(proof.equality) };
    case 'entries':
      return question.answer.kind === 'assignments' ? { method: 'entries' } : proof;
    case 'exact':
    case 'none':
      return proof;
  }
};

const withoutWitness = (equality: Equality): Equality => {
  if (equality.verdict === 'different') return { verdict: equality.verdict, method: equality.method };
  if (equality.verdict === 'equal') return equality;
  return equality;
};
