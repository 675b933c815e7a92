/** Symbols that should matter and do not. Those that do not belong are remarked on while grading. */

import { symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { valueAt } from './value-at.js';
import { isClose, type Sample, type Subject } from './subject.js';

/** Whether a formula's value moves with a symbol, at any sample. */
const dependsOn = (expr: Expr, name: string, samples: readonly Sample[]): boolean =>
  samples.some(({ point }) => {
    const moved = new Map(point).set(name, (point.get(name) ?? 0) * 0.9 + 0.01);
    const [before, after] = [valueAt(expr, point), valueAt(expr, moved)];
    return Number.isFinite(after) && !isClose(before, after);
  });

export const symbolFacts = ({ given, right, samples }: Subject): readonly FormulaFact[] => {
  const symbols = symbolsOf(right).filter(
    (symbol) => samples.length > 0 && dependsOn(right, symbol, samples) && !dependsOn(given, symbol, samples),
  );
  return symbols.length === 0 ? [] : [{ code: 'unused-symbols', symbols }];
};
