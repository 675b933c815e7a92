import { componentFor, isFailure, quantity, type Solution } from '../em/index.js';
import type { Problem, Question } from '../types.js';

/** How far an answer is from being another one, and which. */
export type Margin = { readonly question: string; readonly margin: number; readonly point?: number };

/**
 * How far each assignment and each choice that the solver derives is from a tie: in log-odds of the two likeliest components for an assignment (its
 * worst point), in units of the quantity for a choice.
 */
export const marginsOf = ({ questions }: Problem, solution: Solution): readonly Margin[] =>
  questions.flatMap((question) => marginOf(question, solution));

const marginOf = ({ id, answer }: Question, solution: Solution): readonly Margin[] => {
  if (answer.kind === 'choice' && !('stated' in answer.key)) {
    const choice = componentFor(solution, answer.key);
    return choice.kind === 'component' ? [{ question: id, margin: choice.margin }] : [{ question: id, margin: 0 }];
  }
  if (answer.kind !== 'assignments' || 'stated' in answer.key) return [];
  const rows = quantity(solution, { from: 'responsibilities', at: answer.key.at });
  if (isFailure(rows) || typeof rows === 'number') return [];
  const odds = rows.map((row) => (typeof row === 'number' ? Infinity : logOdds(row)));
  const margin = Math.min(...odds);
  return [{ question: id, margin, point: odds.indexOf(margin) }];
};

/** log of the largest over the second largest; infinite for a single component. */
const logOdds = (row: readonly number[]): number => {
  const [first = 0, second = 0] = row.toSorted((a, b) => b - a);
  return Math.log(first / second);
};
