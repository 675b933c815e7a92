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

/** Whether a symbol of the formula may be this one: with k: [1, 2], who writes `pi_k` has `pi_1` and `pi_2` in it. */
const standsForOthers = (name: string, { given, spec: { index = {} } }: Subject): boolean => {
  const [base] = name.split('_');
  return symbolsOf(given).some((other) => {
    const [otherBase, ...indices] = other.split('_');
    return (
      otherBase === base && other !== name && Object.keys(index).some((letter) => indices.join('_').includes(letter))
    );
  });
};

export const symbolFacts = (subject: Subject): readonly FormulaFact[] => {
  const { given, right, samples } = subject;
  const symbols = symbolsOf(right).filter(
    (name) =>
      dependsOn(right, name, samples) &&
      !dependsOn(given, name, samples) &&
      isFreeOf(given, name, subject) &&
      !standsForOthers(name, subject),
  );
  return symbols.length === 0 ? [] : [{ code: 'unused-symbols', symbols }];
};
