import { printText, substitute, symbol, symbolsOf } from '../../expression/index.js';
import type { Domains, Expr, Witness } from '../../types.js';
import { PLAIN } from '../branch.js';
import { compileFormula } from '../formula.js';
import { decimalText, PLAIN_POINTS } from '../real-points.js';
import { createSetting, type GivenIdentity } from '../setting.js';

/** What other libraries are asked: two formulas in neutral names, and points of the domains that satisfy the identities. Plain data. */
export type OpinionTask = {
  readonly left: string;
  readonly right: string;
  /** Values of the neutral names, as decimal texts. */
  readonly points: readonly { readonly [name: string]: string }[];
  /** Digits that mathjs is to work with. */
  readonly digits: number;
  /** Whether identities hold between the symbols: then nerdamer, which knows none, is not asked. */
  readonly constrained: boolean;
};

const DIGITS = 64;
const EXTRA_DIGITS = 30;
const MOST_POINTS = 6;

/** a1, a2, …: names that mean nothing to any library (mathjs reads N as newtons; nerdamer reads e, i and pi its own way). */
export const neutralNames = (left: Expr, right: Expr): ReadonlyMap<string, string> =>
  new Map([...new Set([...symbolsOf(left), ...symbolsOf(right)])].map((name, index) => [name, `a${index + 1}`]));

/**
 * The question to put to other libraries about two formulas; only text printed from our own trees ever reaches them. Where we hold a witness of a
 * difference, it is among the points, with the digits it takes to see it.
 */
export const opinionTask = (
  left: Expr,
  right: Expr,
  domains: Domains = {},
  given: readonly GivenIdentity[] = [],
  witness?: Witness,
): OpinionTask => {
  const setting = createSetting(domains, given);
  const renamed = neutralNames(left, right);
  const names = [...renamed.keys()];
  const print = (expr: Expr): string =>
    printText(substitute(expr, new Map([...renamed].map(([name, other]) => [name, symbol(other)]))));
  const [branch] = compileFormula(left, setting).branches.map((prepared) => prepared.branch);
  const points: Record<string, string>[] = [];
  if (witness !== undefined && names.every((name) => Object.hasOwn(witness.values, name))) {
    points.push(Object.fromEntries([...renamed].map(([name, other]) => [other, witness.values[name] ?? ''])));
  }
  for (let index = 0; index < PLAIN_POINTS && points.length < MOST_POINTS; index++) {
    const point = branch?.realPoint(index, names, PLAIN);
    if (point === undefined || !names.every((name) => point.exact.has(name))) continue;
    points.push(
      Object.fromEntries(
        names.flatMap((name) => {
          const [value, other] = [point.exact.get(name), renamed.get(name)];
          return value === undefined || other === undefined ? [] : [[other, decimalText(value)]];
        }),
      ),
    );
  }
  return {
    left: print(left),
    right: print(right),
    points,
    digits: Math.max(DIGITS, (witness?.left.length ?? 0) + EXTRA_DIGITS),
    constrained: given.length > 0,
  };
};
