import { splitAtJoiners } from '../spelling/index.js';

/**
 * Characters that steer a terminal or hide in a text: controls (C0, DEL, C1), line and paragraph separators, bidirectional
 * controls, whatever is ignored in display (zero-width characters, soft hyphens, variation selectors, tags), and halves of pairs.
 * Made when needed: to make it takes as long as to print a report.
 */
const unsafe = (): RegExp =>
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * A text from outside, safe to print: everything that could move the cursor, change colours, reorder or hide
 * other text is written out as `\u{1b}`. One line stays one line. Everything else stays as it is.
 */
export const escapeForTerminal = (text: string): string =>
  isPlain(text) ? text : replaceUnsafe(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** Joiners that a name needs stay. */
const replaceUnsafe = (text: string, write: (character: string) => string): string =>
  splitAtJoiners(text)
    .map((part, i) => (i % 2 === 0 ? part.replace(unsafe(), write) : part))
    .join('');

/** Latin and Greek letters, general punctuation and mathematical signs: all of most texts, told without the expression above, which is slow to compile. */
const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isSafe =
      (code >= 0x20 && code < 0x7f) ||
      (code >= 0xa0 && code < 0x34f && code !== 0xad) ||
      (code >= 0x370 && code < 0x400) ||
      (code >= 0x2010 && code < 0x2028) ||
      (code >= 0x2070 && code < 0x2e80);
    if (!isSafe) return false;
  }
  return true;
};

/** JSON that is safe to print too: the same value, with those characters written as `\uXXXX`. */
export const escapeJsonForTerminal = (json: string): string =>
  replaceUnsafe(json, (character) =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
