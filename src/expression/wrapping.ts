/** What stands around a formula and is no part of it. */

type Range = { readonly start: number; readonly end: number };

const pairs: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['```', '```'],
  ['`', '`'],
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
];

/**
 * The range of the formula itself: without blanks, the marks that begin and end mathematics, quotation marks around all of it, and the full
 * stop, comma or semicolon of a sentence or a line of code.
 */
export const withoutWrapping = (text: string): Range => {
  const end = text.trimEnd().length;
  let range: Range = { start: Math.min(text.length - text.trimStart().length, end), end };
  if (!mayBeWrapped(text, range)) return range;
  for (let depth = 0; depth < mostWrappings; depth++) {
    const inner = unwrapped(text, range);
    if (inner.start === range.start && inner.end === range.end) return range;
    range = inner;
  }
  return range;
};

const mostWrappings = 8;

/** Most formulas begin with a letter, a digit or a bracket, and end with one of them. */
const mayBeWrapped = (text: string, { start, end }: Range): boolean =>
  '$\\`"“„«\'‘'.includes(text.charAt(start)) ||
  '.,;\\'.includes(text.charAt(end - 1)) ||
  (text.includes('\\') && /\\(?:nonumber|notag|tag|label)(?![A-Za-z])/.test(text));

const unwrapped = (text: string, range: Range): Range => {
  const { start, end } = range;
  const [stop = ''] =
    /(?:(?<!\\)[;,]|(?<!\.|\\(?:left|right|[bB]igg?[lr]?)\s*)\.|\\\\|\\(?:nonumber|notag)|\\(?:label|tag)\{[^{}]*\})$/.exec(
      text.slice(Math.max(start, end - 80), end),
    ) ?? [];
  if (stop !== '') return trimmed(text, start, end - stop.length);
  for (const [opening, closing] of pairs) {
    const isWrapped = end - start >= opening.length + closing.length;
    if (isWrapped && text.startsWith(opening, start) && text.startsWith(closing, end - closing.length))
      return trimmed(text, start + opening.length, end - closing.length);
  }
  const [begin, environment = ''] = beginning.exec(text.slice(start, start + 80)) ?? [];
  const close = `\\end{${environment}}`;
  if (begin === undefined || !text.slice(start, end).endsWith(close)) return range;
  return trimmed(text, start + begin.length, end - close.length);
};

const beginning =
  /^\\begin\{((?:equation|align|aligned|alignat|gather|gathered|displaymath|math|multline|split|eqnarray)\*?)\}(?:\s*\\label\{[^{}]*\})?/;

const trimmed = (text: string, from: number, to: number): Range => {
  const piece = text.slice(from, to);
  const end = from + piece.trimEnd().length;
  return { start: Math.min(from + piece.length - piece.trimStart().length, end), end };
};
