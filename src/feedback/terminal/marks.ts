import type { Verdict } from '../../types.js';
import type { Paint, Style } from '../style.js';

type Mark = { readonly unicode: string; readonly ascii: string; readonly paint: Paint };

/** One sign a verdict; colour never says what the sign does not. */
const marks = {
  correct: { unicode: '✔', ascii: '[+]', paint: 'good' },
  partial: { unicode: '◐', ascii: '[~]', paint: 'part' },
  incorrect: { unicode: '✘', ascii: '[x]', paint: 'bad' },
  ungradable: { unicode: '!', ascii: '[!]', paint: 'part' },
  undecided: { unicode: '?', ascii: '[?]', paint: 'part' },
  blank: { unicode: '–', ascii: '[ ]', paint: 'quiet' },
} as const satisfies { readonly [V in Verdict]: Mark };

export const markOf = (verdict: Verdict, style: Style): { readonly sign: string; readonly paint: Paint } => {
  const mark = marks[verdict];
  return { sign: style.unicode ? mark.unicode : mark.ascii, paint: mark.paint };
};
