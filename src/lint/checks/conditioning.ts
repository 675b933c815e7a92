import { isFailure, quantity, solve, type Solution } from '../../em/index.js';
import type { Model, Problem } from '../../types.js';
import { asksTheSolver, type LintCheck, shown } from '../finding.js';

/** A nudge as large as a rounding in a student's script might be. */
const nudge = 1e-7;
/** An answer that moves more than this many times the nudge is not the student's to get right. */
const mostAmplified = 1e4;
const manyIterations = 1000;
/** Larger data are not nudged point by point: it would take too long. */
const mostPoints = 200;

/** Runs that do not end well, or on which a rounding error decides. */
export const checkConditioning: LintCheck = ({ problem, solution, say }) => {
  if (!asksTheSolver(problem)) return;
  const { outcome } = solution;
  const start = ['model', 'start'];
  if (outcome.kind === 'variance-zero') {
    say(
      'warning',
      'collapse',
      start,
      `Component ${outcome.component} collapses onto one point in iteration ${outcome.iteration}: its variance becomes zero.`,
      'Take another start.',
    );
  } else if (outcome.kind === 'empty-component') {
    say(
      'warning',
      'collapse',
      start,
      `Component ${outcome.component} loses all its points in iteration ${outcome.iteration}.`,
      'Take another start.',
    );
  } else if (outcome.kind === 'not-converged') {
    say(
      'warning',
      'no-convergence',
      start,
      `The run still moves after ${outcome.iterations} iterations.`,
      'Take another start, or a looser stop: { tolerance: … }.',
    );
  } else if (outcome.kind === 'out-of-range') {
    say(
      'warning',
      'no-convergence',
      start,
      `Numbers leave the range of double precision in iteration ${outcome.iteration}.`,
      'Use a larger unit.',
    );
  } else if (outcome.kind === 'converged' && outcome.iterations > manyIterations) {
    say(
      'warning',
      'slow',
      start,
      `The run takes ${outcome.iterations} iterations to settle; most students stop earlier.`,
      'Take another start.',
    );
  }
  if (problem.model.data.length > mostPoints) return;
  for (const [index, amplification] of amplifications(problem, solution)) {
    if (amplification <= mostAmplified) continue;
    say(
      'warning',
      'ill-conditioned',
      ['questions', index],
      `A rounding error in data or start grows ${shown(amplification)} times in this answer.`,
      'Take another start, or ask for fewer decimals.',
    );
  }
};

/** By question, how much larger than the nudge the answer's largest move is, over nudges of every number of the model. */
const amplifications = (problem: Problem, solution: Solution): ReadonlyMap<number, number> => {
  const worst = new Map<number, number>();
  const before = answersOf(problem, solution);
  for (const model of nudged(problem.model)) {
    const after = answersOf(problem, solve(model));
    for (const [index, values] of before) {
      const moved = after.get(index);
      const move = values.reduce(
        (largest, value, i) => Math.max(largest, Math.abs((moved?.[i] ?? NaN) - value) / Math.max(1, Math.abs(value))),
        0,
      );
      // An answer that is not there any more has moved as far as can be.
      worst.set(index, Math.max(worst.get(index) ?? 0, Number.isNaN(move) ? Infinity : move / nudge));
    }
  }
  return worst;
};

const answersOf = ({ questions }: Problem, solution: Solution): ReadonlyMap<number, readonly number[]> =>
  new Map(
    questions.flatMap(({ answer }, index) => {
      if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') return [];
      if ('stated' in answer.key) return [];
      const value = quantity(solution, answer.key);
      return isFailure(value) ? [] : [[index, [value].flat(2)] as const];
    }),
  );

/** The model with one number moved a little, for each of its numbers; counts of successes stay whole. */
function* nudged(model: Model): Generator<Model> {
  if (model.family === 'gaussian') {
    for (const [index, datum] of model.data.entries()) {
      if (typeof datum === 'number') yield { ...model, data: model.data.with(index, change(datum)) };
    }
  }
  const { start } = model;
  if (start === undefined) return;
  for (const [name, values] of Object.entries(start)) {
    if (name === 'weights') continue;
    for (const [k, value] of values.entries())
      yield { ...model, start: { ...start, [name]: values.with(k, change(value)) } };
  }
}

const change = (value: number): number => value + nudge * Math.max(1, Math.abs(value));
