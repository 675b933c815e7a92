import type { FormulaFact } from '../../types.js';

/** Facts that leave nothing to explain: they are proved, and say all that is wrong. */
const settling: ReadonlySet<FormulaFact['code']> = new Set([
  'constant-factor',
  'constant-difference',
  'one-component',
  'always-the-same',
]);
export const isSettling = ({ code }: FormulaFact): boolean => settling.has(code);
