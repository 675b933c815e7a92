import { isFailure, quantity, type Solution } from '../../em/index.js';
import { marginsOf } from '../../variants/index.js';
import type { ComponentCriterion, Precision, Question } from '../../types.js';
import { type LintCheck, shown } from '../finding.js';

/** A share of the last digit asked: nearer than this to where rounding changes, a slip in the last place of a script decides. */
const hair = 0.002;
/** Log-odds, and shares of the quantity, below which a tie is near. */
const nearTie = 0.02;

/** Answers within a hair of a rounding edge, of a tie in an assignment, of a tie in a choice. */
export const checkEdges: LintCheck = ({ problem, solution, say }) => {
  for (const [index, question] of problem.questions.entries()) {
    for (const value of valuesOf(question, solution)) {
      const distance = distanceFromEdge(value, precisionOf(question));
      if (distance === undefined || distance > hair) continue;
      const isOnEdge = distance < 1e-6;
      say(
        isOnEdge ? 'note' : 'warning',
        'rounding-edge',
        ['questions', index, question.answer.kind],
        isOnEdge
          ? `${shown(value)} lies on the edge between two roundings; both are accepted.`
          : `${value.toPrecision(8)} lies within a hair of where rounding changes.`,
        'Ask for one decimal more or less, or change the data or the start.',
      );
    }
  }
  for (const { question, margin, point } of marginsOf(problem, solution)) {
    const index = problem.questions.findIndex(({ id }) => id === question);
    const answer = problem.questions[index]?.answer;
    const scale = answer?.kind === 'choice' && !('stated' in answer.key) ? scaleOf(answer.key, solution) : 1;
    if (margin > nearTie * scale) continue;
    const what = point === undefined ? 'The two best options' : `The two likeliest components of point ${point}`;
    say(
      'warning',
      'near-tie',
      ['questions', index, answer?.kind ?? ''],
      `${what} differ by ${shown(margin)} only.`,
      'Change the data or the start, so that the answer is clear.',
    );
  }
};

const valuesOf = ({ answer }: Question, solution: Solution): readonly number[] => {
  if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') return [];
  if ('stated' in answer.key) return [];
  const value = quantity(solution, answer.key);
  return isFailure(value) ? [] : [value].flat(2);
};

const precisionOf = ({ answer }: Question): Precision => ('precision' in answer ? answer.precision : {});

/** Distance from the nearest edge between two roundings, in units of the last digit; nothing where nothing is rounded. */
const distanceFromEdge = (value: number, { decimals }: Precision): number | undefined => {
  if (decimals === undefined) return undefined;
  const units = Math.abs(value) * 10 ** decimals;
  return Math.abs(units - Math.floor(units) - 0.5);
};

const scaleOf = (key: ComponentCriterion, solution: Solution): number => {
  const value = quantity(solution, { from: key.of, at: key.at });
  return isFailure(value) ? 1 : Math.max(...[value].flat(2).map(Math.abs));
};
