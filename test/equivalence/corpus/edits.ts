import {
  call,
  mapChildren,
  negate,
  number,
  power,
  product,
  quotient,
  sum,
  symbol,
} from '../../../src/expression/index.js';
import type { Expr } from '../../../src/types.js';
import type { Family } from './families.js';
import type { Random } from './random.js';
import { replaceFirst } from './rewrites.js';

/** A slip: it changes the formula at one place, and nearly always its value. */
type Edit = { readonly name: string; readonly apply: (expr: Expr, family: Family, random: Random) => Expr | undefined };

const without = <T>(items: readonly T[], place: number): readonly T[] => items.filter((_, i) => i !== place);

const edits: readonly [Edit, ...Edit[]] = [
  {
    name: 'drop a term',
    apply: (e, _, r) =>
      e.kind === 'sum' && e.terms.length > 1 ? sum(...without(e.terms, r.below(e.terms.length))) : undefined,
  },
  {
    name: 'drop a factor',
    apply: (e, _, r) =>
      e.kind === 'product' && e.factors.length > 1
        ? product(...without(e.factors, r.below(e.factors.length)))
        : undefined,
  },
  {
    name: 'change a sign',
    apply: (e, _, r) => {
      if (e.kind !== 'sum') return undefined;
      const i = r.below(e.terms.length);
      const t = e.terms[i];
      return t && sum(...e.terms.with(i, negate(t)));
    },
  },
  {
    name: 'change a number',
    apply: (e, _, r) =>
      e.kind === 'number' && /^\d+$/.test(e.text) ? number(Number(e.text) + 1 + r.below(2)) : undefined,
  },
  {
    name: 'exchange a symbol',
    apply: (e, f, r) => {
      const names = e.kind === 'symbol' ? Object.keys(f.domains).filter((n) => n !== e.name) : [];
      const [first, ...others] = names.length > 0 ? names : ['b'];
      return e.kind === 'symbol' && first !== undefined && first !== e.name
        ? symbol(r.pick([first, ...others]))
        : undefined;
    },
  },
  {
    name: 'turn a fraction over',
    apply: (e) => (e.kind === 'quotient' ? quotient(e.denominator, e.numerator) : undefined),
  },
  {
    name: 'multiply instead of dividing',
    apply: (e) => (e.kind === 'quotient' ? product(e.numerator, e.denominator) : undefined),
  },
  { name: 'drop a power', apply: (e) => (e.kind === 'power' ? e.base : undefined) },
  {
    name: 'power of the first term only',
    apply: (e) =>
      e.kind === 'power' && e.base.kind === 'sum' && e.base.terms[0]
        ? sum(power(e.base.terms[0], e.exponent), ...e.base.terms.slice(1))
        : undefined,
  },
  { name: 'drop a function', apply: (e) => (e.kind === 'call' ? e.arguments[0] : undefined) },
  {
    name: 'another function',
    apply: (e) => {
      const [of] = e.kind === 'call' ? e.arguments : [];
      return e.kind === 'call' && of
        ? call(
            ({ sin: 'cos', cos: 'sin', exp: 'cosh', ln: 'log10', sqrt: 'cbrt', tan: 'sin', cosh: 'sinh' } as const)[
              e.name as 'sin'
            ] ?? 'abs',
            of,
          )
        : undefined;
    },
  },
  {
    name: 'a tiny term',
    apply: (e, f, r) => sum(e, product(number(`1e-${8 + r.below(28)}`), symbol(Object.keys(f.domains)[0] ?? 'a'))),
  },
  {
    name: 'a number to sixteen digits',
    apply: (e) =>
      e.kind === 'constant' ? number(e.name === 'pi' ? '3.141592653589793' : '2.718281828459045') : undefined,
  },
  {
    name: 'a constant off by a little',
    apply: (e) => (e.kind === 'number' && /^\d+$/.test(e.text) ? number(`${e.text}.000000000001`) : undefined),
  },
  {
    name: 'a lost bracket',
    apply: (e) =>
      e.kind === 'quotient' && e.denominator.kind === 'sum' && e.denominator.terms[0]
        ? sum(quotient(e.numerator, e.denominator.terms[0]), ...e.denominator.terms.slice(1))
        : undefined,
  },
  { name: 'twice as much', apply: (e) => product(number(2), e) },
];

/** One slip at a random place. */
export const editOnce = (expr: Expr, family: Family, random: Random): Expr => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const places: Expr[] = [];
    const visit = (part: Expr): Expr => {
      places.push(part);
      return mapChildren(part, visit);
    };
    visit(expr);
    const place = places[random.below(places.length)];
    const made = place === undefined ? undefined : random.pick(edits).apply(place, family, random);
    if (place !== undefined && made !== undefined) return replaceFirst(expr, place, made);
  }
  return sum(expr, number(1));
};
