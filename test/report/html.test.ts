import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, markup } from '../../src/report/html.js';

const written = (text: string): string => markup`${text}`.markup;
const hides = /[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?![\n\t])\p{Cc}/u;

describe('a text in a page', () => {
  it.each([
    ['a right-to-left override', 'a\u202eb', 'a\\u{202e}b'],
    ['an isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['an Arabic letter mark', '\u061cx', '\\u{61c}x'],
    ['a soft hyphen', 'so\u00adft', 'so\\u{ad}ft'],
    ['a tag', 'x\u{e0041}', 'x\\u{e0041}'],
    ['a vowel separator and a grapheme joiner', '\u180e\u034f', '\\u{180e}\\u{34f}'],
    ['a variation selector', 'x\ufe00', 'x\\u{fe00}'],
    ['a control of the second kind', 'x\u009b1m', 'x\\u{9b}1m'],
    ['half a pair', 'x\ud800', 'x\\u{d800}'],
    ['lines and tabs', 'a\n\tb<', 'a\n\tb&lt;'],
    ['letters of any script', 'Zoë 李 Ωμέγα', 'Zoë 李 Ωμέγα'],
  ])('%s is written so that it neither hides nor turns round anything', (_, text, page) =>
    expect(written(text)).toBe(page),
  );

  it('has nothing in it that hides or reorders, whatever it is made from', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        // Joiners between letters that need them stay.
        expect(written(text).replaceAll(/[\u200c\u200d]/g, '')).not.toMatch(hides);
        expect(written(text)).not.toMatch(/[<>"']/);
      }),
      { seed: 8, numRuns: 2000 },
    ));

  it.each(['אבג', 'الف', 'ܐ', 'a אב', '\u{1e900}'])('%s stands by itself: what is beside it stays in order', (name) =>
    expect(isolated(name).markup).toBe(`<bdi>${name}</bdi>`),
  );

  it('is not set apart where it need not be', () => expect(isolated('s<1').markup).toBe('s&lt;1'));
});
