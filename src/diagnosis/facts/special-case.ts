/** Right in a special case only: for one component, or for the numbers of this problem. */

import { negate, number, substitute, symbol, symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { areEqual } from './constants.js';
import type { Subject } from './subject.js';

const components = ['1', '2', '3', '4', '5'];

/** `pi_k` with a component's number for its letter: `pi_1`. Names without a letter index stay. */
const fixed = (name: string, component: string): string => {
  const [base = name, ...rest] = name.split('_');
  return rest.length === 0 ? name : `${base}_${rest.join('_').replace(/\p{L}/u, component)}`;
};

export const oneComponent = ({ given, right, domains, spec }: Subject): readonly FormulaFact[] =>
  components.flatMap((component): readonly FormulaFact[] => {
    const special = substitute(right, new Map(symbolsOf(right).map((name) => [name, symbol(fixed(name, component))])));
    return symbolsOf(special).join() !== symbolsOf(right).join() && areEqual(given, special, domains, spec.given)
      ? [{ code: 'one-component', component }]
      : [];
  });

/** Which list of the model a symbol with a number is an entry of, by the base of its name. */
const listFor: { readonly [base: string]: string } = {
  pi: 'weights',
  w: 'weights',
  mu: 'means',
  sigma2: 'variances',
  x: 'data',
};

const valuesOf = ({ model }: Subject, names: readonly string[]): ReadonlyMap<string, Expr> => {
  // A formula for fewer samples than the data set has is about samples in general.
  const samples = names.filter((name) => listFor[name.split('_')[0] ?? ''] === 'data').length;
  return new Map(
    names.flatMap((name) => {
      const [base = '', index = ''] = name.split('_');
      const isSample = listFor[base] === 'data';
      const list = isSample ? model.data : model.start?.[listFor[base] ?? ''];
      const value =
        /^\d+$/.test(index) && (!isSample || samples === model.data.length) ? list?.[Number(index) - 1] : undefined;
      if (typeof value !== 'number' || !Number.isFinite(value) || /e/.test(String(value))) return [];
      const written: Expr = number(String(Math.abs(value)));
      return [[name, value < 0 ? negate(written) : written] as const];
    }),
  );
};

/** Weights that are all alike also fix the weight of any component. */
const withAnyComponent = (
  values: ReadonlyMap<string, Expr>,
  { model }: Subject,
  names: readonly string[],
): ReadonlyMap<string, Expr> => {
  const [first, ...others] = model.start?.weights ?? [];
  if (first === undefined || others.some((weight) => weight !== first)) return values;
  const letters = names.filter((name) => /^pi_\p{L}$/u.test(name));
  return new Map([...values, ...letters.map((name) => [name, number(String(first))] as const)]);
};

export const theseDataOnly = (subject: Subject): readonly FormulaFact[] => {
  const { given, right, names, domains } = subject;
  const values = withAnyComponent(valuesOf(subject, names), subject, names);
  if (values.size === 0) return [];
  // The identities hold for the values by themselves, and some would no longer name a symbol.
  const same = areEqual(substitute(given, values), substitute(right, values), domains, []);
  return same ? [{ code: 'these-data-only' }] : [];
};
