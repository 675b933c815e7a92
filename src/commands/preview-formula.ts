import {
  layOut,
  nearestSymbol,
  parseFormula,
  printText,
  showPlace,
  symbolsOf,
  type Vocabulary,
} from '../expression/index.js';
import { columnsOf } from '../expression/index.js';
import { escapeForTerminal, type Style, toAscii, wrap } from '../feedback/index.js';
import { didYouMean } from '../spelling/index.js';
import type { Expr, FormulaProblem } from '../types.js';

/** What a question offers: how names are matched, and which of them its answer may use. */
export type Offer = { readonly vocabulary: Vocabulary; readonly symbols: readonly string[] };

export type Preview = {
  /** `doubtful`: read, but with names that the question does not offer. */
  readonly kind: 'read' | 'doubtful' | 'unreadable';
  readonly text: string;
};

/**
 * How a text is read as a formula, for the student who typed it: laid out as on paper, in one line, with what was taken for granted;
 * or what is wrong with it, with the place marked. Without an offer any name will do.
 */
export const previewFormula = (source: string, offer: Offer | undefined, style: Style): Preview => {
  const reading = parseFormula(source, offer?.vocabulary);
  if (reading.kind === 'unreadable') {
    const blocks = reading.problems.map((problem) => explain(source, problem, style));
    return { kind: 'unreadable', text: blocks.join('\n\n') };
  }
  const { expr, leftHandSide, notes } = reading;
  const doubts = offer ? doubtsAbout(expr, offer) : [];
  const facts = [
    `In one line: ${printText(expr)}`,
    ...(leftHandSide === undefined ? [] : [`Before the equals sign: ${leftHandSide}`]),
    ...notes.map(({ message }) => `Note: ${message}`),
    ...doubts,
  ];
  const drawn = drawing(expr, style);
  const text = [...drawn, ...facts.map((fact) => wrapped(fact, style))].join('\n');
  return { kind: doubts.length > 0 ? 'doubtful' : 'read', text };
};

const explain = (source: string, { at, message, fix }: FormulaProblem, style: Style): string => {
  const place = source.trim() === '' ? [] : [safe(showPlace(source, at), style)];
  return [...place, wrapped(message, style), wrapped(fix, style)].join('\n');
};

/** Nothing where it would not fit, or where drawings are not wanted: the line of text says the same. */
const drawing = (expr: Expr, style: Style): readonly string[] => {
  if (style.plain) return [];
  const lines = layOut(expr, style).map((line) => `  ${line.trimEnd()}`);
  return lines.every((line) => columnsOf(line) <= style.width) ? ['', ...lines, ''] : [];
};

const doubtsAbout = (expr: Expr, { symbols }: Offer): readonly string[] =>
  symbolsOf(expr)
    .filter((name) => !symbols.includes(name))
    .map((name) => {
      const near = nearestSymbol(name, symbols);
      const known = symbols.length === 0 ? 'It offers no symbols.' : `It offers ${symbols.join(', ')}.`;
      return `This question does not offer “${name}”. ${near === undefined ? known : didYouMean(near)}`;
    });

const wrapped = (text: string, style: Style): string =>
  wrap(text, style.width)
    .map((line) => safe(line, style))
    .join('\n');

/** Line by line, for a newline is no character to be written out. */
const safe = (text: string, style: Style): string =>
  text
    .split('\n')
    .map((line) => (style.unicode ? escapeForTerminal(line) : toAscii(escapeForTerminal(line))))
    .join('\n');
