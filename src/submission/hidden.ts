import { splitAtJoiners } from '../spelling/index.js';

/** Characters that do not show, or that turn what is shown around: controls, zero-width, text direction, halves of a pair. */
const hidden = (): RegExp => /[^\P{C}\t\n\r]|[\u2028\u2029\u115f\u1160\u3164\uffa0]/u;

/** Most texts, told without the expression above, which is slow to compile. */
const plain = /^[\t\n\r\u0020-\u007e]*$/;

/** A character as U+XXXX, with what it is. */
type Named = { readonly name: string; readonly kind: string };

/** The first such character of a text; nothing when there is none. */
export const hiddenCharacter = (text: string): Named | undefined => {
  if (plain.test(text)) return undefined;
  return nameOf(splitAtJoiners(text).flatMap((part, i) => (i % 2 === 0 ? (hidden().exec(part)?.[0] ?? []) : []))[0]);
};

/** The first character that no list of names can hold: a control character, a line break, half of a pair. */
export const unprintableCharacter = (text: string): Named | undefined => nameOf(/[\p{Cc}\p{Cs}]/u.exec(text)?.[0]);

const nameOf = (found: string | undefined): Named | undefined => {
  if (found === undefined) return undefined;
  const code = found.codePointAt(0) ?? 0;
  return { name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, kind: kindOf(code) };
};

const kindOf = (code: number): string => {
  if (code >= 0xd800 && code <= 0xdfff) return 'half of a character';
  if (code === 10 || code === 13) return 'a line break';
  if (code === 0x1b) return 'an escape character';
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return 'a control character';
  if (
    code === 0x61c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  ) {
    return 'a character that turns the direction of text';
  }
  return 'a character that does not show';
};
