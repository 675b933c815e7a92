import * as fc from 'fast-check';
import type { Expr, FunctionName } from '../../src/types.js';
import { call, constant, negate, number, power, product, quotient, sum, symbol } from '../../src/expression/index.js';

/** Symbols of the homework, and the kinds of names that other problems use. */
const symbolNames = [
  'gamma_k1',
  'gamma_k2',
  'x_1',
  'x_2',
  'hatmu_k',
  'pi_k',
  'N_1',
  'sigma_k',
  'x',
  'a',
  'b',
  'theta_new',
  'barx',
] as const;

const unary: readonly FunctionName[] = [
  'sqrt',
  'cbrt',
  'abs',
  'exp',
  'ln',
  'log10',
  'log2',
  'factorial',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
];

const arbitraryNumber: fc.Arbitrary<Expr> = fc.oneof(
  { arbitrary: fc.nat(20).map((value) => number(value)), weight: 4 },
  { arbitrary: fc.tuple(fc.nat(99), fc.nat(999)).map(([whole, part]) => number(`${whole}.${part}`)), weight: 2 },
  {
    arbitrary: fc.tuple(fc.nat(9), fc.integer({ min: -300, max: 300 })).map(([d, e]) => number(`${d}e${e}`)),
    weight: 1,
  },
);

const leaf = (names: readonly string[]): fc.Arbitrary<Expr> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...names).map((name) => symbol(name)), weight: 5 },
    { arbitrary: arbitraryNumber, weight: 3 },
    { arbitrary: fc.constantFrom('pi' as const, 'e' as const).map((name) => constant(name)), weight: 1 },
  );

/** Formulas of every kind of node, as a reader could have made them, up to `depth` levels high. */
export const arbitraryExpr = (names: readonly string[] = symbolNames, depth = 5): fc.Arbitrary<Expr> => {
  const { expr } = fc.letrec<{ expr: Expr }>((tie) => ({
    expr: fc.oneof(
      { maxDepth: depth, withCrossShrink: true },
      { arbitrary: leaf(names), weight: 3 },
      { arbitrary: tie('expr').map((argument) => negate(argument)), weight: 1 },
      { arbitrary: fc.array(tie('expr'), { minLength: 2, maxLength: 4 }).map((terms) => sum(...terms)), weight: 2 },
      {
        arbitrary: fc.array(tie('expr'), { minLength: 2, maxLength: 4 }).map((factors) => product(...factors)),
        weight: 2,
      },
      { arbitrary: fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => quotient(a, b)), weight: 2 },
      { arbitrary: fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => power(a, b)), weight: 2 },
      { arbitrary: fc.tuple(fc.constantFrom(...unary), tie('expr')).map(([name, a]) => call(name, a)), weight: 1 },
      {
        arbitrary: fc
          .tuple(fc.constantFrom('min' as const, 'max' as const), fc.array(tie('expr'), { minLength: 2, maxLength: 3 }))
          .map(([name, args]) => call(name, ...args)),
        weight: 1,
      },
    ),
  }));
  return expr;
};
