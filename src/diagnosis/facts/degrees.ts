/** Units: when all symbols of a kind are scaled, the result has to grow as the right one does. */

import { symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { valueAt } from './value-at.js';
import type { Sample, Subject } from './subject.js';

/** The power with which a formula grows when these symbols are scaled; undefined where there is none. */
const degreeIn = (expr: Expr, kind: ReadonlySet<string>, samples: readonly Sample[]): number | undefined => {
  const degrees = samples.flatMap(({ point }) =>
    [2, 3].map((scale) => {
      const scaled = new Map([...point].map(([name, value]) => [name, kind.has(name) ? value * scale : value]));
      return Math.log(Math.abs(valueAt(expr, scaled) / valueAt(expr, point))) / Math.log(scale);
    }),
  );
  const [first] = degrees;
  if (first === undefined || !Number.isFinite(first)) return undefined;
  const rounded = Math.round(first * 12) / 12;
  return degrees.every((degree) => Math.abs(degree - rounded) < 1e-6) ? rounded : undefined;
};

const baseOf = (name: string): string => name.split('_')[0] ?? name;

/** The least kinds of symbols in which a formula is homogeneous: each base by itself, or with the others it only makes sense with. */
const kindsOf = (right: Expr, samples: readonly Sample[]): readonly ReadonlySet<string>[] => {
  const names = symbolsOf(right);
  const bases = [...new Set(names.map(baseOf))];
  const ofBases = (...wanted: readonly string[]): ReadonlySet<string> =>
    new Set(names.filter((name) => wanted.includes(baseOf(name))));
  const single = bases.map((base) => ofBases(base)).filter((kind) => degreeIn(right, kind, samples) !== undefined);
  const alone = new Set(single.flatMap((kind) => [...kind].map(baseOf)));
  const rest = bases.filter((base) => !alone.has(base));
  const joint = ofBases(...rest);
  return rest.length > 1 && degreeIn(right, joint, samples) !== undefined ? [...single, joint] : single;
};

const written = (degree: number): string => {
  for (const below of [1, 2, 3, 4, 6, 12]) {
    const above = Math.round(degree * below);
    if (Math.abs(degree * below - above) < 1e-6) return below === 1 ? `${above}` : `${above}/${below}`;
  }
  return String(degree);
};

export const wrongDegrees = ({ given, right, samples }: Subject): readonly FormulaFact[] =>
  kindsOf(right, samples).flatMap((kind): readonly FormulaFact[] => {
    const asked = degreeIn(right, kind, samples);
    // Symbols of the same kind that only the given formula holds are measured alike.
    const bases = new Set([...kind].map(baseOf));
    const alike = new Set([...kind, ...symbolsOf(given).filter((name) => bases.has(baseOf(name)))]);
    const found = degreeIn(given, alike, samples);
    const [symbol] = kind;
    if (asked === undefined || found === undefined || symbol === undefined || asked === found) return [];
    return [{ code: 'wrong-degree', symbol, given: written(found), asked: written(asked) }];
  });
