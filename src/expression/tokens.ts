/** What the scanner tells apart. `text` holds what matters of a token: a word's letters, a number's digits, a subscript's content. */
export type TokenKind =
  | 'end'
  | 'number'
  /** A vulgar fraction such as ½, as `1/2`. */
  | 'fraction'
  /** A letter or word: `gamma`, `\gamma`, γ and `\text{gamma}` alike. */
  | 'word'
  | 'accent'
  | 'subscript'
  /** Raised Unicode characters, as they would stand on the line. */
  | 'superscript'
  | '^'
  | '+'
  | '-'
  | '*'
  | '/'
  | '='
  | ','
  | '!'
  | '%'
  | '('
  | ')'
  | '|'
  /** `\frac` and `\binom`, and their sizes; `text` is frac or binom. */
  | 'frac'
  /** `\over` and `\choose`, which stand between what they are made of; `text` is frac or binom. */
  | 'infix'
  /** `\sqrt`, √, ∛, ∜; `text` is the degree. */
  | 'root'
  /** ∑ and ∏; `text` is sum or product. */
  | 'series';

export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Blanks stand before it. */
  readonly spaced: boolean;
  /** How a word or sign was written: in LaTeX commands or single Unicode letters, adjacent letters do not form words. */
  readonly style: 'latex' | 'unicode' | undefined;
  /** A whole name as the question offers it, its subscript included. */
  readonly isOffered: boolean;
};

/** All tokens are made here, so that they have one layout, which the compiler of JavaScript expects of fast code. */
export const makeToken = (
  kind: TokenKind,
  text: string,
  start: number,
  end: number,
  spaced: boolean,
  style?: Token['style'],
  isOffered = false,
): Token => ({ kind, text, start, end, spaced, style, isOffered });
