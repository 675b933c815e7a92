/** Rewrites of fractions: what stands below the line, and which way round they are. */

import type { Expr } from '../../types.js';
import { atQuotients, everywhere, inDenominators, product, quotient, sum, termsOf } from './shapes.js';

export const denominatorsLost = (expr: Expr): Iterable<Expr> => atQuotients(expr, ({ numerator }) => [numerator]);

export const inverted = (expr: Expr): Iterable<Expr> =>
  atQuotients(expr, ({ numerator, denominator }) => [quotient(denominator, numerator)]);

export const denominatorsReplaced = (expr: Expr, by: readonly Expr[]): Iterable<Expr> => inDenominators(expr, () => by);

/** What a rule makes of the sums of weights below a line; of all that stands there, where no such sum does. */
export const weightsBelowReplaced = (
  expr: Expr,
  isWeight: (name: string) => boolean,
  by: (terms: readonly Expr[]) => readonly Expr[],
): Iterable<Expr> =>
  inDenominators(expr, (denominator, numerator) => {
    const replaced = [
      ...everywhere(denominator, (node) =>
        node.kind === 'sum' && node.terms.every((term) => term.kind === 'symbol' && isWeight(term.name))
          ? by(node.terms)
          : [],
      ),
    ];
    return replaced.length > 0 ? replaced : by(termsOf(numerator));
  });

/** The terms below the line multiplied. */
export const denominatorsMultiplied = (expr: Expr): Iterable<Expr> =>
  inDenominators(expr, (denominator) => (denominator.kind === 'sum' ? [product(denominator.terms)] : []));

/** Each term above the line divided by the term below it: a/c + b/d for (a + b)/(c + d). */
export const dividedTermByTerm = (expr: Expr): Iterable<Expr> =>
  atQuotients(expr, ({ numerator, denominator }) => {
    const above = termsOf(numerator);
    const below = termsOf(denominator);
    if (above.length < 2 || above.length !== below.length) return [];
    return [sum(above.flatMap((term, i) => below.slice(i, i + 1).map((divisor) => quotient(term, divisor))))];
  });

/** The number of terms below the line, where the whole fraction is divided or multiplied by it once more. */
export const dividedAgain = (expr: Expr): Iterable<Expr> =>
  inDenominators(expr, (denominator, numerator) => [
    product([{ kind: 'number', text: String(termsOf(numerator).length) }, denominator]),
  ]);

export const denominatorsAveraged = (expr: Expr): Iterable<Expr> =>
  inDenominators(expr, (denominator) =>
    denominator.kind === 'sum'
      ? [quotient(denominator, { kind: 'number', text: String(denominator.terms.length) })]
      : [],
  );
