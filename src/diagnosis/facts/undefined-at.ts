/** Places inside the domains where the formula has no value and the right one has. */

import { evaluateAt } from '../../equivalence/index.js';
import type { Domains, FormulaFact } from '../../types.js';
import { pointsFor, specialValues } from './points.js';
import type { Subject } from './subject.js';
import { type Point, valueAt } from './value-at.js';

const written = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(6))) : 'undefined';

/** Fillings of the other symbols that are tried: of either sign, since roots and logarithms have values on one side only. */
const fillingsFor = (names: readonly string[], domains: Domains): readonly Point[] =>
  pointsFor(names, domains, 2).flatMap((point) =>
    [(value: number) => value, Math.abs, (value: number) => -Math.abs(value)].map((signed): Point => {
      // Short numbers, so that the place can be put in again as it is written.
      const short = [...point].map(([name, value]) => [name, Number(value.toPrecision(3))] as const);
      return new Map(
        short.map(([name, value]) => [name, (domains[name] ?? 'real') === 'real' ? signed(value) : value] as const),
      );
    }),
  );

/** What is told of a place is what makes it one: all its values only where the formula has no value there for other reasons. */
export const undefinedAt = ({ spec, given, right, names, domains, samples }: Subject): readonly FormulaFact[] => {
  // Where an index ranges over numbers, symbols depend on each other, and these points do not heed it.
  if (samples.length === 0 || spec.index !== undefined) return [];
  const fillings = fillingsFor(names, domains);
  const isGap = (point: Point): boolean =>
    Number.isFinite(valueAt(right, point)) && evaluateAt(given, point).kind === 'undefined';
  for (const special of specialValues(names, domains)) {
    const points = fillings.map((filling): Point => new Map([...filling, ...special]));
    const gap = points.find(isGap);
    if (gap === undefined) continue;
    const told = points.every(isGap) ? special : gap;
    const values = Object.fromEntries([...told].map(([name, value]) => [name, written(value)]));
    return [{ code: 'undefined-at', witness: { values, left: 'undefined', right: written(valueAt(right, gap)) } }];
  }
  return [];
};
