import {
  call,
  constant,
  negate,
  number,
  power,
  product,
  quotient,
  sum,
  symbol,
} from '../../../src/expression/index.js';
import type { Domains, Expr } from '../../../src/types.js';
import type { Random } from './random.js';

/** A kind of formula: its symbols, what is known of them, and how to draw one. */
export type Family = {
  readonly name: string;
  readonly domains: Domains;
  readonly given: readonly string[];
  readonly draw: (random: Random) => Expr;
};

const integer = (random: Random): Expr => number(1 + random.below(9));
const leaf = (names: readonly [string, ...string[]], random: Random): Expr =>
  random.chance(0.7) ? symbol(random.pick(names)) : integer(random);

const rationalTree = (names: readonly [string, ...string[]], depth: number, random: Random): Expr => {
  if (depth === 0) return leaf(names, random);
  const part = (): Expr => rationalTree(names, depth - 1 - random.below(2) < 0 ? 0 : depth - 1, random);
  switch (random.below(6)) {
    case 0:
      return sum(part(), part(), part());
    case 1:
      return sum(part(), negate(part()));
    case 2:
      return product(part(), part());
    case 3:
      return quotient(part(), sum(part(), symbol(random.pick(names))));
    case 4:
      return power(part(), number(2 + random.below(3)));
    default:
      return sum(part(), part());
  }
};

/** Parts of `tree` wrapped by a function now and then. */
const wrapped =
  (tree: (random: Random) => Expr, wrap: (inner: Expr, random: Random) => Expr) =>
  (random: Random): Expr => {
    const inner = wrap(tree(random), random);
    switch (random.below(4)) {
      case 0:
        return sum(inner, tree(random));
      case 1:
        return product(tree(random), inner);
      case 2:
        return quotient(inner, sum(number(1), wrap(tree(random), random)));
      default:
        return sum(product(integer(random), inner), negate(wrap(tree(random), random)));
    }
  };

const x = symbol('x');
const density = (at: Expr, mean: Expr, variance: Expr): Expr =>
  product(
    quotient(number(1), call('sqrt', product(number(2), constant('pi'), variance))),
    call('exp', negate(quotient(power(sum(at, negate(mean)), number(2)), product(number(2), variance)))),
  );

const weights = [symbol('pi_1'), symbol('pi_2')] as const;
const gammas = { k1: symbol('gamma_k1'), k2: symbol('gamma_k2') };
const total = sum(gammas.k1, gammas.k2);
const deviation = (i: string): Expr => power(sum(symbol(`x_${i}`), negate(symbol('hatmu_k'))), number(2));

/** The homework's own formulas, and the densities they are about. */
const homework: readonly [Expr, ...Expr[]] = [
  quotient(
    product(symbol('pi_k'), symbol('N_k')),
    sum(product(weights[0], symbol('N_1')), product(weights[1], symbol('N_2'))),
  ),
  quotient(sum(product(gammas.k1, symbol('x_1')), product(gammas.k2, symbol('x_2'))), total),
  quotient(sum(product(gammas.k1, deviation('1')), product(gammas.k2, deviation('2'))), total),
  quotient(total, number(2)),
  density(x, symbol('m'), symbol('v')),
  quotient(
    product(weights[0], density(x, symbol('m'), symbol('v'))),
    sum(
      product(weights[0], density(x, symbol('m'), symbol('v'))),
      product(weights[1], density(x, symbol('n'), symbol('w'))),
    ),
  ),
  call(
    'ln',
    sum(
      product(weights[0], density(x, symbol('m'), symbol('v'))),
      product(weights[1], density(x, symbol('n'), symbol('w'))),
    ),
  ),
];

const abc = ['a', 'b', 'c'] as const;
const positive: Domains = { a: 'positive', b: 'positive', c: 'positive' };
const unit: Domain = [0, 1];
type Domain = Domains[string];

export const families: readonly [Family, ...Family[]] = [
  { name: 'rational', domains: {}, given: [], draw: (random) => rationalTree(abc, 3, random) },
  {
    name: 'radical',
    domains: positive,
    given: [],
    draw: wrapped(
      (random) => rationalTree(abc, 1, random),
      (inner, random) =>
        random.chance(0.5)
          ? call('sqrt', power(inner, number(2)))
          : call('sqrt', product(symbol('a'), sum(symbol('b'), number(3)))),
    ),
  },
  {
    name: 'exponential',
    domains: positive,
    given: [],
    draw: wrapped(
      (random) => rationalTree(abc, 1, random),
      (inner, random) =>
        random.pick([
          call('exp', negate(quotient(inner, number(4)))),
          call('ln', product(symbol('a'), power(symbol('b'), number(2)))),
          call('ln', sum(symbol('a'), quotient(symbol('b'), symbol('c')))),
          power(symbol('a'), quotient(symbol('b'), number(3))),
          power(constant('e'), sum(symbol('a'), negate(symbol('c')))),
        ] as const),
    ),
  },
  {
    name: 'trigonometric',
    domains: {},
    given: [],
    draw: wrapped(
      (random) => leaf(abc, random),
      (inner, random) =>
        random.pick([
          call('sin', sum(inner, symbol('a'))),
          call('cos', product(number(2), inner)),
          call('tan', symbol('b')),
          call('sin', sum(symbol('c'), quotient(constant('pi'), number(6)))),
          call('cosh', quotient(inner, number(2))),
        ] as const),
    ),
  },
  {
    name: 'homework',
    domains: {
      gamma_k1: unit,
      gamma_k2: unit,
      gamma_11: unit,
      gamma_21: unit,
      gamma_12: unit,
      gamma_22: unit,
      pi_1: unit,
      pi_2: unit,
      pi_k: unit,
      N_k: 'positive',
      N_1: 'positive',
      N_2: 'positive',
      v: 'positive',
      w: 'positive',
    },
    given: ['gamma_11 + gamma_21 = 1', '1 = gamma_12 + gamma_22', 'pi_1 + pi_2 = 1'],
    draw: (random) => random.pick(homework),
  },
];
