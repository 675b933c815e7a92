/** The component that answers a choice, such as “the largest variance at convergence”. */

import type { ComponentCriterion, Moment, Vector } from '../types.js';
import { componentCount } from './component-count.js';
import { isFailure, quantity } from './quantity.js';
import type { QuantityFailure, Solution } from './solution.js';
import { at } from './vectors.js';

export type ComponentChoice =
  /** The component (from 1), and how far the next one is behind, in units of the quantity. */
  | { readonly kind: 'component'; readonly component: number; readonly margin: number }
  /** These components cannot be told apart. */
  | { readonly kind: 'tie'; readonly components: readonly number[] };

// Values that are equal in theory differ by rounding, and a run stops a little before its limit.
const tieTolerance = 1e-9;

const listOf = (solution: Solution, from: string, moment: Moment): Vector | QuantityFailure => {
  const value = quantity(solution, { from, at: moment });
  if (isFailure(value)) return value;
  if (
    typeof value === 'number' ||
    !value.every((entry) => typeof entry === 'number') ||
    value.length !== componentCount(solution.model)
  ) {
    return { kind: 'failure', code: 'no-such-entry', message: `${from} has no entry for each component.` };
  }
  return value;
};

const ranking = {
  largest: (now) => now,
  smallest: (now) => now.map((value) => -value),
  'largest-increase': (now, since) => now.map((value, k) => value - at(since, k)),
  'largest-decrease': (now, since) => now.map((value, k) => at(since, k) - value),
} satisfies { readonly [Kind in ComponentCriterion['componentWith']]: (now: Vector, since: Vector) => Vector };

/** What the criterion makes as large as can be, for each component. */
export const scores = ({ componentWith }: ComponentCriterion, now: Vector, since: Vector): Vector =>
  ranking[componentWith](now, since);

/** Whether a criterion is about a change, not about where things stand. */
export const isMove = ({ componentWith }: ComponentCriterion): boolean =>
  componentWith === 'largest-increase' || componentWith === 'largest-decrease';

/**
 * The component that meets a criterion in the reference run, with its margin (infinite for a single component), a tie, or
 * the failure of the quantity. Increases and decreases are differences since the given moment, by default the start.
 */
export const componentFor = (solution: Solution, criterion: ComponentCriterion): ComponentChoice | QuantityFailure => {
  const now = listOf(solution, criterion.of, criterion.at);
  if (isFailure(now)) return now;
  const moves = isMove(criterion);
  const since = moves ? listOf(solution, criterion.of, criterion.since ?? 'start') : now;
  if (isFailure(since)) return since;

  const ranked = scores(criterion, now, since);
  const best = Math.max(...ranked);
  const scale = Math.max(...now.map(Math.abs), ...since.map(Math.abs));
  const close = ranked.flatMap((value, k) => (best - value <= tieTolerance * scale ? [k + 1] : []));
  const [component = 1] = close;
  if (close.length > 1) return { kind: 'tie', components: close };
  const next = Math.max(...ranked.filter((_, k) => k !== component - 1));
  return { kind: 'component', component, margin: best - next };
};
