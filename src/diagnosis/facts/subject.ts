/** A wrong formula beside the right one, with the values both are tried at. */

import { symbolsOf } from '../../expression/index.js';
import type { Domains, Expr, FormulaSpec, Model } from '../../types.js';
import { type Point, valueAt } from './value-at.js';
import { pointsFor } from './points.js';

export type Subject = {
  readonly spec: FormulaSpec;
  readonly model: Model;
  readonly given: Expr;
  readonly right: Expr;
  readonly names: readonly string[];
  readonly domains: Domains;
  /** Both formulas have finite values here. */
  readonly samples: readonly Sample[];
};
export type Sample = { readonly point: Point; readonly given: number; readonly right: number };

const wanted = 6;

export const subjectOf = (given: Expr, right: Expr, spec: FormulaSpec, model: Model): Subject => {
  const names = [...new Set([...symbolsOf(right), ...symbolsOf(given)])].sort();
  const domains = { ...spec.elsewhere, ...spec.symbols };
  const samples = pointsFor(names, domains, 4 * wanted)
    .map((point) => ({ point, given: valueAt(given, point), right: valueAt(right, point) }))
    .filter((sample) => Number.isFinite(sample.given) && Number.isFinite(sample.right))
    .slice(0, wanted);
  return { spec, model, given, right, names, domains, samples };
};

export const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12);
