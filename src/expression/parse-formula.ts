import type { Expr, Reading } from '../types.js';
import { refuseIndexOutside } from './index-outside.js';
import { maxDepth, maxLength } from './limits.js';
import { readSides } from './left-hand-side.js';
import { narrow } from './narrow.js';
import { stop, Unreadable } from './problems.js';
import { readOperand } from './read-operand.js';
import { readPower } from './read-power.js';
import { readProduct } from './read-product.js';
import { readSum } from './read-sum.js';
import { makeToken } from './tokens.js';
import { type Met, tooDeep, type Grammar, type Reader } from './reader.js';
import { isPlain, suspiciousCharacters } from './suspicious.js';
import { heightOf } from './tree.js';
import type { Vocabulary } from './vocabulary.js';
import { unexpected } from './unexpected.js';
import { withoutWrapping } from './wrapping.js';

const grammar: Grammar = { expression: readSum, product: readProduct, power: readPower, operand: readOperand };

/**
 * Reads a formula as students write it: plain ASCII, LaTeX or Unicode. Pure; never throws on any text; the time is linear in
 * its length, which is capped. What it cannot read, or could read in two ways, comes back with the place and the mend.
 *
 * Without `vocabulary.symbols` any name is a symbol. With it, spellings are matched to the names offered, and `pi` and `e`
 * are symbols if offered; names that nobody offered stay, for the caller to judge. Where a spelling fits two of the symbols,
 * `vocabulary.offered` decides. `vocabulary.leftHandSide` lists what may
 * stand before an equals sign; without the list, a name with a subscript or accent that is neither offered nor used on
 * the right may.
 */
export const parseFormula = (source: string, vocabulary: Vocabulary = {}): Reading => {
  try {
    const reader = open(source, vocabulary);
    const { expr, leftHandSide } = readWhole(reader, vocabulary);
    const base = { kind: 'formula', source, expr, notes: reader.notes } as const;
    return leftHandSide === undefined ? base : { ...base, leftHandSide };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'unreadable', source, problems: error.problems };
  }
};

const open = (source: string, vocabulary: Vocabulary): Reader => {
  if (source.length > maxLength) {
    stop(
      'too-long',
      { start: maxLength, end: source.length },
      `This text has ${source.length} characters; a formula may have ${maxLength}.`,
      'Shorten it: an answer to this question needs far fewer.',
    );
  }
  const isAscii = isPlain(source);
  const [first, ...more] = isAscii ? [] : suspiciousCharacters(source);
  if (first) throw new Unreadable([first, ...more]);
  const text = isAscii ? source : narrow(source);
  const { start, end } = withoutWrapping(text);
  return {
    source,
    text: end === text.length ? text : text.slice(0, end),
    end,
    symbols: vocabulary.symbols,
    offered: vocabulary.offered ?? vocabulary.symbols,
    names: vocabulary.names,
    latex: text.indexOf('\\') >= 0 && /\\[A-Za-z]/.test(text),
    position: start,
    token: makeToken('end', '', start, start, false),
    previousEnd: start,
    depth: 0,
    nodes: 0,
    bars: 0,
    commaSeparates: false,
    indices: none,
    counted: none,
    met: undefined,
    index: vocabulary.index,
    notes: [],
    grammar,
  };
};

const none: readonly string[] = [];
/** The names that nobody offered, with their places. */
const namesMet = (source: string, vocabulary: Vocabulary): readonly Met[] => {
  const met: Met[] = [];
  const reader: Reader = { ...open(source, vocabulary), met };
  readSides(reader, vocabulary);
  return met;
};

const readWhole = (reader: Reader, vocabulary: Vocabulary): { readonly expr: Expr; readonly leftHandSide?: string } => {
  const { name, expr } = readSides(reader, vocabulary);
  if (reader.token.kind !== 'end') unexpected(reader);
  if (reader.counted.length > 0) refuseIndexOutside(reader, expr, () => namesMet(reader.source, vocabulary));
  // A tree is never higher than it has nodes.
  if (reader.nodes > maxDepth && heightOf(expr) > maxDepth) tooDeep({ start: 0, end: reader.source.length });
  return name === undefined ? { expr } : { expr, leftHandSide: name };
};
