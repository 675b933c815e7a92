/** Symbols that should matter and do not, and symbols that do not belong. */

import { symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { evaluate } from './evaluate.js';
import { isClose, type Sample, type Subject } from './subject.js';

/** Whether a formula's value moves with a symbol, at any sample. */
const dependsOn = (expr: Expr, name: string, samples: readonly Sample[]): boolean =>
  samples.some(({ point }) => {
    const moved = new Map(point).set(name, (point.get(name) ?? 0) * 0.9 + 0.01);
    const [before, after] = [evaluate(expr, point), evaluate(expr, moved)];
    return Number.isFinite(after) && !isClose(before, after);
  });

export const symbolFacts = ({ given, right, samples, spec }: Subject): readonly FormulaFact[] => {
  const foreign = symbolsOf(given).filter((symbol) => !Object.hasOwn(spec.symbols, symbol));
  const unused = symbolsOf(right).filter(
    (symbol) => samples.length > 0 && dependsOn(right, symbol, samples) && !dependsOn(given, symbol, samples),
  );
  return [
    ...foreign.map((symbol): FormulaFact => ({ code: 'foreign-symbol', symbol })),
    ...unused.map((symbol): FormulaFact => ({ code: 'unused-symbol', symbol })),
  ];
};
