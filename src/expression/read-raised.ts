import type { Expr } from '../types.js';
import { Unreadable } from './problems.js';
import type { Reader } from './reader.js';
import { advance } from './scan.js';
import { unexpected } from './unexpected.js';

/** Reads the raised Unicode characters the reader stands at, ⁻¹ or ²ⁿ, as an expression of their own. */
export const readRaised = (reader: Reader): Expr => {
  const { token } = reader;
  const { text } = token;
  const inner: Reader = { ...reader, source: text, text, end: text.length, position: 0, previousEnd: 0, bars: 0 };
  try {
    advance(inner);
    inner.previousEnd = 0;
    const expr = inner.grammar.expression(inner);
    if (inner.token.kind !== 'end') unexpected(inner);
    reader.nodes = inner.nodes;
    advance(reader);
    return expr;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const [problem] = error.problems;
    throw new Unreadable([{ ...problem, at: { start: token.start, end: token.end } }]);
  }
};
