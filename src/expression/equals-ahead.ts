import type { Span } from '../types.js';

/** What defines the name before it, besides =. */
const definitions = /<-(?=\s)|\\(?:gets|leftarrow|coloneqq|coloneq|triangleq|doteq|equiv)(?![A-Za-z])/;

/** The = (or :=, `\coloneqq`, <-) that stands in no bracket and after the bounds of no sum, from `from` on. */
export const equalsAhead = (text: string, from: number, latex: boolean): Span | undefined => {
  const isDefined = mayHaveDefinition(text, latex);
  if (!isDefined && text.indexOf('=') < 0) return undefined;
  const sign = isDefined ? definitions.exec(text) : null;
  let open = 0;
  for (let position = from; position < text.length; position++) {
    const character = text.charAt(position);
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character)) open--;
    else if (position === sign?.index && open === 0) return { start: position, end: position + sign[0].length };
    else if (character === '=' && open === 0 && !isOther(text, from, position)) return spanAt(text, position);
  }
  return undefined;
};

/** Most formulas have none of the signs: a glance is enough, and `indexOf` of one character is the fastest. */
const mayHaveDefinition = (text: string, latex: boolean): boolean =>
  text.indexOf('<') >= 0 || (latex && (text.includes('eq') || text.includes('arrow') || text.includes('gets')));

/** In small letters; a Σ at the end of a word becomes ς. */
const series = ['sum', 'prod', '∑', '∏', 'σ', 'ς'];

/** The sign of a comparison, or of the bounds of a sum. */
const isOther = (text: string, from: number, position: number): boolean => {
  if ('<>!≤≥'.includes(text.charAt(position - 1) || ' ')) return true;
  const before = text.slice(Math.max(from, position - 24), position);
  // Most stand after a name, far from any sum: to make the pattern takes longer than to look.
  const lower = before.toLowerCase();
  if (!series.some((word) => lower.includes(word))) return false;
  return /(?:sum|prod|[∑∏Σ])\s*_\s*[A-Za-z]\s*$|\b(?:sum|prod|product)\s+(?:(?:from|over|for)\s+)?[A-Za-z]\s*$/i.test(
    before,
  );
};

/** With the colon before it and, in an aligned line of TeX, the & after it. */
const spanAt = (text: string, position: number): Span => {
  const end = text.charAt(position + 1) === '=' ? position + 2 : position + 1;
  const [mark = ''] = /^\s*&/.exec(text.slice(end, end + 8)) ?? [];
  return { start: text.charAt(position - 1) === ':' ? position - 1 : position, end: end + mark.length };
};
