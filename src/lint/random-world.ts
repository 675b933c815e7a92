import { isFailure, quantity, solve } from '../em/index.js';
import { randomFrom, type Random } from '../variants/index.js';
import type { Model, Vector } from '../types.js';
import type { World } from './symbol-values.js';

/** How many samples and components the symbols of a formula speak of: `gamma_k2` of two samples, `pi_3` of three components. */
const extentOf = (symbols: readonly string[]): { readonly points: number; readonly components: number } => {
  let points = 1;
  let components = 2;
  for (const symbol of symbols) {
    const [base = '', index = ''] = symbol.split('_');
    if (base === 'x') points = Math.max(points, Number(index) || 1);
    else if (base === 'gamma') {
      const [first = '', second = ''] = index;
      points = Math.max(points, Number(second) || 1);
      components = Math.max(components, Number(first) || 1);
    } else components = Math.max(components, Number(index) || 1);
  }
  return { points: Math.min(points, 9), components: Math.min(components, 9) };
};

/**
 * A model with random data and parameters, what its E-step gives, and, for as many samples as the formula speaks of, random
 * responsibilities with what the solver's M-step makes of them.
 */
export const randomWorld = (
  { family, constants, start: given, fixed }: Model,
  symbols: readonly string[],
  seed: string,
): World | undefined => {
  const random = randomFrom(seed);
  const { points, components: named } = extentOf(symbols);
  // Weights that stay as they are may be built into a formula.
  const weights = fixed?.includes('weights') === true ? given?.weights : undefined;
  const components = weights?.length ?? named;
  const trials = constants?.['trials'] ?? 10;
  const size = Math.max(points, components);
  const data = Array.from({ length: size }, () =>
    family === 'binomial' ? Math.floor(random() * (trials + 1)) : random() * 10 - 5,
  );
  const shared = { family, ...(constants === undefined ? {} : { constants }) };
  const start = { weights: weights ?? shares(components, random), ...drawParameters(family, components, random) };
  const eStep = quantity(solve({ ...shared, data, start }), { from: 'responsibilities', at: 'start' });
  const responsibilities = Array.from({ length: size }, () => shares(components, random)).slice(0, points);
  const model: Model = { ...shared, data: data.slice(0, points), responsibilities };
  const mStep = solve(model);
  const after: { [name: string]: Vector } = {};
  for (const name of Object.keys(start)) {
    const value = quantity(mStep, { from: name, at: 1 });
    if (isFailure(value) || typeof value === 'number') return undefined;
    after[name] = value as Vector;
  }
  if (isFailure(eStep) || typeof eStep === 'number') return undefined;
  const [first = []] = eStep as readonly Vector[];
  const densities = start.weights.map((_, k) => density(family, data[0] ?? NaN, k, start, trials));
  return { model, responsibilities, before: start, after, eStep: first, densities };
};

/** Written out apart from the solver, so that each checks the other. The binomial coefficient is left out: all components share it. */
const density = (
  family: string,
  x: number,
  k: number,
  start: { readonly [name: string]: Vector },
  trials: number,
): number => {
  const probability = start['probabilities']?.[k] ?? NaN;
  if (family === 'binomial') return probability ** x * (1 - probability) ** (trials - x);
  const variance = start['variances']?.[k] ?? NaN;
  return Math.exp(-((x - (start['means']?.[k] ?? NaN)) ** 2) / (2 * variance)) / Math.sqrt(variance);
};

const drawParameters = (family: string, components: number, random: Random): { readonly [name: string]: Vector } => {
  const each = (low: number, high: number): Vector =>
    Array.from({ length: components }, () => low + random() * (high - low));
  return family === 'binomial' ? { probabilities: each(0.1, 0.9) } : { means: each(-4, 4), variances: each(0.5, 4) };
};

/** Positive numbers that sum to one. */
const shares = (size: number, random: Random): Vector => {
  const raw = Array.from({ length: size }, () => 0.1 + random());
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
};
