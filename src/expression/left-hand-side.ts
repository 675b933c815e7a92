import type { Expr, Span } from '../types.js';
import { closingBracket } from './bracket-ahead.js';
import { equalsAhead } from './equals-ahead.js';
import { canonicalName, partsOf } from './name-parts.js';
import { printText } from './print-text.js';
import { stop, Unreadable } from './problems.js';
import { quote, type Reader } from './reader.js';
import { readInfix } from './read-brackets.js';
import { readSum } from './read-sum.js';
import { advance } from './scan.js';
import { symbolsOf } from './tree.js';
import { undecorate } from './undecorate.js';
import type { Vocabulary } from './vocabulary.js';

/** A formula and what stood before its equals sign. */
type Sides = { readonly name?: string; readonly expr: Expr };

/** What stands before an equals sign: its name without blanks and brackets, and the symbol in it. */
type Left = { readonly name: string; readonly symbol?: string; readonly isApplied: boolean };

/**
 * Reads `hatmu_k = …`, `p(y=k|x) = …`, `\mu_k^{new} := …`, `= …`, or a formula without a left-hand side. The reader stands before its first
 * token.
 */
export const readSides = (reader: Reader, vocabulary: Vocabulary): Sides => {
  const from = reader.position;
  const equals = equalsAhead(reader.text, from, reader.latex);
  const left = equals && readLeft(reader, { start: from, end: equals.start }, vocabulary.leftHandSide);
  if (!equals || left === 'no name') {
    advance(reader);
    if (reader.token.kind === 'end') refuseEmpty(reader);
    return { expr: readAll(reader) };
  }
  const asked = vocabulary.leftHandSide;
  if (left && asked && !isAsked(reader, left, asked)) {
    refuseName(equals, quote(reader, from, equals.start), asked);
  }
  reader.position = equals.end;
  advance(reader);
  reader.previousEnd = equals.end;
  if (reader.token.kind === 'end') {
    if (left === undefined) refuseEmpty(reader);
    stop('missing-operand', equals, 'After “=” something is missing.', 'Write the formula after it.');
  }
  const expr = readAll(reader);
  if (left === undefined) return { expr };
  if (!asked && !isDefinition(reader, left, expr)) return refuseEquation(equals);
  return { name: left.name, expr };
};

/** `a \\over b` without braces takes all there is, if not a sum. */
const readAll = (reader: Reader): Expr => {
  const expr = readSum(reader);
  return reader.token.kind === 'infix' ? readInfix(reader, expr) : expr;
};

/** What is defined there; nothing where nothing stands there, as in a cell of a spreadsheet. */
const readLeft = (reader: Reader, at: Span, asked: readonly string[] = []): Left | undefined | 'no name' => {
  const written = reader.text.slice(at.start, at.end).trim();
  if (written === '') return undefined;
  if (asked.includes(written) && isPlainName.test(written))
    return { name: canonicalLeft(written), symbol: written, isApplied: false };
  // No name is that long.
  if (written.length > longestName) return 'no name';
  const opening = /[)\]]$/.test(written) ? openingBracket(written) : -1;
  const head = written.slice(0, opening).trim();
  const isConditional = reader.symbols !== undefined || /[|=\u2223]|\\mid/.test(written.slice(opening));
  if (opening > 0 && isConditional && probability.test(head))
    return { name: probabilityName(head, written.slice(opening)), isApplied: true };
  const isApplied = opening > 0 && applied.test(head);
  // f(x) = … may as well be an equation, and so may any other where no question is known.
  if (isApplied && (/^[fgh]$/.test(head) || (reader.symbols === undefined && !isDressed(head)))) return 'no name';
  const name = isApplied ? head : written;
  const left = readAlone(reader, isPlainName.test(name) ? name : undecorate(name), at);
  const base = left.kind === 'power' && left.exponent.kind === 'number' ? left.base : left;
  if (base.kind === 'symbol') return { name: printText(left), symbol: base.name, isApplied };
  return left.kind === 'constant' && reader.symbols !== undefined ? { name: left.name, isApplied } : 'no name';
};

const longestName = 200;
/** Nothing on it tells which step or estimate it is, as with most. */
const isPlainName = /^(?:\\hat *)?\\?[A-Za-z]+(?:_[A-Za-z0-9])?$/;

/** p, `\Pr`, `\mathbb{P}`, p_\theta: what stands in its brackets is not calculated with. */
const probability =
  /^(?:\\(?:mathbb|mathrm|operatorname|text)\s*\{\s*)?\\?(?:p|P|q|Q|Pr|Prob|prob)\s*\}?\s*(?:_\s*(?:\{[^{}]*\}|\\?[A-Za-z]+))?\s*(?:\\left)?$/;
const applied = /^\\?[\p{L}{][^+\-*/=()]*$/u;
const isDressed = (head: string): boolean => /_|hat|bar|tilde/.test(head);

const probabilityName = (head: string, brackets: string): string =>
  `${head.replaceAll(/\\left|\s/g, '')}${brackets.replaceAll(/\s|\\left|\\right|\\[,;:!]/g, '').replaceAll(/\\mid|\u2223/g, '|')}`;

const openingBracket = (text: string): number => {
  for (let position = 0; position < text.length; position++) {
    if ('(['.includes(text.charAt(position)) && closingBracket(text, position) === text.length - 1) return position;
  }
  return -1;
};

/** Reads the left-hand side as a text of its own; what is wrong with it is told of all of it. */
const readAlone = (reader: Reader, text: string, at: Span): Expr => {
  const inner: Reader = { ...reader, text, source: text, end: text.length, position: 0, previousEnd: 0, notes: [] };
  try {
    advance(inner);
    const expr = readSum(inner);
    if (inner.token.kind === 'end') return expr;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  if (/^\W*\d[\s\d,.…\\{}]*$/.test(reader.text.slice(at.end))) {
    const from = Math.max(reader.text.lastIndexOf(',', at.end), reader.text.lastIndexOf('  ', at.end), at.start);
    stop(
      'stray-condition',
      { start: from, end: reader.end },
      'After the formula stands for which numbers it holds, or another equation.',
      'Write only the formula.',
    );
  }
  return stop(
    'wrong-left-hand-side',
    at,
    'What stands before the equals sign is no name that can be read.',
    'Leave it out, and write only the formula.',
  );
};

const isProbability = (name: string): boolean => /^\W*(?:p|P|q|Pr)\b.*\(/.test(name);

/** One of the names asked for, or one of the student's own that means nothing else in the problem. */
const isAsked = (reader: Reader, left: Left, asked: readonly string[]): boolean => {
  if (left.symbol === undefined) return isProbability(left.name) && asked.some(isProbability);
  if (asked.some((allowed) => isSameQuantity(canonicalLeft(allowed), left.name))) return true;
  return reader.symbols !== undefined && !reader.symbols.includes(left.symbol);
};

/** An index that is left out makes no other quantity. */
const isSameQuantity = (asked: string, given: string): boolean => {
  if (asked === given) return true;
  const [askedName = '', askedPower] = asked.split('^');
  const [givenName = '', givenPower] = given.split('^');
  const [one, other] = [partsOf(askedName), partsOf(givenName)];
  return askedPower === givenPower && one.base === other.base && other.index === '';
};

const canonicalLeft = (allowed: string): string => {
  const [name = '', exponent] = allowed.split(/\^|\*\*/);
  return exponent === undefined ? canonicalName(name.trim()) : `${canonicalName(name.trim())}^${exponent.trim()}`;
};

/**
 * Without a list of what may stand there: a name that the question does not offer and the formula does not use; where no question is known, one
 * with a subscript or accent.
 */
const isDefinition = (reader: Reader, { name, symbol, isApplied }: Left, right: Expr): boolean => {
  if (symbol === undefined) return true;
  if (symbolsOf(right).includes(symbol)) return false;
  if (reader.symbols === undefined) return isApplied || symbol.includes('_') || /^(hat|bar|tilde)./.test(name);
  return !(reader.offered ?? reader.symbols).includes(symbol);
};

const refuseEmpty = (reader: Reader): never =>
  stop('empty', { start: 0, end: reader.source.length }, 'Nothing is written here.', 'Write a formula.');

const refuseEquation = (equals: Span): never =>
  stop(
    'unexpected-equals',
    { start: equals.start, end: equals.end },
    'An equals sign makes an equation; asked for is a formula.',
    'Write only what stands on one side of it.',
  );

const refuseName = (equals: Span, written: string, asked: readonly string[]): never =>
  stop(
    'wrong-left-hand-side',
    { start: equals.start, end: equals.end },
    asked.length === 0
      ? `Nothing should stand before “=”, but ${written} does.`
      : `Before “=” stands ${written}; asked for is ${asked.join(' or ')}.`,
    asked.length === 0
      ? 'Write only what stands after the equals sign.'
      : 'Check which quantity is asked for, and write only its formula.',
  );
