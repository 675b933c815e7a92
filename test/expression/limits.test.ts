import { describe, expect, test } from 'vitest';
import { countNodes, layOut, parseFormula, printLatex, printText, printUnicode } from '../../src/expression/index.js';

const codeOf = (text: string): string => {
  const reading = parseFormula(text);
  return reading.kind === 'formula' ? 'read' : reading.problems[0].code;
};

describe('texts made to hurt', () => {
  test.each<[name: string, text: string, code: string]>([
    ['5,000 parentheses', '('.repeat(5_000) + 'x' + ')'.repeat(5_000), 'too-long'],
    ['4,000 parentheses', '('.repeat(4_000) + 'x' + ')'.repeat(4_000), 'too-deep'],
    ['4,000 opening parentheses', '('.repeat(4_000), 'too-deep'],
    ['20,000 terms', Array.from({ length: 20_000 }, () => 'a').join('+'), 'too-long'],
    ['5,000 terms', Array.from({ length: 5_000 }, () => 'a').join('+'), 'too-many-parts'],
    ['a megabyte of 1+', '1+'.repeat(500_000), 'too-long'],
    ['a name of 100,000 letters', 'a'.repeat(100_000), 'too-long'],
    ['a name of 9,000 letters', 'a'.repeat(9_000), 'name-too-long'],
    ['a LaTeX word of 9,000 letters', `\\pi ${'a'.repeat(9_000)}`, 'too-many-parts'],
    ['a subscript of 9,000 letters', `x_${'a'.repeat(9_000)}`, 'name-too-long'],
    ['a raised text of 9,000 digits', `x${'²'.repeat(9_000)}`, 'number-too-long'],
    ['a raised bracket of 4,000 levels', `x${'⁽'.repeat(4_000)}`, 'too-deep'],
    ['20,000 minus signs', '-'.repeat(20_000), 'too-long'],
    ['9,000 minus signs', `${'-'.repeat(9_000)}x`, 'too-deep'],
    ['9,000 minus signs after a sign', `x*${'-'.repeat(9_000)}x`, 'too-deep'],
    ['4,000 minus signs in exponents', `x^${'-'.repeat(4_000)}x`, 'too-deep'],
    ['a number of 100,000 digits', '1'.repeat(100_000), 'too-long'],
    ['a number of 9,000 digits', '1'.repeat(9_000), 'number-too-long'],
    ['a number of 9,000 digits after the point', `0.${'1'.repeat(9_000)}`, 'number-too-long'],
    ['an exponent of 9,000 digits', `1e${'1'.repeat(9_000)}`, 'number-too-long'],
    ['a decimal comma with 9,000 digits', `1,${'1'.repeat(9_000)}`, 'number-too-long'],
    ['4,000 powers', Array.from({ length: 4_000 }, () => 'a').join('^'), 'too-deep'],
    ['2,000 divisions', Array.from({ length: 2_000 }, () => 'a').join('/'), 'too-deep'],
    ['nested chains of divisions', `${'('.repeat(60)}x${'/2/3/4/5/6)'.repeat(60)}`, 'too-deep'],
    ['1,000 nested fractions', `${'\\frac{1}{'.repeat(900)}x${'}'.repeat(900)}`, 'too-deep'],
    ['1,000 nested roots', `${'√'.repeat(1_000)}x`, 'too-deep'],
    ['1,000 nested functions without brackets', `${'sin '.repeat(1_000)}x`, 'too-deep'],
    ['1,000 nested hats', `${'\\hat{'.repeat(1_000)}x${'}'.repeat(1_000)}`, 'too-deep'],
    ['1,000 bars', '|'.repeat(1_000), 'too-deep'],
    ['4,000 subscripts', `x${'_1'.repeat(4_000)}`, 'name-too-long'],
    ['4,000 unclosed subscripts', `x${'_{'.repeat(4_000)}`, 'unbalanced-open'],
    ['sums of sums of sums', `${'\\sum_{i=1}^{200}'.repeat(8)} x`, 'too-many-parts'],
    ['sums that only count', `${'\\sum_{i=1}^{200} \\sum_{j=1}^{200}'.repeat(2)} i`, 'too-many-parts'],
    ['500 sums inside each other', `${'\\sum_{i=1}^{1}'.repeat(500)} x`, 'too-deep'],
    ['9,000 dollar signs', '$'.repeat(9_000), 'unknown-character'],
    ['9,000 backslashes', '\\'.repeat(9_000), 'unsupported'],
    ['9,000 blanks', ' '.repeat(9_000), 'empty'],
    ['4,000 factorials', `n${'! '.repeat(4_000)}`, 'two-operators'],
    ['9,000 combining marks', `x${'\u0302'.repeat(9_000)}`, 'unknown-character'],
    ['9,000 opening braces after a font', `\\mathbf${'{'.repeat(9_000)}`, 'too-deep'],
    ['9,000 sizes', `${'\\big'.repeat(2_000)}(`, 'unbalanced-open'],
  ])('%s are refused', (_, text, code) => expect(codeOf(text)).toBe(code));

  test.each([
    '1+',
    '(',
    '-',
    'a',
    '{',
    '\\',
    '_',
    '|',
    '\\sum_{i=1}^2',
    '√',
    '²',
    'a_',
    '\\frac',
    '1,',
    'x!',
    '\\pi abc',
    'x^(1)',
  ])('of %s over and over come to an end', (piece) => {
    expect(codeOf(piece.repeat(9_999).slice(0, 9_999))).not.toBe('read');
    expect(codeOf(piece.repeat(300_000))).toBe('too-long');
  });
});

describe('reasonable work is read', () => {
  test.each<[name: string, text: string]>([
    ['a power of 6,000', '(a-x)^6000'],
    ['500 terms', Array.from({ length: 500 }, (_, index) => `a_${index}*x^${index}`).join(' + ')],
    ['a number of 400 digits', '1'.repeat(400)],
    ['60 brackets', '('.repeat(60) + 'x' + ')'.repeat(60)],
    ['a sum of 200 terms', '\\sum_{i=1}^{200} x_i^2'],
    ['100 divisions', Array.from({ length: 100 }, () => 'a').join('/')],
  ])('%s', (_, text) => expect(codeOf(text)).toBe('read'));

  test('the deepest formula that is read can be printed and laid out', () => {
    const text = `${'1/('.repeat(60)}x + 1${')'.repeat(60)}`;
    const reading = parseFormula(text);
    if (reading.kind !== 'formula') throw new Error(reading.problems[0].message);
    expect(countNodes(reading.expr)).toBe(123);
    expect(printText(reading.expr)).toBe(text);
    expect(printLatex(reading.expr)).toContain('\\frac');
    expect(printUnicode(reading.expr)).toContain('x');
    expect(layOut(reading.expr, { unicode: true })).toHaveLength(121);
  });
});
