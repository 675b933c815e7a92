/** Places inside the domains where the formula has no value and the right one has. */

import { evaluateAt } from '../../equivalence/index.js';
import type { FormulaFact } from '../../types.js';
import { valueAt } from './value-at.js';
import { specialPoints } from './points.js';
import type { Subject } from './subject.js';

const written = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(6))) : 'undefined';

export const undefinedAt = ({ spec, given, right, names, domains, samples }: Subject): readonly FormulaFact[] => {
  // Where an index ranges over numbers, symbols depend on each other, and these points do not heed it.
  if (samples.length === 0 || spec.index !== undefined) return [];
  for (const exact of specialPoints(names, domains)) {
    // Short numbers, so that the place can be put in again as it is written.
    const point = new Map([...exact].map(([name, value]) => [name, Number(value.toPrecision(3))]));
    const here = valueAt(right, point);
    if (!Number.isFinite(here) || evaluateAt(given, point).kind !== 'undefined') continue;
    const values = Object.fromEntries([...point].map(([name, value]) => [name, written(value)]));
    return [{ code: 'undefined-at', witness: { values, left: 'undefined', right: written(here) } }];
  }
  return [];
};
