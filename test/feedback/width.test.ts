import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/expression/index.js';
import { toAscii, wrap } from '../../src/feedback/index.js';

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['', 0],
    ['μ̂_k', 3],
    ['混合', 4],
    ['ｋ', 2],
    ['😀', 2],
    ['σ²', 2],
  ])('of %j is %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('wrapping', () => {
  it('breaks at spaces and never loses a word', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  });

  it('keeps to the width and keeps every letter, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { seed: 3 },
    );
  });
});

describe('plain letters', () => {
  it('keep the meaning of the signs our sentences use', () => {
    expect(toAscii('“σ²” … −1 × π, Erdős')).toBe('"sigma^2" ... -1 x pi, Erdos');
  });

  it('are ASCII, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // eslint-disable-next-line no-control-regex
        expect(toAscii(text)).toMatch(/^[\u0000-\u007f]*$/);
      }),
      { seed: 4 },
    );
  });
});
