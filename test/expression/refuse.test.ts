import { describe, expect, test } from 'vitest';
import { parseFormula, showPlace } from '../../src/expression/index.js';

/** What a reader sees: the code, the marked piece of the text, the message and the mend. */
const refusal = (text: string, symbols?: readonly string[]): readonly string[] => {
  const reading = parseFormula(text, symbols ? { symbols } : {});
  if (reading.kind === 'formula') return ['read'];
  const [{ code, at, message, fix }] = reading.problems;
  return [code, text.slice(at.start, at.end), message, fix];
};

const refusals: readonly (readonly [text: string, code: string, marked: string])[] = [
  ['', 'empty', ''],
  ['   ', 'empty', '   '],
  ['$$', 'empty', '$$'],
  ['$ $', 'empty', '$ $'],
  ['a+', 'missing-operand', '+'],
  ['a*', 'missing-operand', '*'],
  ['a**', 'missing-operand', '**'],
  ['a^', 'missing-operand', '^'],
  ['*a', 'missing-operand', '*'],
  ['/a', 'missing-operand', '/'],
  ['(*a)', 'missing-operand', '*'],
  ['(a+)', 'missing-operand', '+'],
  ['-', 'missing-operand', '-'],
  ['a+*b', 'two-operators', '+*'],
  ['a */ b', 'two-operators', '*/'],
  ['a//b', 'two-operators', '//'],
  ['a^^b', 'two-operators', '^^'],
  ['a***b', 'two-operators', '***'],
  ['n!!', 'two-operators', '!!'],
  ['x²³^2', 'two-operators', '^'],
  ['(a+b', 'unbalanced-open', '('],
  ['((a+b)', 'unbalanced-open', '('],
  ['a+b)', 'unbalanced-close', ')'],
  [')', 'unbalanced-close', ')'],
  ['(a+b]', 'mismatched-brackets', ']'],
  ['[a+b)', 'mismatched-brackets', ')'],
  ['\\left(a+b\\right]', 'mismatched-brackets', '\\right]'.slice(-1)],
  ['\\left(a\\right.', 'unbalanced-open', '\\right.'],
  ['\\frac{a}{b', 'unbalanced-open', '{'],
  ['x_{1', 'unbalanced-open', '{'],
  ['()', 'empty-brackets', '()'],
  ['a()', 'empty-brackets', '()'],
  ['exp()', 'empty-brackets', '()'],
  ['{}', 'empty-brackets', '{}'],
  ['|x', 'unbalanced-bars', '|'],
  ['y|x', 'unbalanced-bars', '|'],
  ['x_', 'missing-subscript', '_'],
  ['x__1', 'missing-subscript', '_'],
  ['_1', 'stray-subscript', '_1'],
  ['2_1', 'stray-subscript', '_1'],
  ['__proto__', 'missing-subscript', '_'],
  ['x_{a+b}', 'unreadable-subscript', 'x_{a+b}'],
  ['a[1]', 'indexing', '['],
  ['x_1[2]', 'indexing', '['],
  ['a=b', 'unexpected-equals', '='],
  ['(a=b)', 'unexpected-equals', '='],
  ['f(x)=x', 'unknown-function', 'f'],
  ['g(x)', 'unknown-function', 'g'],
  ['\\Gamma(x)', 'unknown-function', '\\Gamma'],
  ['erf(x)', 'unknown-function', 'erf'],
  ['N(x; mu, sigma)', 'unknown-function', 'N'],
  ['N(x|mu_k)', 'unknown-function', 'N'],
  ['\\mathcal{N}(x;\\mu_k)', 'unknown-function', '{N}'],
  ['a;b', 'stray-semicolon', ';'],
  ['a:b', 'stray-colon', ':'],
  ['a,b', 'stray-comma', ','],
  ['(a,b)', 'stray-comma', ','],
  ['cos.constructor', 'stray-dot', '.'],
  ['a.b', 'stray-dot', '.'],
  ['x..', 'stray-dot', '.'],
  ['import("fs")', 'unknown-function', 'import'],
  ['process.exit()', 'stray-dot', '.'],
  ['1.2.3', 'unfinished-number', '1.2.'],
  ['1..2', 'unfinished-number', '1..'],
  ['0x10', 'unfinished-number', '0x1'],
  ['1 000', 'missing-operator', '000'],
  ['x 2', 'missing-operator', '2'],
  ['(a)2', 'missing-operator', '2'],
  ['2½', 'missing-operator', '½'],
  ['a\nb', 'missing-operator', 'b'],
  ['1,000', 'ambiguous-comma', '1,000'],
  ['-24,512', 'ambiguous-comma', '24,512'],
  ['1/2x', 'ambiguous-division', '2x'],
  ['1/a b', 'ambiguous-division', 'a b'],
  ['1/2(a+b)', 'ambiguous-division', '2(a+b)'],
  ['1÷2π', 'ambiguous-division', '2π'],
  ['1/2\\pi', 'ambiguous-division', '2\\pi'],
  ['a+1/2 b*c', 'ambiguous-division', '2 b'],
  ['ln 2x', 'ambiguous-argument', 'ln 2x'],
  ['sqrt 2 pi', 'ambiguous-argument', 'sqrt 2 pi'],
  ['√2x', 'ambiguous-root', '√2x'],
  ['√x²', 'ambiguous-root', '√x²'],
  ['\\sqrt x^2', 'ambiguous-root', '\\sqrt x^'],
  ['2\\frac{1}{2}', 'ambiguous-mixed-number', '\\frac'],
  ['2\\frac12', 'ambiguous-mixed-number', '\\frac'],
  ['ln^{-1}(x)', 'ambiguous-inverse', 'ln^{-1}'],
  ['exp', 'function-needs-argument', 'exp'],
  ['exp + 1', 'function-needs-argument', 'exp'],
  ['exp -x', 'function-needs-argument', 'exp'],
  ['exp^(-x)', 'function-needs-argument', 'exp^'],
  ['(ln)', 'function-needs-argument', 'ln'],
  ['sqrt2', 'function-needs-argument', 'sqrt2'],
  ['min(a)', 'wrong-number-of-arguments', 'min(a)'],
  ['exp(a, b)', 'wrong-number-of-arguments', 'exp(a, b)'],
  ['pow(a)', 'wrong-number-of-arguments', 'pow(a)'],
  ['exp_1(x)', 'stray-subscript', '_1'],
  ['log_b(x)', 'stray-subscript', '_b'],
  ['a % b', 'unsupported', '%'],
  ['%', 'missing-operand', '%'],
  ['!', 'missing-operand', '!'],
  ['²', 'missing-operand', '²'],
  ['a != b', 'relation', '!='],
  ['a < b', 'relation', '<'],
  ['\\frac{1}23', 'missing-operator', '3'],
  ['\\frac(a)(b)', 'missing-operand', '\\frac'],
  ['x^{(1}', 'mismatched-brackets', '}'],
  ['x^{(1)+', 'missing-operand', '+'],
  ['x^(', 'unbalanced-open', '('],
  ['|x\\right)', 'unbalanced-bars', '|'],
  ['|x,y|', 'stray-comma', ','],
  ['log_2b(x)', 'stray-subscript', '_2b'],
  ['prod(x_1)', 'unknown-function', 'prod'],
  ['aa\u007f', 'invisible-character', '\u007f'],
  ['x^2^', 'missing-operand', '^'],
  ['x²^', 'two-operators', '^'],
  ['2=x', 'unexpected-equals', '='],
  ['chatter = x', 'unexpected-equals', '='],
  ['a(', 'unbalanced-open', '('],
  ['(a)(', 'unbalanced-open', '('],
  ['(|)', 'unbalanced-bars', '|'],
  ['2|', 'unbalanced-bars', '|'],
  ['||', 'unbalanced-bars', '|'],
  ['\\left|\\right|', 'unbalanced-bars', '\\right|'],
  ['\\left a', 'unexpected', '\\left a'],
  ['\\big', 'unexpected', '\\big'],
  ['x_{}', 'missing-subscript', 'x_{}'],
  ['\\text{} a', 'unsupported', '\\text'],
  ['\\text{a', 'unsupported', '\\text'],
  ['\\operatorname{sgn}(x)', 'unknown-function', '\\operatorname{sgn}'],
  ['a~b', 'unknown-character', '~'],
  ['np.dot(x, y)', 'stray-dot', 'np.dot'],
  ['\\mathbb{E}[x]', 'indexing', '['],
  ['\\mathcal{N}(x | \\mu_k, \\sigma_k)', 'unknown-function', '{N}'],
  ['\\mu^{(t)}_k', 'two-indices', '\\mu^{(t)}_k'],
  ['\\gamma_k{1}', 'missing-operator', '{1}'],
  ['\\(a', 'unsupported', '\\('],
  ['xsin(y)', 'unknown-function', 'xsin'],
  ['a ≤ b', 'relation', '≤'],
  ['a ≈ b', 'relation', '≈'],
  ['a \\leq b', 'unsupported', '\\leq'],
  ['\\pm a', 'unsupported', '\\pm'],
  ['± a', 'unsupported', '±'],
  ['\\infty', 'unsupported', '\\infty'],
  ['∞', 'unsupported', '∞'],
  ['a + \\dots + b', 'unsupported', '\\dots'],
  ['a + … + b', 'unsupported', '…'],
  ['\\begin{pmatrix}a\\end{pmatrix}', 'unsupported', '\\begin'],
  ['a \\\\ b', 'unsupported', '\\\\'],
  ['a & b', 'unsupported', '&'],
  ["x'", 'unsupported', "'"],
  ['x′', 'unsupported', '′'],
  ['\\int x', 'unsupported', '\\int'],
  ['y \\mid x', 'unsupported', '\\mid'],
  ['(a \\over b)', 'unsupported', '\\over'],
  ['(n \\choose k)', 'unsupported', '\\choose'],
  ['\\text{if x}', 'unsupported', '\\text'],
  ['\\foo', 'unknown-command', '\\foo'],
  ['\\fra{a}{b}', 'unknown-command', '\\fra'],
  ['\\', 'unknown-command', '\\'],
  ['\\frac', 'missing-operand', '\\frac'],
  ['\\frac{a}', 'missing-operand', '\\frac'],
  ['\\frac{a}+1', 'missing-operand', '\\frac'],
  ['\\sqrt', 'missing-operand', '\\sqrt'],
  ['\\hat', 'misplaced-accent', '\\hat'],
  ['\\hat{a+b}', 'misplaced-accent', '\\hat{a+b}'],
  ['\\sum_i x_i', 'series-bounds', '\\sum_i'],
  ['\\sum_{i=1}^N x_i', 'series-bounds', '\\sum_{i=1}^N'],
  ['\\sum_{i=2}^1 x_i', 'series-bounds', '\\sum_{i=2}^1'],
  ['\\sum_{i=1}^{9999} x_i', 'series-bounds', '\\sum_{i=1}^{9999}'],
  ['\\sum x', 'series-bounds', '\\sum'],
  ['\\sum_{i=1}^2', 'missing-operand', '\\sum_{i=1}^2'],
  ['a@b', 'unknown-character', '@'],
  ['#a', 'unknown-character', '#'],
  ['"a', 'unknown-character', '"'],
  ['a`b`', 'unknown-character', '`'],
  ['a$b', 'unknown-character', '$'],
  ['é', 'unknown-character', 'é'],
  ['x́', 'unknown-character', '\u0301'],
  ['猫', 'unknown-character', '猫'],
  ['😀', 'unknown-character', '😀'],
  ['а+b', 'look-alike', 'а'],
  ['x_а', 'look-alike', 'а'],
  ['Ν_k', 'look-alike', 'Ν'],
  ['ο', 'look-alike', 'ο'],
  ['a\u200bb', 'invisible-character', '\u200b'],
  ['a\u202eb', 'invisible-character', '\u202e'],
  ['\u001b[31ma', 'invisible-character', '\u001b'],
  ['a\u0000', 'invisible-character', '\u0000'],
  ['a\u2062b', 'invisible-character', '\u2062'],
  ['\ud835', 'invisible-character', '\ud835'],
  ['a\udc00', 'invisible-character', '\udc00'],
  ['\ufeffa', 'invisible-character', '\ufeff'],
  ['a\u{e0041}', 'invisible-character', '\u{e0041}'],
  ['a\u034f', 'invisible-character', '\u034f'],
  ['\u{1f600}\u0301', 'unknown-character', '\u{1f600}'],
];

describe('what is no formula is refused with its place', () => {
  test.each(refusals)('%s: %s at “%s”', (text, code, marked) => {
    expect(refusal(text).slice(0, 2)).toEqual([code, marked]);
  });
});

describe('the words of a refusal', () => {
  test.each<[text: string, symbols: readonly string[] | undefined, message: string, fix: string]>([
    ['1/2x', undefined, '1/2x can mean (1/2)*x or 1/(2*x).', 'Write the one you mean, with parentheses and *.'],
    [
      'a*b/c d',
      undefined,
      'a*b/c d can mean (a*b/c)*d or a*b/(c*d).',
      'Write the one you mean, with parentheses and *.',
    ],
    [
      '1/sqrt(2*pi) s',
      undefined,
      '1/sqrt(2*pi) s can mean (1/sqrt(2*pi))*s or 1/(sqrt(2*pi)*s).',
      'Write the one you mean, with parentheses and *.',
    ],
    ['ln 2x', undefined, 'ln 2x can mean ln(2)*x or ln(2*x).', 'Write the one you mean, with parentheses.'],
    ['1,234', undefined, '1,234 can mean 1.234 or 1234.', 'Write 1.234 or 1234.'],
    ['2\\frac12', undefined, 'A number before a fraction of numbers can mean 2+1/2 or 2*1/2.', 'Write the + or the *.'],
    [
      'а',
      undefined,
      'The letter “а” here is Cyrillic (U+0430); it only looks like the Latin letter a.',
      'Type a again with the Latin keyboard.',
    ],
    [
      'Ν_k',
      undefined,
      'The letter “Ν” here is Greek (U+039D); it only looks like the Latin letter N.',
      'Type N again with the Latin keyboard.',
    ],
    [
      'a\u202eb',
      undefined,
      'There is a character here that cannot be seen (U+202E).',
      'Delete it, or type this part again by hand.',
    ],
    ['(a+b', undefined, 'This “(” is never closed.', 'Write “)” where it should end.'],
    ['\\fracc{a}{b}', undefined, 'The LaTeX command \\fracc is not known here.', 'Did you mean “\\frac”?'],
    ['\\sigm_k', undefined, 'The LaTeX command \\sigm is not known here.', 'Did you mean “\\sigma”?'],
    [
      'sqr(x)',
      undefined,
      'sqr is no function that is known here.',
      'For a product write sqr*( … ). Did you mean “sqrt”?',
    ],
    ['import("fs")', undefined, 'import is no function that is known here.', 'For a product write import*( … ).'],
    ['N(x|mu)', undefined, 'N is no function that is known here.', 'Write the symbol that the question offers for it.'],
    ['x(1)', ['x_1'], 'x(1) looks like an index.', 'Write x_1.'],
    ['gamma(k,1)', ['gamma_k1'], 'gamma(k,1) looks like an index.', 'Write gamma_k1.'],
    [
      'np.dot(x, y)',
      undefined,
      'np.dot is no function that is known here.',
      'Write the formula with the functions that are, such as exp, log and sqrt.',
    ],
    ['xsin(y)', undefined, 'xsin is no function that is known here.', 'Write x*sin( … ).'],
    [
      'sum(x_1)',
      undefined,
      'Nothing says what this sum runs over.',
      'Write sum_(i=1)^2 and what is added up, or the terms one by one.',
    ],
    [
      'Σ_i x_i',
      ['x_1'],
      'The bounds of this sum are not two whole numbers.',
      'Write them as in \\sum_{i=1}^{2}, or write the terms one by one.',
    ],
    ['exp^(-x)', undefined, 'exp stands here without what it is taken of.', 'Write exp( … ) or e^( … ).'],
    ['sqrt2', undefined, 'sqrt2 is written together.', 'Write sqrt(2).'],
    ['a+', undefined, 'After “+” something is missing.', 'Finish the formula, or take the last sign away.'],
    ['2\\cdot', undefined, 'After “\\cdot” something is missing.', 'Finish the formula, or take the last sign away.'],
    [
      'a[1]',
      undefined,
      'Square brackets after a name have no meaning here.',
      'Write an index as a_1, a product as a*( … ).',
    ],
    [
      '\\sum_{i=1}^N x_i',
      undefined,
      'The bounds of this sum are not two whole numbers.',
      'Write them as in \\sum_{i=1}^{2}, or write the terms one by one.',
    ],
    [
      'min(a)',
      undefined,
      'min takes at least 2 arguments, not 1.',
      'Check the commas; a decimal point is written as a dot.',
    ],
    [
      '@',
      undefined,
      'The character “@” has no meaning in a formula.',
      'Leave it out, or write what is meant in plain letters and signs: + - * / ^ ( ) _.',
    ],
    [
      '猫',
      undefined,
      'The character “猫” (U+732B) has no meaning in a formula.',
      'Leave it out, or write what is meant in plain letters and signs: + - * / ^ ( ) _.',
    ],
    [
      'N(x; mu_k)',
      ['N', 'N_k', 'x'],
      'N is a symbol here and no function.',
      'Write the symbol that the question offers for it, such as N_k.',
    ],
    [
      'x*N(x, mu_k)',
      ['N', 'x'],
      'N is a symbol here and no function.',
      'Write the symbol that the question offers for it.',
    ],
  ])('%s', (text, symbols, message, fix) => expect(refusal(text, symbols).slice(2)).toEqual([message, fix]));

  test('several letters that only look Latin are all named', () => {
    const reading = parseFormula('а + е + x');
    expect(reading.kind === 'unreadable' && reading.problems.map(({ at }) => at.start)).toEqual([0, 4]);
  });
});

describe('the place, shown', () => {
  test.each([
    ['1/2x', 2, 4, '1/2x\n  ^^'],
    ['a+', 1, 2, 'a+\n ^'],
    ['', 0, 0, '\n^'],
    ['a\n(b\nc', 2, 3, '(b\n^'],
    ['a\u202eb', 1, 2, 'a‹U+202E›b\n ^^^^^^^^'],
    ['\u001b[31m\tx', 0, 1, '‹U+001B›[31m x\n^^^^^^^^'],
    ['μ̂ₖ@', 3, 4, 'μ̂ₖ@\n  ^'],
    ['猫@', 1, 2, '猫@\n  ^'],
    ['a+b', 9, 12, 'a+b\n   ^'],
    ['a+b)\nc', 2, 6, 'a+b)\n  ^^'],
  ])('%j from %i to %i', (source, start, end, expected) => expect(showPlace(source, { start, end })).toBe(expected));

  test('of a long line is the piece round it', () => {
    const source = `${'a+'.repeat(200)}@${'+a'.repeat(200)}`;
    const [line = '', carets = ''] = showPlace(source, { start: 400, end: 401 }).split('\n');
    expect(line.length).toBeLessThanOrEqual(74);
    expect(line.startsWith('…')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect(line[carets.indexOf('^')]).toBe('@');
  });
});

describe('every message a student may see', () => {
  const worded = [
    ...refusals.map(([text]) => text),
    'p(y=k|x) = ',
    'x'.repeat(70),
    `x_${'1'.repeat(70)}`,
    '1'.repeat(600),
    `1e${'1'.repeat(9)}`,
    '('.repeat(300),
    Array.from({ length: 5_000 }, () => 'a').join('+'),
    'a'.repeat(10_001),
  ];
  const noted = [
    'log(x)',
    'sin^-1(x)',
    'ln x/2',
    'ln x*2',
    'e^-2x',
    'e^2x',
    'x^1/2',
    'x^{(3)}',
    'x⁽³⁾',
    'p(x)',
    '\\pi(x)',
    '5%',
    '0,5',
    `0,${'1'.repeat(60)}`,
    'sin^-1(x)*cos^-1(x)*tan^-1(x)',
  ];

  test('is as it was reviewed', async () => {
    const lines = worded.map((text) => {
      const [code = '', marked = '', message = '', fix = ''] = refusal(text);
      return `${shown(text)}  [${code} at “${shown(marked)}”]\n    ${message} ${fix}`;
    });
    const notes = noted.map((text) => {
      const reading = parseFormula(text);
      const messages =
        reading.kind === 'formula'
          ? reading.notes.map(({ code, at, message }) => `[${code} at “${text.slice(at.start, at.end)}”] ${message}`)
          : ['unreadable'];
      return `${shown(text)}\n    ${messages.join('\n    ')}`;
    });
    const loose = parseFormula('x1 + gammak1', { symbols: ['x_1', 'gamma_k1'] });
    const missing = loose.kind === 'formula' ? loose.notes.map(({ message }) => message) : [];
    const left = [
      ['mu_k = x', ['hatmu_k']],
      ['mu_k = x', []],
      ['p(y|x) = x', ['hatmu_k', 'mu']],
    ] as const;
    const sides = left.map(([text, leftHandSide]) => {
      const reading = parseFormula(text, { leftHandSide });
      return reading.kind === 'unreadable'
        ? `${text}\n    ${reading.problems[0].message} ${reading.problems[0].fix}`
        : text;
    });
    await expect([...lines, ...notes, ...missing, ...sides, ''].join('\n')).toMatchFileSnapshot('messages.txt');
  });
});

/** Long texts cut, hidden characters written out, so that the file can be read. */
const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 40)}…` : text)
    .slice(1, -1)
    .replaceAll('\\\\', '\\')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\p{M}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
