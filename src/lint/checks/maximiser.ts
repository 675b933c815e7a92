import { evaluateAt } from '../../equivalence/index.js';
import { parseFormula, symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaSpec, Problem } from '../../types.js';
import { boundIn, isMaximum } from '../lower-bound.js';
import { type Lint, type LintCheck, type Path, shown } from '../finding.js';
import { randomWorld } from '../random-world.js';
import { valueOfSymbol, type World } from '../symbol-values.js';

const worlds = 6;
const boundFamilies: readonly string[] = ['gaussian', 'binomial'];

/**
 * A formula that states a quantity of the procedure has its value, on random data and for every component; one for a parameter of
 * the M-step is the maximiser of the lower bound: its gradient is zero there, and the bound falls on both sides.
 */
export const checkMaximisers: LintCheck = (lint) => {
  for (const [index, { answer }] of lint.problem.questions.entries()) {
    if (answer.kind !== 'formula') continue;
    const path = ['questions', index, 'formula'];
    if (answer.states === undefined) {
      lint.say(
        'note',
        'not-tied',
        path,
        'Nothing says which quantity this formula is, so it is not checked against the solver.',
        'Add states: means (or variances, weights, responsibilities), if it is one.',
      );
    } else checkOne(lint, answer, answer.states, path);
  }
};

const checkOne = ({ problem, say }: Lint, spec: FormulaSpec, states: string, path: Path): void => {
  const reading = parseFormula(spec.formula, { symbols: Object.keys(spec.symbols) });
  if (reading.kind === 'unreadable') return;
  const { expr } = reading;
  for (let seed = 1; seed <= worlds; seed += 1) {
    const world = worldFor(problem, spec, seed);
    if (world === undefined) continue;
    const components = world.before['weights']?.length ?? 0;
    for (let k = 1; k <= components; k += 1) {
      const wrong = faultOf(expr, states, world, k, problem.model.family);
      if (wrong === undefined) continue;
      say(wrong.level, wrong.code, path, wrong.message, wrong.fix);
      return;
    }
  }
};

const worldFor = ({ model, id }: Problem, spec: FormulaSpec, seed: number): World | undefined =>
  randomWorld(model, Object.keys(spec.symbols), `${id} ${spec.formula} ${seed}`);

type Fault = {
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

const faultOf = (expr: Expr, states: string, world: World, k: number, family: string): Fault | undefined => {
  const values: { [symbol: string]: number } = {};
  for (const symbol of symbolsOf(expr)) {
    const value = valueOfSymbol(symbol, world, k);
    if (value === undefined) {
      return {
        level: 'warning',
        code: 'unknown-meaning',
        message: `What ${symbol} stands for is not known, so the formula is not checked against the solver.`,
        fix: 'Use the names of the homework (x_i, gamma_ki, pi_k, mu_k, sigma_k, hatmu_k, N_k), or take states out.',
      };
    }
    values[symbol] = value;
  }
  const right = rightValue(states, world, k);
  const given = evaluateAt(expr, values);
  if (right === undefined || given.kind === 'unknown') return undefined;
  const number = given.kind === 'value' ? given.value : NaN;
  if (!(Math.abs(number - right) <= 1e-9 * Math.max(1, Math.abs(right)))) {
    const where = Object.entries(values).map(([symbol, value]) => `${symbol} = ${shown(value)}`);
    return {
      level: 'error',
      code: 'not-the-solver',
      message: `The formula is not ${states} of component ${k}: with ${where.join(', ')} it gives ${shown(number)}, and the solver ${shown(right)}.`,
      fix: 'Correct the formula, or what it states.',
    };
  }
  if (!boundFamilies.includes(family) || !(states in world.after)) return undefined;
  const isHighest =
    states === 'weights'
      ? isStationaryInWeights(world)
      : isMaximum((value) => boundIn(states, value, k - 1, world), number);
  if (isHighest) return undefined;
  const message = `The lower bound is not at its maximum in ${states} of component ${k}.`;
  return { level: 'error', code: 'not-a-maximum', message, fix: 'Correct the formula.' };
};

const rightValue = (states: string, { eStep, after }: World, k: number): number | undefined =>
  (states === 'responsibilities' ? eStep : after[states])?.[k - 1];

/** With the weights bound to sum to one, the gradient Σ_i γ_ik / π_k is the same for every component (Bishop 2006, eq. 9.21). */
const isStationaryInWeights = ({ responsibilities, after }: World): boolean => {
  const gradient = (after['weights'] ?? []).map(
    (weight, k) => responsibilities.reduce((sum, row) => sum + (row[k] ?? NaN), 0) / weight,
  );
  const [first = NaN] = gradient;
  return gradient.every((value) => Math.abs(value - first) <= 1e-9 * first);
};
