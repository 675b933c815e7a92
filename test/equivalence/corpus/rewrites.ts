import {
  call,
  constant,
  mapChildren,
  negate,
  number,
  power,
  product,
  quotient,
  sum,
  symbol,
  symbolsOf,
} from '../../../src/expression/index.js';
import type { Expr } from '../../../src/types.js';
import type { Family } from './families.js';
import type { Random } from './random.js';

/** A rewrite that keeps the value wherever both sides have one, or nothing where it does not apply here. */
type Rewrite = {
  readonly name: string;
  readonly apply: (expr: Expr, family: Family, random: Random) => Expr | undefined;
};

const one = number(1);
const two = number(2);
const isSmall = (expr: Expr): boolean => expr.kind === 'number' && /^\d$/.test(expr.text);
const shuffled = <T>(items: readonly T[], random: Random): readonly T[] => {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
};
const anySymbol = (family: Family, expr: Expr, random: Random): Expr => {
  const [first = 'a', ...others] = [...symbolsOf(expr), ...Object.keys(family.domains).slice(0, 2)];
  return symbol(random.pick([first, ...others]));
};
const isPositive = (expr: Expr, family: Family): boolean =>
  expr.kind === 'symbol' && family.domains[expr.name] !== undefined;

const everywhere: readonly Rewrite[] = [
  {
    name: 'commute',
    apply: (e, _, r) =>
      e.kind === 'sum'
        ? sum(...shuffled(e.terms, r))
        : e.kind === 'product'
          ? product(...shuffled(e.factors, r))
          : undefined,
  },
  {
    name: 'distribute',
    apply: (e) => {
      if (e.kind !== 'product') return undefined;
      const place = e.factors.findIndex((factor) => factor.kind === 'sum');
      const inner = e.factors[place];
      return inner?.kind === 'sum'
        ? sum(...inner.terms.map((term) => product(...e.factors.with(place, term))))
        : undefined;
    },
  },
  {
    name: 'split the fraction',
    apply: (e) =>
      e.kind === 'quotient' && e.numerator.kind === 'sum'
        ? sum(...e.numerator.terms.map((term) => quotient(term, e.denominator)))
        : undefined,
  },
  {
    name: 'extend the fraction',
    apply: (e, f, r) => {
      if (e.kind !== 'quotient') return undefined;
      const factor = r.chance(0.5) ? anySymbol(f, e, r) : number(2 + r.below(5));
      return quotient(product(e.numerator, factor), product(factor, e.denominator));
    },
  },
  {
    name: 'divide by a negative power',
    apply: (e) => (e.kind === 'quotient' ? product(e.numerator, power(e.denominator, negate(one))) : undefined),
  },
  {
    name: 'divide by the inverse',
    apply: (e) => (e.kind === 'quotient' ? quotient(one, quotient(e.denominator, e.numerator)) : undefined),
  },
  {
    name: 'add and take away',
    apply: (e, f, r) => {
      const t = anySymbol(f, e, r);
      return sum(e, t, negate(t));
    },
  },
  {
    name: 'times one',
    apply: (e, f, r) => {
      const t = anySymbol(f, e, r);
      return quotient(product(e, t), t);
    },
  },
  { name: 'negate twice', apply: (e) => negate(negate(e)) },
  {
    name: 'exchange a difference',
    apply: (e) =>
      e.kind === 'power' && e.exponent.kind === 'number' && Number(e.exponent.text) % 2 === 0
        ? power(negate(e.base), e.exponent)
        : undefined,
  },
  {
    name: 'expand a square',
    apply: (e) => {
      if (
        e.kind !== 'power' ||
        e.exponent.kind !== 'number' ||
        e.exponent.text !== '2' ||
        e.base.kind !== 'sum' ||
        e.base.terms.length !== 2
      )
        return undefined;
      const [a = one, b = one] = e.base.terms;
      return sum(power(a, two), product(two, a, b), power(b, two));
    },
  },
  {
    name: 'write a power out',
    apply: (e) =>
      e.kind === 'power' &&
      isSmall(e.exponent) &&
      e.exponent.kind === 'number' &&
      Number(e.exponent.text) >= 2 &&
      Number(e.exponent.text) < 5
        ? product(...Array.from({ length: Number(e.exponent.text) }, () => e.base))
        : undefined,
  },
  {
    name: 'split an exponent',
    apply: (e) =>
      e.kind === 'power' && isSmall(e.exponent) && e.exponent.kind === 'number' && Number(e.exponent.text) > 1
        ? product(e.base, power(e.base, number(Number(e.exponent.text) - 1)))
        : undefined,
  },
  {
    name: 'number as a decimal',
    apply: (e) =>
      isSmall(e) && e.kind === 'number' ? quotient(number(`${Number(e.text) / 2}`), number('0.5')) : undefined,
  },
  {
    name: 'number as a sum',
    apply: (e, _, r) => (isSmall(e) ? ((k: Expr) => sum(k, e, negate(k)))(number(3 + r.below(5))) : undefined),
  },
];

const functions: readonly Rewrite[] = [
  {
    name: 'root as a power',
    apply: (e) =>
      e.kind === 'call' && e.name === 'sqrt' ? power(e.arguments[0] ?? one, quotient(one, two)) : undefined,
  },
  { name: 'root of a square', apply: (e, f) => (isPositive(e, f) ? call('sqrt', power(e, two)) : undefined) },
  {
    name: 'split a root',
    apply: (e, f) =>
      e.kind === 'call' &&
      e.name === 'sqrt' &&
      e.arguments[0]?.kind === 'product' &&
      e.arguments[0].factors.every((x) => isPositive(x, f) || x.kind !== 'symbol') &&
      e.arguments[0].factors.every((x) => x.kind === 'symbol' || x.kind === 'constant' || x.kind === 'number')
        ? product(...e.arguments[0].factors.map((x) => call('sqrt', x)))
        : undefined,
  },
  { name: 'square of a root', apply: (e, f) => (isPositive(e, f) ? power(call('sqrt', e), two) : undefined) },
  {
    name: 'exp as a power of e',
    apply: (e) => (e.kind === 'call' && e.name === 'exp' ? power(constant('e'), e.arguments[0] ?? one) : undefined),
  },
  {
    name: 'split exp',
    apply: (e) =>
      e.kind === 'call' && e.name === 'exp' && e.arguments[0]?.kind === 'sum'
        ? product(...e.arguments[0].terms.map((t) => call('exp', t)))
        : undefined,
  },
  {
    name: 'invert exp',
    apply: (e) =>
      e.kind === 'call' && e.name === 'exp' ? quotient(one, call('exp', negate(e.arguments[0] ?? one))) : undefined,
  },
  {
    name: 'square of exp',
    apply: (e) =>
      e.kind === 'call' && e.name === 'exp' ? power(call('exp', quotient(e.arguments[0] ?? one, two)), two) : undefined,
  },
  {
    name: 'split ln',
    apply: (e, f) =>
      e.kind === 'call' &&
      e.name === 'ln' &&
      e.arguments[0]?.kind === 'product' &&
      symbolsOf(e).every((s) => f.domains[s] !== undefined) &&
      e.arguments[0].factors.every((x) => x.kind === 'symbol' || x.kind === 'power')
        ? sum(...e.arguments[0].factors.map((x) => call('ln', x)))
        : undefined,
  },
  {
    name: 'ln of a fraction',
    apply: (e) =>
      e.kind === 'call' && e.name === 'ln' ? negate(call('ln', quotient(one, e.arguments[0] ?? one))) : undefined,
  },
  { name: 'ln of exp', apply: (e) => (e.kind === 'symbol' ? call('ln', call('exp', e)) : undefined) },
  { name: 'exp of ln', apply: (e, f) => (isPositive(e, f) ? call('exp', call('ln', e)) : undefined) },
  {
    name: 'power through exp',
    apply: (e, f) =>
      e.kind === 'power' && isPositive(e.base, f) ? call('exp', product(e.exponent, call('ln', e.base))) : undefined,
  },
  {
    name: 'half an angle',
    apply: (e) =>
      e.kind === 'call' && e.name === 'sin'
        ? product(
            two,
            call('sin', quotient(e.arguments[0] ?? one, two)),
            call('cos', quotient(e.arguments[0] ?? one, two)),
          )
        : undefined,
  },
  {
    name: 'cos by sin',
    apply: (e) =>
      e.kind === 'call' && e.name === 'cos'
        ? call('sin', sum(quotient(constant('pi'), two), negate(e.arguments[0] ?? one)))
        : undefined,
  },
  {
    name: 'cos of twice',
    apply: (e) =>
      e.kind === 'call' && e.name === 'cos'
        ? sum(one, negate(product(two, power(call('sin', quotient(e.arguments[0] ?? one, two)), two))))
        : undefined,
  },
  {
    name: 'tan by sin and cos',
    apply: (e) =>
      e.kind === 'call' && e.name === 'tan'
        ? quotient(call('sin', e.arguments[0] ?? one), call('cos', e.arguments[0] ?? one))
        : undefined,
  },
  {
    name: 'sin of a sum',
    apply: (e) => {
      const s = e.kind === 'call' && e.name === 'sin' ? e.arguments[0] : undefined;
      const [a, b, c] = s?.kind === 'sum' ? s.terms : [];
      return a && b && c === undefined
        ? sum(product(call('sin', a), call('cos', b)), product(call('cos', a), call('sin', b)))
        : undefined;
    },
  },
  {
    name: 'cosh by exp',
    apply: (e) =>
      e.kind === 'call' && e.name === 'cosh'
        ? quotient(sum(call('exp', e.arguments[0] ?? one), call('exp', negate(e.arguments[0] ?? one))), two)
        : undefined,
  },
  {
    name: 'one as sin and cos',
    apply: (e, f, r) => {
      if (f.name !== 'trigonometric') return undefined;
      const t = anySymbol(f, e, r);
      return product(e, sum(power(call('sin', t), two), power(call('cos', t), two)));
    },
  },
];

const identities: readonly Rewrite[] = [
  {
    name: 'one as a simplex',
    apply: (e, f, r) =>
      f.name === 'homework'
        ? product(
            e,
            r.pick([
              sum(symbol('gamma_11'), symbol('gamma_21')),
              sum(symbol('gamma_22'), symbol('gamma_12')),
              sum(symbol('pi_1'), symbol('pi_2')),
            ] as const),
          )
        : undefined,
  },
  {
    name: 'the other weight',
    apply: (e) =>
      e.kind === 'symbol' && (e.name === 'pi_1' || e.name === 'pi_2')
        ? sum(one, negate(symbol(e.name === 'pi_1' ? 'pi_2' : 'pi_1')))
        : undefined,
  },
  {
    name: 'two as a count',
    apply: (e, f) =>
      f.name === 'homework' && e.kind === 'number' && e.text === '2'
        ? sum(symbol('gamma_11'), symbol('gamma_21'), symbol('gamma_12'), symbol('gamma_22'))
        : undefined,
  },
];

const [commute = { name: 'nothing', apply: () => undefined }, ...others] = [...everywhere, ...functions, ...identities];
const rewrites: readonly [Rewrite, ...Rewrite[]] = [commute, ...others];

/** Applies a rewrite at a place chosen among all where one applies; the formula itself where none does. */
export const rewriteOnce = (expr: Expr, family: Family, random: Random): Expr => {
  const rewrite = random.pick(rewrites);
  const places: Expr[] = [];
  const visit = (part: Expr): Expr => {
    places.push(part);
    return mapChildren(part, visit);
  };
  visit(expr);
  for (let attempt = 0; attempt < 6; attempt++) {
    const place = places[random.below(places.length)];
    const made = place === undefined ? undefined : rewrite.apply(place, family, random);
    if (place !== undefined && made !== undefined) return replaceFirst(expr, place, made);
  }
  return expr;
};

/** Replaces one part, known by identity. */
export const replaceFirst = (expr: Expr, part: Expr, by: Expr): Expr => {
  let done = false;
  const visit = (here: Expr): Expr => {
    if (done) return here;
    if (here === part) {
      done = true;
      return by;
    }
    return mapChildren(here, visit);
  };
  return visit(expr);
};
