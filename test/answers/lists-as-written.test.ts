import { describe, expect, it } from 'vitest';
import { assess } from '../../src/answers/index.js';
import type { Answer, AnswerSpec } from '../../src/types.js';
import { ask } from './prepared.js';

const list = (...stated: readonly string[]): AnswerSpec => ({
  kind: 'list',
  key: { stated },
  precision: { decimals: 2 },
});

/** The numbers read, or the code of what is wrong with the text. */
const read = (spec: AnswerSpec, answer: Answer): unknown => {
  const { verdict, values, remarks } = assess(ask(spec), answer);
  const [first] = remarks;
  if (verdict !== 'ungradable') return values;
  return first?.code === 'unreadable' ? first.problem.code : first?.code;
};

describe('a list of two numbers', () => {
  const two = list('0.467', '-0.5');
  it.each([
    '0,467, -0,5',
    '0,467; -0,5',
    '[0,467; -0,5]',
    '[0,467, -0,5]',
    '0,467 -0,5',
    '0,467,-0,5',
    ',467 -,5',
    '0,467\n-0,5',
    '0.467,-0.5',
    '.467 -.5',
    '0.467 and -0.5',
    '0,467 und −0,5',
    '0.467 | -0.5',
    '0.467 & -0.5',
    '0.467, -0.5.',
    '0{,}467; -0{,}5',
    'mu_1 = 0.467, mu_2 = -0.5',
    'mu_2 = -0.5, mu_1 = 0.467',
    'μ₁ = 0,467; μ₂ = −0,5',
    '\\mu_1 = 0.467, \\mu_2 = -0.5',
    '\\mu_{1} = 0.467, \\mu_{2} \\approx -0.5',
    'mu1: 0.467, mu2: -0.5',
    'a = 0.467, b = -0.5',
    'mu = [0.467 -0.5]',
    'mu = (0,467; -0,5)',
    'np.array([0.467, -0.5])',
    'array([ 0.467, -0.5 ], dtype=float64)',
    'c(0.467, -0.5)',
    '[0.467, -0.5]^T',
    '[0.467; -0.5];',
    '\\begin{pmatrix} 0.467 \\\\ -0.5 \\end{pmatrix}',
    '\\mu = \\left(0.467,\\, -0.5\\right)',
    '$\\{0.467, -0.5\\}$',
    '۰٫۴۶۷، −۰٫۵',
    '٠٫٤٦٧ -٠٫٥',
    '०.४६७, -०.५',
    '０．４６７，－０．５',
    '0.467、-0.5',
    '≈0.467, ≈-0.5',
    '46.7%, -50%',
  ])('%s', (text) => expect(read(two, text)).toEqual([0.467, -0.5]));

  it.each([
    ['0,4,5', '[0.4, 5] or [0, 4.5]'],
    ['[1,2,3]', '[1.2, 3] or [1, 2.3]'],
  ])('%s is asked back with both readings', (text, readings) => {
    const [remark] = assess(ask(two), text).remarks;
    expect(remark?.code === 'unreadable' && remark.problem.message).toContain(readings);
  });

  it('with unquoted decimal commas in JSON uses up no attempt', () => {
    const [remark] = assess(ask(two), [0, 467, 0, 5]).remarks;
    expect(remark?.code === 'unreadable' && remark.problem.message).toContain('[0.467, 0.5]');
    expect(read(two, [0.1, 2, 3, 4])).toEqual([0.1, 2, 3, 4]);
  });

  it.each(['mu_1 = 0.467, mu_1 = -0.5', 'mu_3 = 0.467, mu_7 = -0.5'])('%s has labels that say no order', (text) =>
    expect(read(two, text)).toBe('ambiguous-list'),
  );

  it('keeps a list of another length as evidence', () => {
    expect(read(two, '0,467, 0,5, 0,1')).toEqual([0.467, 0.5, 0.1]);
    expect(read(two, '0.467, 0.5, 0.1')).toEqual([0.467, 0.5, 0.1]);
  });

  it('says once that commas were read as decimal points', () => {
    const { remarks } = assess(ask(two), '0,467; -0,5');
    expect(remarks).toEqual([
      { code: 'note', text: 'The commas were read as decimal points: 0.467, -0.5. Write points to be safe.' },
    ]);
  });
});

describe('a list of three whole numbers', () => {
  it.each(['1,2,3', '1, 2, 3', '1;2;3', '1 2 3', '[1,2,3]', '1/1,4/2,3/1', 'max(1,0), 2, 3'])('%s', (text) =>
    expect(read(list('1', '2', '3'), text)).toEqual([1, 2, 3]),
  );
});

describe('a table of two rows', () => {
  const table: AnswerSpec = {
    kind: 'table',
    key: {
      stated: [
        ['0', '1'],
        ['0.25', '0.75'],
      ],
    },
    precision: { decimals: 2 },
  };
  it.each([
    '0,0 1,0\n0,25 0,75',
    '0,0; 1,0\n0,25; 0,75',
    '[[0,0, 1,0], [0,25, 0,75]]',
    '[0 1; 0.25 0.75]',
    '[0, 1; 0.25, 0.75]',
    '\\begin{bmatrix} 0 & 1 \\\\ 0.25 & 0.75 \\end{bmatrix}',
    'gamma = np.array([[0, 1], [0.25, 0.75]])',
  ])('%j', (text) =>
    expect(read(table, text)).toEqual([
      [0, 1],
      [0.25, 0.75],
    ]),
  );
  it('may have rows of text', () => {
    expect(read(table, ['0; 1', '0,25; 0,75'])).toEqual([
      [0, 1],
      [0.25, 0.75],
    ]);
  });
});

describe('assignments of five points', () => {
  const assignments: AnswerSpec = { kind: 'assignments', key: { from: 'assignments', at: 'start' } };
  it.each<[Answer]>([
    ['22211'],
    [22211],
    ['222 11'],
    ['[22211]'],
    ['2 2 2 1 1'],
    ['(2,2,2,1,1)'],
    ['2-2-2-1-1'],
    ['2–2–2–1–1'],
    ['2/2/2/1/1'],
    ['2, 2, 2, 1 and 1'],
    ['x1:2, x2:2, x3:2, x4:1, x5:1'],
    ['x_0=2, x_1=2, x_2=2, x_3=1, x_4=1'],
    ['x^{(0)}: 2, x^{(1)}: 2, x^{(2)}: 2, x^{(3)}: 1, x^{(4)}: 1'],
    ['x₄→1, x₀→2, x₁→2, x₂→2, x₃→1'],
    ['x(0)=2; x(1)=2; x(2)=2; x(3)=1; x(4)=1'],
    ['G2, G2, G2, G1, G1'],
    [['Gaussian 2', 'Gaussian 2', 'Gaussian 2', 'Gaussian 1', 'Gaussian 1']],
    ['k=2, k=2, k=2, k=1, k=1'],
    ['۲ ۲ ۲ ۱ ۱'],
    ['۲۲۲۱۱'],
    ['２２２１１'],
    ['[2. 2. 2. 1. 1.]'],
  ])('%j', (answer) => expect(read(assignments, answer)).toEqual([2, 2, 2, 1, 1]));

  it.each<[Answer, unknown]>([
    ['2221', 'wrong-shape'],
    ['222111', 'wrong-shape'],
    ['22213', 'wrong-shape'],
    [2, 'wrong-shape'],
    ['x1:2, x2:2, x2:2, x4:1, x5:1', 'ambiguous-list'],
    ['11100', [1, 1, 1, 0, 0]],
    ['2,2,1,1', [2, 2, 1, 1]],
  ])('%j is read as %j', (answer, expected) => expect(read(assignments, answer)).toEqual(expected));
});

describe('values at exchanged places', () => {
  it.each<[Answer, readonly string[]]>([
    [['2', '1'], ['order-exchanged']],
    ['2, 1', ['order-exchanged']],
    [['2', '2'], ['entries-wrong']],
    [['3', '1'], ['entries-wrong']],
  ])('%j where 1, 2 is asked', (answer, codes) => {
    expect(assess(ask(list('1', '2')), answer).remarks.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a list that is written to take long', () => {
  const blanks = ' '.repeat(9000);
  it.each([
    `1${blanks}and${blanks}x${blanks}`,
    `a${blanks}b:${blanks}1, a${blanks}: 2`,
    `~${'a'.repeat(9000)}`,
    '1,2,'.repeat(2000),
    '['.repeat(9000),
    `array(${', '.repeat(4000)})`,
  ])('is answered all the same (%#)', (text) => {
    expect(read(list('1', '2'), text)).toBeDefined();
  });
});
