import { describe, expect, test } from 'vitest';
import { parseFormula, printText, printUnicode } from '../../src/expression/index.js';

const read = (text: string): string => {
  const reading = parseFormula(text);
  return reading.kind === 'formula' ? printText(reading.expr) : reading.problems[0].code;
};
const unicode = (text: string): string => {
  const reading = parseFormula(text);
  return reading.kind === 'formula' ? printUnicode(reading.expr) : reading.problems[0].message;
};
/** The code, the piece that is marked, the message and the mend. */
const refusal = (text: string): readonly string[] => {
  const reading = parseFormula(text);
  if (reading.kind === 'formula') return [printText(reading.expr)];
  const [{ code, at, message, fix }] = reading.problems;
  return [code, text.slice(at.start, at.end), message, fix];
};

describe('Greek letters', () => {
  test.each([
    ['α β γ δ ε ζ η θ ι κ λ μ', 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu'],
    ['ν ξ ρ σ τ υ φ χ ψ ω', 'nu xi rho sigma tau upsilon phi chi psi omega'],
    ['Γ Δ Θ Λ Ξ Π Σ Φ Ψ Ω', 'Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega'],
    ['ς ϕ ϵ ϑ', 'sigma phi epsilon theta'],
  ])('%s are %s', (letters, names) => {
    expect(letters.split(' ').map(read)).toEqual(names.split(' '));
    const capital = /[A-Z]/.test(names);
    if (!/[ςϕ]/.test(letters))
      expect(
        names
          .split(' ')
          .map((name) => parseFormula(name))
          .map((reading) => (reading.kind === 'formula' ? printUnicode(reading.expr) : reading.kind)),
      ).toEqual(letters.split(' '));
    expect(capital).toBe(letters !== letters.toLowerCase());
  });

  test.each([
    ['\\varphi', 'phi'],
    ['\\vartheta', 'theta'],
    ['\\varpi', 'pi'],
    ['\\varrho', 'rho'],
    ['\\varsigma', 'sigma'],
    ['\\varepsilon', 'epsilon'],
    ['\\Omega', 'Omega'],
    ['\\omega', 'omega'],
  ])('%s is %s', (command, name) => {
    expect(read(command)).toBe(name);
  });

  test('a Greek letter that looks Latin is told', () => {
    expect(refusal('ο')).toEqual([
      'look-alike',
      'ο',
      'The letter “ο” here is Greek (U+03BF); it only looks like the Latin letter o.',
      'Type o again with the Latin keyboard.',
    ]);
  });
});

describe('characters', () => {
  test.each([
    ['\u00a0', 'a no-break blank'],
    ['\u2000', 'an en quad'],
    ['\u2003', 'an em blank'],
    ['\u200a', 'a hair blank'],
    ['\u202f', 'a narrow no-break blank'],
    ['\u205f', 'a mathematical blank'],
    ['\u3000', 'an ideographic blank'],
    ['\t', 'a tab'],
  ])('“%s”, %s, is a blank', (blank) => {
    expect(read(`a${blank}+${blank}b`)).toBe('a + b');
    expect(read(`a${blank}b`)).toBe('a*b');
  });

  test.each([
    ['½x', '1/2*x'],
    ['⅓', '1/3'],
    ['¼', '1/4'],
    ['¾', '3/4'],
    ['⅞', '7/8'],
    ['⅐', '1/7'],
    ['⅒', '1/10'],
    ['⅔', '2/3'],
    ['⅝', '5/8'],
    ['⅙', '1/6'],
    ['↉', '0/3'],
    ['x⁰', 'x^0'],
    ['x¹²', 'x^12'],
    ['x²³', 'x^23'],
    ['x⁴⁵⁶⁷⁸⁹', 'x^456789'],
    ['x⁻²', 'x^(-2)'],
    ['x⁺²', 'x^2'],
    ['xⁿ', 'x^n'],
    ['xⁱ', 'x^i'],
    ['xᵃ', 'x^a'],
    ['xʰ', 'x^h'],
    ['xˣ', 'x^x'],
    ['xʸ', 'x^y'],
    ['xˡ', 'x^l'],
    ['xᴬ', 'x^A'],
    ['xᵝ', 'x^beta'],
    ['xᶜ', 'x^c'],
    ['xᶻ', 'x^z'],
    ['x⁽ᵃ⁺¹⁾', 'x^(a + 1)'],
    ['x₀', 'x_0'],
    ['x₁₂', 'x_12'],
    ['x₉', 'x_9'],
    ['xₐ', 'x_a'],
    ['xₖ', 'x_k'],
    ['xₜ', 'x_t'],
    ['xᵢ', 'x_i'],
    ['xᵪ', 'x_chi'],
    ['xⱼ', 'x_j'],
    ['∛x', 'cbrt(x)'],
    ['∛(x+1)', 'cbrt(x + 1)'],
    ['∏_{i=1}^2 x_i', 'x_1*x_2'],
    ['∑_{i=1}^2 x_i', 'x_1 + x_2'],
    ['a−b', 'a - b'],
    ['a·b×c∗d⋅f', 'a*b*c*d*f'],
    ['a÷b', 'a/b'],
    ['a∕b', 'a/b'],
    ['𝑎+𝐛', 'a + b'],
    ['ａ＋１', 'a + 1'],
  ])('%s is %s', (text, printed) => {
    expect(read(text)).toBe(printed);
  });

  test('roots and powers are written in Unicode', () => {
    expect(unicode('cbrt(x)')).toBe('∛x');
    expect(unicode('cbrt(x+1)')).toBe('∛(x + 1)');
    expect(unicode('cbrt(x)^2')).toBe('(∛x)²');
    expect(unicode('sqrt(x)^2')).toBe('(√x)²');
    expect(unicode('n!^2')).toBe('(n!)²');
    expect(unicode('sin(x)^2')).toBe('sin(x)²');
    expect(unicode('x^-2')).toBe('x⁻²');
    expect(unicode('x^(-n)')).toBe('x^(−n)');
    expect(unicode('pi*e')).toBe('π·e');
  });

  test.each([
    ['>', 'relation'],
    ['<', 'relation'],
    ['≥', 'relation'],
    ['≤', 'relation'],
    ['≠', 'relation'],
    ['≈', 'relation'],
    ['≡', 'relation'],
    ['∼', 'relation'],
    ['∝', 'relation'],
    ['→', 'relation'],
    ['⇒', 'relation'],
    ['∓', 'unsupported'],
    ['±', 'unsupported'],
    ['∂', 'unsupported'],
    ['∫', 'unsupported'],
    ['∇', 'unsupported'],
    ['′', 'unsupported'],
    ['’', 'unsupported'],
    ['“', 'unknown-character'],
    ['”', 'unknown-character'],
    ['#', 'unknown-character'],
    ['@', 'unknown-character'],
    ['é', 'unknown-character'],
    ['ж', 'unknown-character'],
    ['∞', 'unsupported'],
  ])('%s is refused as what it is', (sign, code) => {
    const [found, marked, message, mend] = refusal(`a ${sign} b`);
    expect([found, marked]).toEqual([code, sign]);
    const wanted: Readonly<Record<string, string>> = {
      relation: `“${sign}” makes a statement, not a formula.`,
      'unknown-character': /[“”]/.test(sign)
        ? 'Quotation marks have no place in a formula.'
        : `The character “${sign}”${sign > '~' ? ` (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})` : ''} has no meaning in a formula.`,
    };
    if (wanted[code] !== undefined) expect(message).toBe(wanted[code]);
    expect(mend).not.toBe('');
  });
});

describe('refusals that mark a place', () => {
  test.each<[text: string, ...wanted: string[]]>([
    ['x == 1', 'unexpected-equals', '==', 'An equals sign makes an equation; asked for is a formula.'],
    ['q(z) = 2', 'unexpected-equals', '=', 'An equals sign makes an equation; asked for is a formula.'],
    ['x = y = z', 'unexpected-equals', '=', 'An equals sign makes an equation; asked for is a formula.'],
    ['gamma_k1 = ', 'missing-operand', '=', 'After “=” something is missing.', 'Write the formula after it.'],
    ['1,234', 'ambiguous-comma', '1,234', '1,234 can mean 1.234 or 1234.', 'Write 1.234 or 1234.'],
    ['0x1F', 'unfinished-number', '0x1', 'Hexadecimal numbers are not read here.', 'Write it in decimal.'],
    ['0X1', 'unfinished-number', '0X1', 'Hexadecimal numbers are not read here.', 'Write it in decimal.'],
    ['1.5.5', 'unfinished-number', '1.5.', 'This number has a dot too many.', 'Write one decimal point.'],
    [
      '2*np.log1p(x)',
      'stray-dot',
      'np.log1p',
      'np.log1p is no function that is known here.',
      'Write the formula with the functions that are, such as exp, log and sqrt.',
    ],
    ['x.y', 'stray-dot', '.', 'There is a dot here that belongs to no number.', 'Leave it out; for a product write *.'],
    ['sqrt2', 'function-needs-argument', 'sqrt2', 'sqrt2 is written together.', 'Write sqrt(2).'],
    ['1+exp12', 'function-needs-argument', 'exp12', 'exp12 is written together.', 'Write exp(12).'],
    ['max(1)', 'wrong-number-of-arguments', 'max(1)', 'max takes at least 2 arguments, not 1.'],
    ['abs(x,y)', 'wrong-number-of-arguments', 'abs(x,y)', 'abs takes one argument, not 2.'],
    [
      'a[1]',
      'indexing',
      '[',
      'Square brackets after a name have no meaning here.',
      'Write an index as a_1, a product as a*( … ).',
    ],
    ['5 5', 'missing-operator', '5', 'Nothing says how the number 5 goes together with “5” before it.'],
    ['x 2', 'missing-operator', '2', 'Nothing says how the number 2 goes together with “x” before it.'],
    ['{2}3', 'missing-operator', '3', 'Nothing says how the number 3 goes together with “{2}” before it.'],
    ['1/2x', 'ambiguous-division', '2x', '1/2x can mean (1/2)*x or 1/(2*x).'],
    ['a/b c', 'ambiguous-division', 'b c', 'a/b c can mean (a/b)*c or a/(b*c).'],
    ['√2x', 'ambiguous-root', '√2x', 'It cannot be seen how far this root goes.'],
    ['∏ x', 'series-bounds', '∏', 'The bounds of this product are not two whole numbers.'],
    [
      '\\sum_{i=1}^{201} x',
      'series-bounds',
      '\\sum_{i=1}^{201}',
      'This sum has more than 200 terms (\\sum_{i=1}^{201}).',
    ],
    ['\\sum_i x', 'series-bounds', '\\sum_i', 'The bounds of this sum are not two whole numbers.'],
    ['\\sum_{i=a}^3 x', 'series-bounds', '\\sum_{i=a}^3', 'The bounds of this sum are not two whole numbers.'],
    ['\\foo', 'unknown-command', '\\foo', 'The LaTeX command \\foo is not known here.'],
    [
      `\\${'a'.repeat(40)}`,
      'unknown-command',
      `\\${'a'.repeat(40)}`,
      `The LaTeX command \\${'a'.repeat(30)}… is not known here.`,
    ],
    [
      `\\${'a'.repeat(30)}`,
      'unknown-command',
      `\\${'a'.repeat(30)}`,
      `The LaTeX command \\${'a'.repeat(30)} is not known here.`,
    ],
    ['x;y', 'stray-semicolon', ';', 'A semicolon has no meaning in a formula.'],
    ['x,y', 'stray-comma', ',', 'A comma has no meaning here.'],
    ['1e+', 'missing-operand', '+', 'After “+” something is missing.'],
    [
      '1'.repeat(501),
      'number-too-long',
      '1'.repeat(501),
      'This number is too long (at most 500 digits, and 4 in its exponent).',
    ],
  ])('%s', (text, ...wanted) => {
    expect(refusal(text).slice(0, wanted.length)).toEqual(wanted);
  });
});

describe('what is read at the edge of a limit', () => {
  test.each<[text: string, printed: string]>([
    ['1'.repeat(500), '1'.repeat(500)],
    ['1e9999', '1e9999'],
    ['a'.repeat(64), 'a'.repeat(64)],
    ['\\frac12', '1/2'],
    ['\\frac 1 2', '1/2'],
    ['\\frac{1}{2}x', '1/2*x'],
    ['\\frac{12}{34}', '12/34'],
    ['\\sqrt[3]{x}', 'cbrt(x)'],
    ['\\sqrt[4]{x}', 'x^(1/4)'],
    ['\\sqrt[n]{x}', 'x^(1/n)'],
    ['\\sqrt2', 'sqrt(2)'],
    ['\\lbrack a+b\\rbrack*2', '(a + b)*2'],
    ['\\bigl|x\\bigr|', 'abs(x)'],
    ['\\left|x\\right|', 'abs(x)'],
    ['\\left\\lvert x\\right\\rvert', 'abs(x)'],
    ['\\Bigl(x\\Bigr)', 'x'],
    ['$x$', 'x'],
    ['$$x$$', 'x'],
    ['\\(x\\)', 'x'],
    ['\\[x\\]', 'x'],
    ['  x  ', 'x'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.2e+5', '1.2e5'],
    ['1,2345', '1.2345'],
    ['2{3}', '2*3'],
    ['x_{1,2}', 'x_12'],
    ['x_1_2', 'x_1_2'],
    ['\\mu_{\\mathrm{new}}', 'mu_new'],
    ['\\mu_{\\textrm{new}}', 'mu_new'],
    ['\\mu_{\\mathit{new}}', 'mu_new'],
    ['\\mu_{\\text{new}}', 'mu_new'],
    ['\\mu_{\\rm new}', 'mu_new'],
    ['\\hat\\mu_k', 'hatmu_k'],
    ['muhat', 'hatmu'],
    ['mu_hat', 'hatmu'],
    ['|x|y|z|', 'abs(x)*y*abs(z)'],
    ['||x||', 'abs(abs(x))'],
    ['x^2!', 'x^factorial(2)'],
  ])('%s', (text, printed) => {
    expect(read(text)).toBe(printed);
  });

  test.each<[text: string, leftHandSide: string]>([
    ['p(x|y) = a', 'p(x|y)'],
    ['P(y=1|x) = a', 'P(y=1|x)'],
    ['Pr(a ∣ b) := a', 'Pr(a|b)'],
    ['q(z=1) = a', 'q(z=1)'],
    ['p\\left(x\\mid y\\right) = a', 'p(x|y)'],
    ['gamma_k1 = a', 'gamma_k1'],
    ['\\gamma_{k1} = a', 'gamma_k1'],
  ])('of %s the left-hand side is %s', (text, leftHandSide) => {
    expect(parseFormula(text)).toMatchObject({ kind: 'formula', leftHandSide, expr: { kind: 'symbol', name: 'a' } });
  });
});
