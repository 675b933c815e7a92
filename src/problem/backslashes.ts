import type { Scalar } from 'yaml';
import type { SyntaxFault } from './syntax-fault.js';

/**
 * The first such backslash of a text in double quotes. There `\theta` is a tab and “heta”, and nobody would notice before students do: commands of LaTeX
 * are what backslashes in problem files are for. A line break may be meant, unless it stands in a formula or at the very beginning.
 */
export const misreadBackslash = (text: string, { range, type }: Scalar): SyntaxFault | undefined => {
  if (type !== 'QUOTE_DOUBLE' || range === null || range === undefined) return undefined;
  const [start, end] = range;
  const written = text.slice(start, end);
  for (const { index, 0: whole, groups } of written.matchAll(escapeSequence)) {
    const fault = faultOf(groups?.['letter'] ?? '', written.slice(1, index));
    if (fault === undefined) continue;
    const command = /^\\[A-Za-z]*/.exec(written.slice(index))?.[0] ?? whole;
    return {
      offset: start + index,
      message: `In double quotes, “${command.length > 1 ? command : whole}” ${fault}.`,
      fix: `Put the text into single quotes, or write the backslash twice: “\\${command.length > 1 ? command : whole}”.`,
    };
  }
  return undefined;
};

const escapeSequence = /\\(?<letter>x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g;

const faultOf = (letter: string, before: string): string | undefined => {
  const becomes = characters[letter];
  if (letter === 'n') return isInFormula(before) || before === '' ? `begins with ${becomes}` : undefined;
  if (becomes !== undefined) return `begins with ${becomes}`;
  if (harmless.test(letter)) return undefined;
  return letter.length > 1 ? 'is an invisible character' : 'is no character that YAML knows';
};

/** Between two dollar signs, as far as what stands before can tell. */
const isInFormula = (before: string): boolean => (before.split('$').length - 1) % 2 === 1;

/** What a letter after a backslash becomes, where that is nothing to be seen. */
const characters: { readonly [letter: string]: string } = {
  '0': 'an invisible character',
  a: 'an invisible character (a bell)',
  b: 'an invisible character (a backspace)',
  t: 'a tab',
  n: 'a line break',
  v: 'an invisible character (a vertical tab)',
  f: 'an invisible character (a form feed)',
  r: 'an invisible character (a carriage return)',
  e: 'an invisible character (an escape)',
  N: 'a line break',
  L: 'a line break',
  P: 'a line break',
  _: 'a hard blank',
};

/** A quote, a backslash, a slash, a blank or the end of the line; and characters by their number that can be seen. */
const harmless = /^(["\\/\s]|x(?![01])..|u(?!00[01]).{4}|U(?!000000[01]).{8})$/;
