/** How a text may look where it is going. */
export type Style = {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** For screen readers: no drawing, words instead of signs, one fact a line. */
  readonly plain: boolean;
};

export type Paint = 'good' | 'bad' | 'part' | 'quiet' | 'strong';

/** The few escape codes a report needs: a colour library would cost more than the grading. */
const codes = {
  good: [32, 39],
  bad: [31, 39],
  part: [33, 39],
  quiet: [2, 22],
  strong: [1, 22],
} as const satisfies { readonly [K in Paint]: readonly [on: number, off: number] };

export const paint = (style: Style, colour: Paint, text: string): string =>
  style.colour ? `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m` : text;
