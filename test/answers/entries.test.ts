import { describe, expect, it } from 'vitest';
import { assess } from '../../src/answers/index.js';
import type { Answer, AnswerSpec, Model, Remark, Verdict } from '../../src/types.js';
import { ask } from './prepared.js';

type Row = readonly [answer: Answer, verdict: Verdict, share: number, ...remarks: Remark['code'][]];

const check = (spec: AnswerSpec, rows: readonly Row[], model?: Model): void => {
  const prepared = ask(spec, model);
  for (const [answer, verdict, share, ...remarks] of rows) {
    it(`${JSON.stringify(answer)} is ${verdict}${remarks.length === 0 ? '' : `: ${remarks.join(', ')}`}`, () => {
      const found = assess(prepared, answer);
      expect(found.verdict).toBe(verdict);
      expect(found.share).toBeCloseTo(share, 12);
      expect(found.remarks.map(({ code }) => code)).toEqual(remarks);
    });
  }
};

describe('a list with an entry a component (the first means, 5.1317 and 1.4710)', () => {
  check({ kind: 'list', key: { from: 'means', at: 1 }, precision: { decimals: 2 } }, [
    [[5.13, 1.47], 'correct', 1],
    [['5.13', '1.47'], 'correct', 1],
    [['5,13', 1.47], 'correct', 1, 'note'],
    [[5.131728, 1.471031], 'correct', 1],
    [['5.13172802955', '1.47103149462'], 'correct', 1],
    ['5.13, 1.47', 'correct', 1],
    ['[5.13, 1.47]', 'correct', 1],
    ['[5.13 1.47]', 'correct', 1],
    ['(5.13, 1.47)', 'correct', 1],
    ['5.13 1.47', 'correct', 1],
    ['5.13; 1.47', 'correct', 1],
    ['5,13; 1,47', 'correct', 1, 'note'],
    ['mu = [5.13172803 1.47103149]', 'correct', 1],
    [[[5.13], [1.47]], 'correct', 1],
    [[[5.13, 1.47]], 'correct', 1],
    [[1.47, 5.13], 'incorrect', 0, 'components-exchanged'],
    [['1.47', '5.131728'], 'incorrect', 0, 'components-exchanged'],
    [[5.13, 2], 'partial', 0.5, 'entries-wrong'],
    [[5.13, -1.47], 'partial', 0.5, 'entries-wrong', 'sign-only'],
    [[5.1, 1.5], 'incorrect', 0, 'entries-wrong', 'too-few-digits', 'too-few-digits'],
    [[5.13, ''], 'partial', 0.5, 'entries-blank'],
    [['', 2], 'incorrect', 0, 'entries-wrong', 'entries-blank'],
    [['', 1.47, 3], 'incorrect', 0, 'wrong-shape'],
    [['nan', 'nan'], 'incorrect', 0, 'entries-wrong'],
    [[5, 1], 'incorrect', 0, 'entries-wrong', 'too-few-digits', 'too-few-digits'],
    [[5.13, 1.47, 3], 'incorrect', 0, 'wrong-shape'],
    [[5.13], 'incorrect', 0, 'wrong-shape'],
    [Array<number>(100).fill(5.13), 'ungradable', 0, 'wrong-shape'],
    ['[5.13]   [1.47]', 'correct', 1],
    [5.13, 'ungradable', 0, 'wrong-shape'],
    [[5.13, [1.47]], 'ungradable', 0, 'wrong-shape'],
    [
      [
        [5.13, 1.47],
        [1, 2],
      ],
      'ungradable',
      0,
      'wrong-shape',
    ],
    [[5.13, 'x'], 'ungradable', 0, 'unknown-symbol'],
    [[5.13, '1.2.3'], 'ungradable', 0, 'unreadable'],
    [[5.13, '1e999'], 'ungradable', 0, 'not-finite'],
    [[], 'blank', 0],
    ['', 'blank', 0],
    [['', ' '], 'blank', 0],
  ]);
});

describe('a stated list', () => {
  check({ kind: 'list', key: { stated: ['1/3', '2/3'] }, precision: {} }, [
    [['1/3', '2/3'], 'correct', 1],
    ['1/3, 2/3', 'correct', 1],
    ['1 / 3, 2 / 3', 'correct', 1],
    [['2/3', '1/3'], 'incorrect', 0, 'order-exchanged'],
    [['1/3', '1/3'], 'partial', 0.5, 'entries-wrong'],
    [['1/3', 0.6667], 'partial', 0.5, 'entries-wrong'],
  ]);
});

describe('the list of one component, an entry a point', () => {
  check({ kind: 'list', key: { from: 'responsibilities', at: 'start', component: 1 }, precision: { decimals: 2 } }, [
    [[0, 0, 0.45, 0.67, 0.69], 'correct', 1],
    [['1.4e-7', '1.4e-5', 0.45466, '2/3', 0.69384], 'correct', 1],
    [[1, 1, 0.55, 0.33, 0.31], 'incorrect', 0, 'components-exchanged'],
    [[0, 0, 0.45, 0.67, 0.31], 'partial', 0.8, 'entries-wrong'],
    [[0, 0.45, 0.67, 0.69], 'incorrect', 0, 'wrong-shape'],
  ]);
});

const table = (rows: readonly (readonly Answer[])[]): Answer => rows;

describe('a table with a row a point and a column a component (the first responsibilities)', () => {
  check(
    {
      kind: 'table',
      key: {
        stated: [
          ['0', '1'],
          ['0.25', '0.75'],
          ['1/3', '2/3'],
        ],
      },
      precision: { decimals: 2 },
    },
    [
      [
        table([
          [0, 1],
          [0.25, 0.75],
          [0.33, 0.67],
        ]),
        'correct',
        1,
      ],
      [
        table([
          ['0', '1'],
          ['0.25', '0.75'],
          ['1/3', '2/3'],
        ]),
        'correct',
        1,
      ],
      ['[[0, 1], [0.25, 0.75], [0.33, 0.67]]', 'correct', 1],
      ['[[0. 1.]\n [0.25 0.75]\n [0.33 0.67]]', 'correct', 1],
      ['0 1\n0.25 0.75\n0.33 0.67', 'correct', 1],
      [['0 1', '0.25 0.75', '0.33 0.67'], 'correct', 1],
      [
        table([
          [0, 1],
          [0.25, 0.75],
          [0.33, 0.66],
        ]),
        'partial',
        5 / 6,
        'entries-wrong',
        'misrounded',
      ],
      [
        table([
          [0, 1],
          [0.25, 0.75],
        ]),
        'incorrect',
        0,
        'wrong-shape',
      ],
      [
        table([
          [0, 1],
          [0.25, 0.75],
          [0.33, 0.67],
          [1, 0],
        ]),
        'incorrect',
        0,
        'wrong-shape',
      ],
      [table([[0, 1], [0.25], [0.33, 0.67]]), 'ungradable', 0, 'wrong-shape'],
      [
        table([
          [0, 0.25, 0.33],
          [1, 0.75, 0.67],
        ]),
        'ungradable',
        0,
        'wrong-shape',
      ],
      [[0, 0.25, 0.33], 'ungradable', 0, 'wrong-shape'],
      [
        table([
          [0, 1],
          [0.25, [0.75]],
          [0.33, 0.67],
        ]),
        'ungradable',
        0,
        'wrong-shape',
      ],
      [0.5, 'ungradable', 0, 'wrong-shape'],
      [
        table([
          [0, 1],
          [0.25, 'q'],
          [0.33, 0.67],
        ]),
        'ungradable',
        0,
        'unknown-symbol',
      ],
      [
        table([
          ['', ''],
          ['', ''],
          ['', ''],
        ]),
        'blank',
        0,
      ],
    ],
  );
  it('says which row is ragged', () => {
    const prepared = ask({ kind: 'table', key: { from: 'responsibilities', at: 'start' }, precision: { decimals: 2 } });
    const { remarks } = assess(prepared, [[0, 1], [0, 1], [0.5], [1, 0], [1, 0]]);
    expect(remarks).toEqual([
      { code: 'wrong-shape', expected: '5 rows of 2 numbers', given: 'a table whose row 3 has 1 number' },
    ]);
  });
  it('says where an entry cannot be read', () => {
    const prepared = ask({ kind: 'table', key: { from: 'responsibilities', at: 'start' }, precision: { decimals: 2 } });
    const { remarks } = assess(prepared, [
      [0, 1],
      [0, 'q'],
      [0.5, 0.5],
      [1, 0],
      [1, 0],
    ]);
    expect(remarks).toMatchObject([{ code: 'unknown-symbol', symbol: 'q', at: [1, 1] }]);
  });
});

describe('assignments (2, 2, 2, 1, 1), a point each', () => {
  check({ kind: 'assignments', key: { from: 'assignments', at: 'start' } }, [
    [[2, 2, 2, 1, 1], 'correct', 1],
    [['2', '2', '2', '1', '1'], 'correct', 1],
    [[' 2', 2, '2 ', '1.0', 1], 'correct', 1],
    ['2,2,2,1,1', 'correct', 1],
    ['2 2 2 1 1', 'correct', 1],
    ['[2, 2, 2, 1, 1]', 'correct', 1],
    [[[2], [2], [2], [1], [1]], 'correct', 1],
    [[2, 2, 1, 1, 1], 'partial', 0.8, 'entries-wrong'],
    [[2, 2, 2, 2, 2], 'partial', 0.6, 'entries-wrong'],
    [[1, 1, 1, 1, 1], 'partial', 0.4, 'entries-wrong'],
    [[1, 1, 1, 2, 2], 'incorrect', 0, 'components-exchanged'],
    [['1', '1', '1', '2', '2'], 'incorrect', 0, 'components-exchanged'],
    [[1, 1, 1, 0, 0], 'incorrect', 0, 'zero-based'],
    [[2, 2, 2, 1, 0], 'partial', 0.8, 'entries-wrong'],
    [[2, 2, 2, 1, 3], 'partial', 0.8, 'entries-wrong'],
    [[2, 2, 2, 1, ''], 'partial', 0.8, 'entries-blank'],
    [[2, '', 1, 1, ''], 'partial', 0.4, 'entries-wrong', 'entries-blank'],
    [[2, 2, 2, 1], 'incorrect', 0, 'wrong-shape'],
    [[2, 2, 1, 1], 'incorrect', 0, 'wrong-shape'],
    [[2, 2, 2, 1, 1, 1], 'incorrect', 0, 'wrong-shape'],
    [[2, 2, 2, 1, 1.5], 'ungradable', 0, 'not-an-option'],
    [[2, 2, 2, 1, 'one'], 'ungradable', 0, 'not-an-option'],
    [[2, 2, 2, 1, [1]], 'ungradable', 0, 'wrong-shape'],
    [2, 'ungradable', 0, 'wrong-shape'],
    [[], 'blank', 0],
    ['', 'blank', 0],
    [['', '', '', '', ''], 'blank', 0],
  ]);
  it('keeps the numbers of an answer of another length, as evidence', () => {
    const prepared = ask({ kind: 'assignments', key: { from: 'assignments', at: 'start' } });
    expect(assess(prepared, [2, 2, 1, 1]).values).toEqual([2, 2, 1, 1]);
  });
});

describe('a choice', () => {
  const options = { 1: 'sigma_1^2', 2: 'sigma_2^2' };
  check({ kind: 'choice', options, key: { componentWith: 'largest', of: 'variances', at: 'converged' } }, [
    [1, 'correct', 1],
    ['1', 'correct', 1],
    [' 1 ', 'correct', 1],
    ['sigma_1^2', 'correct', 1],
    [' Sigma_1^2 ', 'correct', 1],
    ['σ_1^2', 'correct', 1],
    ['σ₁²', 'correct', 1],
    ['\\sigma_1^2', 'correct', 1],
    ['σ₂²', 'incorrect', 0],
    ['1 (sigma_1^2)', 'correct', 1],
    ['1: sigma_1^2', 'correct', 1],
    ['sigma1^2', 'correct', 1],
    ['$\\sigma^2_1$', 'correct', 1],
    ['(1)', 'correct', 1],
    ['1.', 'correct', 1],
    ['1)', 'correct', 1],
    ['#1', 'correct', 1],
    ['component 1', 'correct', 1],
    ['k = 1', 'correct', 1],
    ['“1”', 'correct', 1],
    ['۱', 'correct', 1],
    ['१', 'correct', 1],
    ['１', 'correct', 1],
    ['variance 1', 'ungradable', 0, 'not-an-option'],
    ['not 1', 'ungradable', 0, 'not-an-option'],
    ['1 or 2', 'ungradable', 0, 'not-an-option'],
    ['component 3', 'ungradable', 0, 'not-an-option'],
    ['1.5', 'ungradable', 0, 'not-an-option'],
    ['1 (sigma_2^2)', 'ungradable', 0, 'not-an-option'],
    [[1], 'correct', 1],
    [2, 'incorrect', 0],
    ['2', 'incorrect', 0],
    ['sigma_2^2', 'incorrect', 0],
    [3, 'ungradable', 0, 'not-an-option'],
    [0, 'ungradable', 0, 'not-an-option'],
    ['first', 'ungradable', 0, 'not-an-option'],
    ['sigma_3^2', 'ungradable', 0, 'not-an-option'],
    [[1, 2], 'ungradable', 0, 'wrong-shape'],
    ['', 'blank', 0],
    [[], 'blank', 0],
  ]);
});

describe('three components', () => {
  const three: Model = {
    family: 'gaussian',
    data: [-3, -2.5, -1, 0, 2, 4, 5],
    start: { weights: [1 / 3, 1 / 3, 1 / 3], means: [-4, 0, 8], variances: [1, 0.2, 3] },
  };
  const means: AnswerSpec = { kind: 'list', key: { from: 'means', at: 1 }, precision: { decimals: 2 } };
  check(
    means,
    [
      [[-2.7, -0.4, 3.7], 'correct', 1],
      [[-0.4, 3.7, -2.7], 'incorrect', 0, 'components-exchanged'],
      [[3.7, -0.4, -2.7], 'partial', 1 / 3, 'components-exchanged'],
      [[-2.7, -0.4, 2.5], 'partial', 2 / 3, 'entries-wrong'],
    ],
    three,
  );
  check(
    { kind: 'assignments', key: { from: 'assignments', at: 'start' } },
    [
      [[1, 1, 2, 2, 3, 3, 3], 'correct', 1],
      [[2, 2, 3, 3, 1, 1, 1], 'incorrect', 0, 'components-exchanged'],
      [[1, 1, 3, 3, 2, 2, 2], 'partial', 2 / 7, 'components-exchanged'],
      [[0, 0, 1, 1, 2, 2, 2], 'incorrect', 0, 'zero-based'],
      [[1, 1, 2, 2, 1, 1, 1], 'partial', 4 / 7, 'entries-wrong'],
    ],
    three,
  );
});

describe('keys that follow the model', () => {
  const other: Model = {
    family: 'gaussian',
    data: [0, 1, 9],
    start: { weights: [0.5, 0.5], means: [0, 10], variances: [1, 1] },
  };
  check({ kind: 'assignments', key: { from: 'assignments', at: 'start' } }, [[[1, 1, 2], 'correct', 1]], other);
  const options = { 1: 'first', 2: 'second' };
  check(
    { kind: 'choice', options, key: { componentWith: 'largest', of: 'weights', at: 1 } },
    [
      ['first', 'correct', 1],
      ['2', 'incorrect', 0],
    ],
    other,
  );
});
