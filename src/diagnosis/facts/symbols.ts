/** Symbols that should matter and do not. Those that do not belong are remarked on while grading. */

import { substitute, symbol, symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { areEqual } from './constants.js';
import { valueAt } from './value-at.js';
import { isClose, type Sample, type Subject } from './subject.js';

/** Whether a formula's value moves with a symbol, at any sample. */
const dependsOn = (expr: Expr, name: string, samples: readonly Sample[]): boolean =>
  samples.some(({ point }) => {
    const moved = new Map(point).set(name, (point.get(name) ?? 0) * 0.9 + 0.01);
    const [before, after] = [valueAt(expr, point), valueAt(expr, moved)];
    return Number.isFinite(after) && !isClose(before, after);
  });

/** Whether the value is proved to be the same for every value of a symbol: doubles may only be too coarse to show its influence. */
const isFreeOf = (expr: Expr, name: string, { domains }: Subject): boolean => {
  if (!symbolsOf(expr).includes(name)) return true;
  const other = `${name}_other`;
  const moved = substitute(expr, new Map([[name, symbol(other)]]));
  return areEqual(expr, moved, { ...domains, [other]: domains[name] ?? 'real' }, []);
};

/**
 * Whether a symbol of the right formula may be this one of the given: `gamma_k1` is `gamma_11` for one component, and, where k ranges over numbers, who
 * writes `pi_k` has `pi_1` in mind.
 */
const mayBe = (name: string, other: string, letters: readonly string[]): boolean => {
  const [base, indices = ''] = name.split('_');
  const [otherBase, otherIndices = ''] = other.split('_');
  if (base !== otherBase || name === other || indices === '' || indices.length !== otherIndices.length) return false;
  return Array.from(indices).every((index, i) => {
    const against = otherIndices.charAt(i);
    return (
      index === against ||
      (/\p{L}/u.test(index) && /\d/.test(against)) ||
      (/\d/.test(index) && letters.includes(against))
    );
  });
};

const standsForOthers = (name: string, { given, spec: { index = {} } }: Subject): boolean =>
  symbolsOf(given).some((other) => mayBe(name, other, Object.keys(index)));

const unusedIn = (subject: Subject): readonly string[] => {
  const { given, right, samples } = subject;
  return symbolsOf(right).filter(
    (name) =>
      dependsOn(right, name, samples) &&
      !dependsOn(given, name, samples) &&
      isFreeOf(given, name, subject) &&
      !standsForOthers(name, subject),
  );
};

/**
 * The symbols without influence. `whole` is the same with definitions in the places of the symbols they define: what stands in one of those has
 * an influence after all, by it alone.
 */
export const symbolFacts = (
  written: Subject,
  whole: Subject,
  definitions: ReadonlyMap<string, Expr>,
): readonly FormulaFact[] => {
  const unused = unusedIn(whole);
  if (unused.length > 0) return [{ code: 'unused-symbols', symbols: unused }];
  const used = symbolsOf(written.given).filter((name) => definitions.has(name));
  const [through] = used;
  const symbols = through === undefined ? [] : unusedIn(written).filter((name) => !definitions.has(name));
  return through === undefined || used.length > 1 || symbols.length === 0
    ? []
    : [{ code: 'unused-symbols', symbols, through }];
};
