import type { Model, Vector } from '../types.js';

/** What a formula about the M-step or E-step may refer to, as numbers. */
export type World = {
  readonly model: Model;
  /** N × K. */
  readonly responsibilities: readonly Vector[];
  /** Parameters before the step, where there are any. */
  readonly before: { readonly [parameter: string]: Vector };
  /** Parameters after the M-step. */
  readonly after: { readonly [parameter: string]: Vector };
  /** Responsibilities of the components for the first sample, under the parameters before. */
  readonly eStep: Vector;
  /** p(x | component) at the first sample, up to a factor that all components share. */
  readonly densities: Vector;
};

const names: { readonly [base: string]: string } = {
  pi: 'weights',
  mu: 'means',
  p: 'probabilities',
  theta: 'probabilities',
};

/**
 * The value a symbol stands for, by the names of the homework: x_i the i-th sample (x alone the first), gamma_ki the responsibility of component k for it,
 * pi_k, mu_k, sigma_k, p_k the parameters before the step, with hat those after it, N_k the density at x. `k` is the component asked for (from 1); digits name
 * components and samples themselves. Nothing for other names.
 */
export const valueOfSymbol = (symbol: string, world: World, k: number): number | undefined => {
  const [base = '', index = ''] = symbol.split('_');
  const component = index === 'k' ? k : Number(index);
  if (base === 'x') return numeric(world.model.data[index === '' ? 0 : Number(index) - 1]);
  if (base === 'n' && index === '') return world.model.constants?.['trials'] ?? world.model.data.length;
  if (base === 'N' && index === '') return world.model.data.length;
  if (base === 'N') return world.densities[component - 1];
  if (base === 'gamma') {
    const [first = '', second = '1'] = index;
    return world.responsibilities[Number(second) - 1]?.[(first === 'k' ? k : Number(first)) - 1];
  }
  const isAfter = base.startsWith('hat');
  const parameters = isAfter ? world.after : world.before;
  const letter = isAfter ? base.slice(3) : base;
  if (letter === 'sigma') return root(parameters['variances']?.[component - 1]);
  const name = names[letter];
  return name === undefined ? undefined : parameters[name]?.[component - 1];
};

const numeric = (datum: Model['data'][number] | undefined): number | undefined =>
  typeof datum === 'number' ? datum : undefined;
const root = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.sqrt(value));
