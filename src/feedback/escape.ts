/**
 * Characters that steer a terminal or hide in a text: C0, DEL and C1 controls, bidirectional controls, zero-width
 * characters, line and paragraph separators, byte order marks, tag characters, and halves of surrogate pairs.
 */
const unsafe =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/**
 * A text from outside, safe to print: everything that could move the cursor, change colours, reorder or hide
 * other text is written out as `\u{1b}`. One line stays one line. Everything else stays as it is.
 */
export const escapeForTerminal = (text: string): string =>
  text.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** JSON that is safe to print too: the same value, with those characters written as `\uXXXX`. */
export const escapeJsonForTerminal = (json: string): string =>
  json.replace(unsafe, (character) =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
