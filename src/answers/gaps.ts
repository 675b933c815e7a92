/** Places in the data of a problem at which a right formula has no value: x_1·m/x_1 is m, but not for a sample that is 0. */

import { evaluateAt, evaluateConstant } from '../equivalence/index.js';
import { children, negate, number, substitute, symbolsOf } from '../expression/index.js';
import type { Domains, Expr, Model } from '../types.js';

/** The numbers of the problem that a symbol may stand for, by the base of its name. */
const listFor = (base: string, { data, start }: Model): readonly unknown[] => {
  switch (base) {
    case 'x':
      return data;
    case 'pi':
      return start?.weights ?? [];
    case 'mu':
      return start?.['means'] ?? [];
    case 'sigma':
      return (start?.['variances'] ?? []).map((value) => (typeof value === 'number' ? Math.sqrt(value) : value));
    default:
      return [];
  }
};

/** `pi_1` is one number, `pi_k` that of some component; and the x_1 of a formula for two samples may be any sample. */
const valuesOf = (name: string, component: number, model: Model): readonly number[] => {
  const [base = '', index = ''] = name.split('_');
  const list = listFor(base, model).filter((value) => typeof value === 'number');
  if (base === 'x') return [...new Set(list)];
  const value = list[(/^\d+$/.test(index) ? Number(index) : component) - 1];
  return value === undefined || index === '' ? [] : [value];
};

/** A value inside a domain that is no number of any problem, another one for each symbol; a multiple of 1/1024, so that sums and products are exact. */
const someValue = (domain: Domains[string] | undefined, i: number): number => {
  const share = (0.1237 + i * 0.6180339887498949) % 1;
  const value =
    typeof domain === 'object'
      ? domain[0] + (domain[1] - domain[0]) * share
      : domain === 'positive'
        ? 0.3 + 2 * share
        : 0.7 + 3 * share;
  return Math.round(1024 * value) / 1024;
};

const written = (value: number): Expr => (value < 0 ? negate(number(`${-value}`)) : number(`${value}`));

/** Whether a fraction line somewhere has exactly zero below it. */
const dividesByZero = (expr: Expr): boolean => {
  if (expr.kind === 'quotient') {
    const below = evaluateConstant(expr.denominator);
    if (below.kind === 'rational' && below.numerator === 0n) return true;
  }
  return children(expr).some(dividesByZero);
};

/** Whether a formula has no value at a point: doubles seldom tell zero from what is close to it, so that exact numbers have the last word. */
const isUndefined = (expr: Expr, point: ReadonlyMap<string, number>): boolean => {
  if (evaluateAt(expr, point).kind === 'value') return false;
  const there = substitute(expr, new Map([...point].map(([name, value]) => [name, written(value)])));
  return evaluateConstant(there).kind === 'undefined' || dividesByZero(there);
};

/** More choices of samples than this are not tried. */
const mostTried = 64;

/** Every choice of a value for each symbol; different samples are different numbers. */
const choicesOf = (lists: readonly (readonly [string, readonly number[]])[]): readonly ReadonlyMap<string, number>[] =>
  lists.reduce<readonly ReadonlyMap<string, number>[]>(
    (made, [name, values]) =>
      made.length * values.length > mostTried
        ? made
        : made.flatMap((one) =>
            values
              .filter((value) => values.length === 1 || ![...one.values()].includes(value))
              .map((value) => new Map([...one, [name, value]])),
          ),
    [new Map<string, number>()],
  );

/**
 * The numbers of the problem at which `expr` has no value though `reference` has one, by symbol, no more than are needed; empty where it has none for
 * ordinary values either; undefined where no such place was found. Both are equal wherever both have a value.
 */
export const gapAtData = (
  expr: Expr,
  reference: Expr,
  domains: Domains,
  model: Model,
): ReadonlyMap<string, number> | undefined => {
  const names = [...new Set([...symbolsOf(expr), ...symbolsOf(reference)])].sort();
  const ordinary = new Map(names.map((name, i) => [name, someValue(domains[name], i)] as const));
  const isGap = (values: ReadonlyMap<string, number>): boolean => {
    const point = new Map([...ordinary, ...values]);
    return isUndefined(expr, point) && evaluateAt(reference, point).kind === 'value';
  };
  const components = model.start?.weights.length ?? 1;
  for (let component = 1; component <= components; component += 1) {
    const lists = names.flatMap((name) => {
      const values = valuesOf(name, component, model);
      return values.length === 0 ? [] : [[name, values] as const];
    });
    const gap = choicesOf(lists).find(isGap);
    if (gap === undefined) continue;
    const needed = new Map(gap);
    for (const [name, value] of gap) {
      needed.delete(name);
      if (!isGap(needed)) needed.set(name, value);
    }
    return needed;
  }
  return undefined;
};
