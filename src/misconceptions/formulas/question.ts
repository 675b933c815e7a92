/** What the rewrites know of the question a formula answers. */

import { componentCount } from '../../em/index.js';
import { children, parseFormula, symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaSpec, Model } from '../../types.js';
import { isNumeric, letterIndex, numericIndex, readName } from './indices.js';

export type FormulaPart = 'responsibility' | 'mean' | 'variance' | 'mixing-weight';

export type FormulaQuestion = {
  readonly spec: FormulaSpec;
  readonly part: FormulaPart;
  /** The number of components, K. */
  readonly components: number;
  /** The number of points in the data set, which need not be the number of points in the formula. */
  readonly sampleSize: number;
  /** A weight, prior or responsibility: a symbol between 0 and 1. */
  readonly isProbability: (name: string) => boolean;
  /** An observation: a symbol numbered by the points that is no probability. */
  readonly isPoint: (name: string) => boolean;
  /** A parameter of the component, such as its mean: a symbol with a letter for an index that is no probability. */
  readonly isParameter: (name: string) => boolean;
};

const partOf: { readonly [quantity: string]: FormulaPart } = {
  responsibilities: 'responsibility',
  means: 'mean',
  probabilities: 'mean',
  rates: 'mean',
  variances: 'variance',
  weights: 'mixing-weight',
};

const isProbabilityIn =
  (spec: FormulaSpec) =>
  (name: string): boolean => {
    const domain = spec.symbols[name] ?? spec.elsewhere?.[name];
    if (typeof domain === 'object') return domain[0] >= 0 && domain[1] <= 1;
    const { base, indices } = readName(name);
    return indices.length > 0 && (base === 'gamma' || base === 'pi');
  };

/** Symbols that stand in powers: a prior is a factor of its component's term, p in p^x is a parameter of its density. */
const inPowers = (expr: Expr): readonly string[] =>
  expr.kind === 'power' ? symbolsOf(expr) : children(expr).flatMap(inPowers);

const isPriorIn = (spec: FormulaSpec): ((name: string) => boolean) => {
  const reference = parseFormula(spec.formula);
  const raised = new Set(reference.kind === 'formula' ? inPowers(reference.expr) : []);
  const isProbability = isProbabilityIn(spec);
  return (name) => isProbability(name) && !raised.has(name);
};

/** The largest component number that a symbol or an identity of the question mentions, at least two. */
const componentsIn = (spec: FormulaSpec): number => {
  const mentioned = [
    ...Object.keys(spec.symbols),
    ...Object.keys(spec.elsewhere ?? {}),
    ...spec.given.flatMap((text) => text.match(/\w+/g) ?? []),
  ];
  const numbers = mentioned.flatMap((name) => {
    const { base, indices } = readName(name);
    if (base === 'x') return [];
    const [first = ''] = indices;
    // `gamma_21` reads as one number; its first digit counts the components.
    return isNumeric(first) ? [Number(first.length === 2 ? first[0] : first)] : [];
  });
  return Math.max(2, ...numbers.filter((number) => number <= 9));
};

/** Undefined where the formula states no quantity that has misconceptions. */
export const formulaQuestion = (spec: FormulaSpec, model?: Model): FormulaQuestion | undefined => {
  const part = spec.states === undefined ? undefined : partOf[spec.states];
  if (part === undefined) return undefined;
  const isProbability = part === 'responsibility' ? isPriorIn(spec) : isProbabilityIn(spec);
  return {
    spec,
    part,
    components: (model && componentCount(model)) ?? componentsIn(spec),
    sampleSize: model?.data.length ?? 0,
    isProbability,
    isPoint: (name) => !isProbability(name) && numericIndex(name) !== undefined && letterIndex(name) === undefined,
    isParameter: (name) => !isProbability(name) && letterIndex(name) !== undefined,
  };
};
