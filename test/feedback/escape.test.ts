import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeForTerminal, escapeJsonForTerminal } from '../../src/feedback/index.js';

const cases: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['plain text', 'gamma_k1 + μ̂ ² “ok”', 'gamma_k1 + μ̂ ² “ok”'],
  ['ESC', 'a\u001b[31mred', 'a\\u{1b}[31mred'],
  ['C1 control sequence introducer', '\u009b31m', '\\u{9b}31m'],
  ['a line break', 'one\ntwo\r', 'one\\u{a}two\\u{d}'],
  ['right-to-left override', 'abc\u202egnp.exe', 'abc\\u{202e}gnp.exe'],
  ['isolates', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeff', 'a\\u{200b}b\\u{200d}c\\u{feff}'],
  ['joiners that a name needs', 'علی\u200cرضا, क्\u200dष', 'علی\u200cرضا, क्\u200dष'],
  ['joined emoji', '👩\u200d🔬 👨🏽\u200d🚀 ❤\ufe0f\u200d🔥', '👩\u200d🔬 👨🏽\u200d🚀 ❤\ufe0f\u200d🔥'],
  ['joiners at an end', 'ع\u200c 🔬\u200d', 'ع\\u{200c} 🔬\\u{200d}'],
  ['two joiners', 'ع\u200c\u200cع', 'ع\\u{200c}\\u{200c}ع'],
  ['line separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
  ['half a surrogate pair', 'x\ud800y', 'x\\u{d800}y'],
  ['tag characters', '\u{e0041}', '\\u{e0041}'],
  ['a whole surrogate pair', '😀', '😀'],
];

describe('text for the terminal', () => {
  it.each(cases)('shows %s', (_, text, shown) => {
    expect(escapeForTerminal(text)).toBe(shown);
  });

  it('never lets a control, a direction mark or a hidden character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeForTerminal(text)).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u,
        );
      }),
      { seed: 1 },
    );
  });
});

describe('JSON for the terminal', () => {
  it('keeps its value and lets no control through but its line breaks', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const printed = escapeJsonForTerminal(JSON.stringify(value, undefined, 2));
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(printed.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u,
        );
      }),
      { seed: 2 },
    );
  });
});
