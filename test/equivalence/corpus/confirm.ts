import { parseFormula, substitute, symbolsOf, symbol, sum, negate, number } from '../../../src/expression/index.js';
import type { Expr } from '../../../src/types.js';
import type { Pair } from './generate.js';
import { makeEvaluator } from './mathjs-evaluate.js';
import { makeRandom, type Random } from './random.js';

/** What 70 digits of mathjs BigNumber at several points say: E(qual), D(ifferent), or ? where neither side has a value anywhere. */
export type Expectation = 'E' | 'D' | '?';

const POINTS = 2;
const TRIES = 12;
const evaluate = makeEvaluator(70);
const evaluateFurther = makeEvaluator(300);

const drawValue = (pair: Pair, name: string, random: Random): string => {
  const domain = Object.hasOwn(pair.domains, name) ? pair.domains[name] : 'real';
  const size = (1 + random.below(998)) / 1000;
  if (typeof domain === 'object') return `${domain[0] + (domain[1] - domain[0]) * size}`.slice(0, 6);
  return `${domain === 'real' && random.chance(0.4) ? '-' : ''}${random.below(3)}.${String(1 + random.below(998)).padStart(3, '0')}`;
};

/** The homework's identities, put in: what is one less the other is written so before evaluating. */
const dependent: ReadonlyMap<string, Expr> = new Map(
  [
    ['gamma_11', 'gamma_21'],
    ['gamma_12', 'gamma_22'],
    ['pi_1', 'pi_2'],
  ].map(([name = '', other = '']) => [name, sum(number(1), negate(symbol(other)))] as const),
);

export const confirm = (pair: Pair, seed: number): Expectation => {
  const random = makeRandom(seed);
  const [left, right] =
    pair.given.length === 0
      ? [pair.left, pair.right]
      : [substitute(pair.left, dependent), substitute(pair.right, dependent)];
  const names = [...new Set([...symbolsOf(left), ...symbolsOf(right)])];
  let found = 0;
  for (let attempt = 0; attempt < TRIES && found < POINTS; attempt++) {
    const values = Object.fromEntries(names.map((name) => [name, drawValue(pair, name, random)]));
    const [x, y] = [evaluate(left, values), evaluate(right, values)];
    if (x === undefined || y === undefined) continue;
    found++;
    const size = x.abs().gt(y.abs()) ? x.abs() : y.abs();
    const apart = x.minus(y).abs();
    if (apart.lte(size.times('1e-55')) || apart.lte('1e-58')) continue;
    if (apart.gt(size.times('1e-20'))) return 'D';
    // What 70 digits leave of a cancellation, 300 digits leave less of; a true difference stays.
    const further = evaluateFurther(left, values)
      ?.minus(evaluateFurther(right, values) ?? Number.NaN)
      .abs();
    if (further?.gt(apart.div(2)) === true) return 'D';
  }
  return found === 0 ? '?' : 'E';
};

/** A formula of the homework read with its symbols, for tables. */
export const read = (text: string, symbols: readonly string[] = []): Expr => {
  const reading = parseFormula(text, { symbols });
  if (reading.kind === 'unreadable') throw new Error(`${text}: ${reading.problems[0].message}`);
  return reading.expr;
};
