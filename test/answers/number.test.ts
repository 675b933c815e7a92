import { describe, expect, it } from 'vitest';
import { assess } from '../../src/answers/index.js';
import type { Answer, NumberSpec, Precision, Remark, Verdict } from '../../src/types.js';
import { ask } from './prepared.js';

/** −24.512532330086678, as the solver gives it. */
const logLikelihood = (precision: Precision): NumberSpec => ({
  kind: 'number',
  key: { from: 'log-likelihood', at: 'start' },
  precision,
});
const stated = (text: string, precision: Precision = {}): NumberSpec => ({
  kind: 'number',
  key: { stated: text },
  precision,
});

type Row = readonly [answer: Answer, verdict: Verdict, ...remarks: Remark['code'][]];

const check = (spec: NumberSpec, rows: readonly Row[]): void => {
  const prepared = ask(spec);
  for (const [answer, verdict, ...remarks] of rows) {
    it(`${JSON.stringify(answer)} is ${verdict}${remarks.length === 0 ? '' : `: ${remarks.join(', ')}`}`, () => {
      const found = assess(prepared, answer);
      expect(found.verdict).toBe(verdict);
      expect(found.share).toBe(verdict === 'correct' ? 1 : 0);
      expect(found.remarks.map(({ code }) => code)).toEqual(remarks);
    });
  }
};

describe('a number to one decimal (the log-likelihood, −24.5125…)', () => {
  check(logLikelihood({ decimals: 1 }), [
    [-24.5, 'correct'],
    [-24.51, 'correct'],
    [-24.513, 'correct'],
    [-24.512, 'correct'],
    [-24.512532330086678, 'correct'],
    [-24.51253233008668, 'correct'],
    ['-24.5', 'correct'],
    ['-24.50', 'correct'],
    ['-24.51', 'correct'],
    ['-24.512532330086678', 'correct'],
    [' -24.5 ', 'correct'],
    ['-24.5 ', 'correct'],
    ['- 24.5', 'correct'],
    ['l = -24.5', 'correct'],
    ['≈ −24.5', 'correct'],
    ['= -24.5', 'correct'],
    ['a=b', 'ungradable', 'unknown-symbol'],
    ['a=b=c', 'ungradable', 'unknown-symbol'],
    ['-24·5', 'ungradable', 'unreadable'],
    ['1/2 %', 'ungradable', 'unreadable'],
    ['Log-likelihood: -24.5', 'correct'],
    ['l(D; theta) = -24.5', 'correct'],
    ['\\ell(\\theta_0) \\approx −24,5', 'correct', 'note'],
    ['−۲۴٫۵', 'correct'],
    ['-२४.५', 'correct'],
    ['\u221224.5', 'correct'],
    ['\u201324.5', 'correct'],
    ['-24,5', 'correct', 'note'],
    ['-24,51', 'correct', 'note'],
    ['-2.45e1', 'correct'],
    ['-245e-1', 'correct'],
    ['-2450E-2', 'correct'],
    ['-0.245e2', 'correct'],
    ['-49/2', 'correct'],
    ['-(49/2)', 'correct'],
    ['-24 - 1/2', 'correct'],
    ['-24.5 + 0', 'correct'],
    ['-5*4.9', 'correct'],
    ['-\\frac{49}{2}', 'correct'],
    [-24.45, 'correct', 'wrong-further-digits'],
    ['-24.45', 'correct', 'wrong-further-digits'],
    [-24.55, 'incorrect'],
    ['-24.550', 'incorrect'],
    ['-491/20', 'incorrect'],
    [-24.549, 'correct', 'wrong-further-digits'],
    [-24.46, 'correct', 'wrong-further-digits'],
    [-24.52, 'correct'],
    [-24.53, 'correct', 'wrong-further-digits'],
    [-24.6, 'incorrect'],
    [-24.4, 'incorrect'],
    [-24.449, 'incorrect'],
    [-24.551, 'incorrect'],
    [24.5, 'incorrect', 'sign-only'],
    [24.51, 'incorrect', 'sign-only'],
    ['24.512532330086678', 'incorrect', 'sign-only'],
    [-24, 'incorrect', 'too-few-digits'],
    [-25, 'incorrect', 'too-few-digits'],
    ['-25', 'incorrect', 'too-few-digits'],
    ['-25.0', 'incorrect'],
    [-26, 'incorrect'],
    [25, 'incorrect'],
    [0, 'incorrect'],
    ['-0', 'incorrect'],
    [-245, 'incorrect'],
    [-2.45, 'incorrect'],
    [1e300, 'incorrect'],
    ['1e-400', 'incorrect', 'note'],
    ['nan', 'incorrect'],
    ['NaN', 'incorrect'],
    [' nan ', 'incorrect'],
    ['inf', 'incorrect'],
    ['-inf', 'incorrect'],
    ['Infinity', 'incorrect'],
    ['+inf', 'incorrect'],
    ['-Infinity', 'incorrect'],
    ['∞', 'incorrect'],
    ['', 'blank'],
    ['   ', 'blank'],
    ['\t\n', 'blank'],
    [[], 'blank'],
    ['1e400', 'ungradable', 'not-finite'],
    ['-1e400', 'ungradable', 'not-finite'],
    [Infinity, 'ungradable', 'not-finite'],
    [NaN, 'ungradable', 'not-finite'],
    ['1/0', 'ungradable', 'not-finite'],
    ['0/0', 'ungradable', 'not-finite'],
    ['ln(0)', 'ungradable', 'not-finite'],
    ['sqrt(-1)', 'ungradable', 'not-finite'],
    ['9^9^9^9', 'ungradable', 'not-finite'],
    [[-24.5], 'ungradable', 'wrong-shape'],
    [[1, 2], 'ungradable', 'wrong-shape'],
    ['x', 'ungradable', 'unknown-symbol'],
    ['twenty', 'ungradable', 'unknown-symbol'],
    ['mu_1 + 2', 'ungradable', 'unknown-symbol'],
    ['-24.5.1', 'ungradable', 'unreadable'],
    ['24.5-', 'ungradable', 'unreadable'],
    ['(24.5', 'ungradable', 'unreadable'],
    ['--', 'ungradable', 'unreadable'],
    ['-24.5 %', 'incorrect', 'note'],
    ['-2450%', 'correct', 'note'],
    ['a[1]', 'ungradable', 'unreadable'],
    ['import("fs")', 'ungradable', 'unreadable'],
    ['1;2', 'ungradable', 'unreadable'],
  ]);
});

describe('a number to two decimals', () => {
  check(stated('0.363037059394', { decimals: 2 }), [
    [0.36, 'correct'],
    ['.36', 'correct'],
    ['0.36', 'correct'],
    ['0,36', 'correct', 'note'],
    ['0.360', 'correct'],
    ['36%', 'correct', 'note'],
    ['36.3 %', 'correct', 'note'],
    [0.363, 'correct'],
    [0.363037059394, 'correct'],
    ['4/11', 'correct'],
    ['0.36000000000000000000000000001', 'correct', 'wrong-further-digits'],
    [0.37, 'incorrect'],
    [0.35, 'incorrect'],
    [0.4, 'incorrect', 'too-few-digits'],
    [0.3, 'incorrect', 'too-few-digits'],
    [-0.36, 'incorrect', 'sign-only'],
    [36.3, 'incorrect'],
    ['36/100', 'correct'],
    ['sqrt(0.1318)', 'correct'],
    ['e^(-1)', 'incorrect'],
    ['0.3e0', 'incorrect', 'too-few-digits'],
  ]);
  check(stated('0.366', { decimals: 2 }), [
    [0.37, 'correct'],
    [0.366, 'correct'],
    [0.36, 'incorrect', 'misrounded'],
    ['0.360', 'incorrect', 'misrounded'],
    [0.365, 'correct'],
    [0.3649, 'incorrect'],
  ]);
  check(stated('0.3649', { decimals: 2 }), [
    [0.36, 'correct'],
    [0.365, 'correct'],
    [0.37, 'incorrect', 'misrounded'],
    [0.3, 'incorrect', 'too-few-digits'],
  ]);
  check(stated('-24.566', { decimals: 1 }), [
    [-24.6, 'correct'],
    [-24.5, 'incorrect', 'misrounded'],
    [-24.57, 'correct'],
  ]);
});

describe('half-way cases', () => {
  check(stated('0.125', { decimals: 2 }), [
    [0.12, 'correct'],
    [0.13, 'correct'],
    [0.125, 'correct'],
    ['1/8', 'correct'],
    [0.11, 'incorrect'],
    [0.14, 'incorrect'],
    [0.115, 'correct', 'wrong-further-digits'],
    [0.1349, 'correct', 'wrong-further-digits'],
    [0.135, 'incorrect'],
    [0.1351, 'incorrect'],
  ]);
  check(stated('2.675', { decimals: 2 }), [
    [2.67, 'correct'],
    [2.68, 'correct'],
    [2.66, 'incorrect'],
    [2.69, 'incorrect'],
  ]);
  check(stated('-0.5', { decimals: 0 }), [
    [0, 'correct'],
    [-1, 'correct'],
    [1, 'incorrect', 'sign-only'],
    [-2, 'incorrect'],
  ]);
  check({ kind: 'number', key: { from: 'variances', at: 'converged', component: 2 }, precision: { decimals: 1 } }, [
    [0.2, 'correct'],
    [0.3, 'correct'],
    [0.25, 'correct'],
    ['1/4', 'correct'],
    [0.4, 'incorrect'],
    [0.7, 'incorrect', 'components-exchanged'],
    [0.67, 'incorrect', 'components-exchanged'],
  ]);
});

describe('an answer that lies half-way itself', () => {
  /** [reference, decimals, answer, verdict]: away from zero, unless it is the reference rounded to the digits it shows. */
  const rows: readonly (readonly [string, number, string | number, 'correct' | 'incorrect'])[] = [
    ['24.512', 1, 24.45, 'correct'],
    ['24.512', 1, 24.55, 'incorrect'],
    ['-24.512', 1, -24.45, 'correct'],
    ['-24.512', 1, -24.55, 'incorrect'],
    ['-24.512', 1, '-24.550', 'incorrect'],
    ['-24.549', 1, -24.55, 'correct'],
    ['-24.549', 1, '-24.550', 'incorrect'],
    ['-24.5496', 1, '-24.550', 'correct'],
    ['-24.551', 1, -24.55, 'correct'],
    ['-24.551', 1, -24.5, 'incorrect'],
    ['-24.551', 1, -24.6, 'correct'],
    ['0.2497', 1, 0.25, 'correct'],
    ['0.2497', 1, '0.250', 'correct'],
    ['0.2497', 1, '0.2500', 'incorrect'],
    ['0.2497', 1, '1/4', 'correct'],
    ['0.2497', 1, 0.2, 'correct'],
    ['0.2497', 1, 0.3, 'incorrect'],
    ['0.2512', 1, 0.25, 'correct'],
    ['0.2512', 1, 0.2, 'incorrect'],
    ['0.21', 1, 0.25, 'incorrect'],
    ['0.21', 1, '1/4', 'incorrect'],
    ['0.21', 1, 0.15, 'correct'],
    ['-0.21', 1, -0.25, 'incorrect'],
    ['-0.21', 1, -0.15, 'correct'],
    ['0.25', 1, 0.25, 'correct'],
    ['0.25', 1, 0.2, 'correct'],
    ['0.25', 1, 0.3, 'correct'],
    ['0.25', 1, 0.15, 'correct'],
    ['0.25', 1, 0.35, 'incorrect'],
    ['-0.25', 1, -0.2, 'correct'],
    ['-0.25', 1, -0.3, 'correct'],
    ['-0.25', 1, -0.25, 'correct'],
    ['-0.25', 1, -0.35, 'incorrect'],
    ['2.5', 0, 2, 'correct'],
    ['2.5', 0, 3, 'correct'],
    ['2.5', 0, '5/2', 'correct'],
    ['2.5', 0, 3.5, 'incorrect'],
    ['2.4', 0, 2.5, 'incorrect'],
    ['2.46', 0, 2.5, 'correct'],
    ['0.04', 1, 0.05, 'incorrect'],
    ['0.04', 1, -0.05, 'incorrect'],
    ['0.04', 1, 0, 'correct'],
    ['0', 0, 0.5, 'incorrect'],
    ['0', 0, -0.5, 'incorrect'],
  ];
  it.each(rows)('%s to %i decimals: %s is %s', (reference, decimals, answer, verdict) => {
    const prepared = ask(stated(reference, { decimals }));
    expect(assess(prepared, answer).verdict).toBe(verdict);
    expect(assess(prepared, `${answer}`).verdict).toBe(verdict);
  });

  it('leaves just one unit of the last digit right', () => {
    const prepared = ask(stated('-24.512', { decimals: 1 }));
    const answers = Array.from({ length: 401 }, (_, i) => (-24.7 + i / 1000).toFixed(3));
    expect(answers.filter((answer) => assess(prepared, answer).verdict === 'correct')).toHaveLength(100);
  });

  it.each([
    ['0.25', 0.3, '0.3', '0.3'],
    ['0.25', 0.2, '0.2', '0.2'],
    ['0.2497', 0.25, '0.2', '0.2'],
    ['-24.512', -24.55, '-24.5', '-24.6'],
    ['0.25', 0.5, '0.3', '0.5'],
    ['0.25', 0.1, '0.2', '0.1'],
  ])('shows what was held against what: %s and %s', (reference, answer, asked, given) => {
    expect(assess(ask(stated(reference, { decimals: 1 })), answer).proof).toMatchObject({ reference: asked, given });
  });
});

describe('a number to no decimals', () => {
  check(stated('17.4', { decimals: 0 }), [
    [17, 'correct'],
    ['17', 'correct'],
    ['17.0', 'correct'],
    [17.4, 'correct'],
    [17.49, 'correct', 'wrong-further-digits'],
    [18, 'incorrect'],
    [16, 'incorrect'],
    [-17, 'incorrect', 'sign-only'],
  ]);
});

describe('a number with a tolerance', () => {
  check(stated('0.3', { tolerance: 0.01 }), [
    [0.3, 'correct'],
    [0.31, 'correct'],
    [0.29, 'correct'],
    ['3/10', 'correct'],
    [0.3100001, 'incorrect'],
    [0.2899999, 'incorrect'],
    [-0.3, 'incorrect', 'sign-only'],
  ]);
  check(stated('200', { relative: 0.01 }), [
    [200, 'correct'],
    [202, 'correct'],
    [198, 'correct'],
    [202.1, 'incorrect'],
    [197.9, 'incorrect'],
  ]);
  check(stated('200', { tolerance: 1, relative: 0.01 }), [
    [202, 'correct'],
    [202.1, 'incorrect'],
  ]);
  check(logLikelihood({ tolerance: 0.001 }), [
    [-24.5125, 'correct'],
    [-24.51, 'incorrect'],
    [-24.5135, 'correct'],
  ]);
});

describe('an exact number', () => {
  check(stated('1/3'), [
    ['1/3', 'correct'],
    ['2/6', 'correct'],
    ['1/2 - 1/6', 'correct'],
    ['\\frac13', 'correct'],
    [0.3333333333333333, 'incorrect'],
    [0.33, 'incorrect'],
    ['-1/3', 'incorrect', 'sign-only'],
  ]);
  check(stated('0.5'), [
    [0.5, 'correct'],
    ['1/2', 'correct'],
    ['0,5', 'correct', 'note'],
    ['0.50', 'correct'],
    ['5e-1', 'correct'],
    ['0.5000000000000000000000000001', 'incorrect'],
    ['2^(-1)', 'correct'],
    ['sqrt(1/4)', 'correct'],
    ['sin(pi/6)', 'correct'],
  ]);
  check(stated('sqrt(2)/2'), [
    ['sqrt(2)/2', 'correct'],
    ['1/sqrt(2)', 'correct'],
    ['sqrt(1/2)', 'correct'],
    ['2^(-1/2)', 'correct'],
    ['0.7071067811865476', 'incorrect'],
    ['-sqrt(2)/2', 'incorrect', 'sign-only'],
  ]);
  check(stated('9007199254740993'), [
    ['9007199254740993', 'correct'],
    ['9007199254740992', 'incorrect'],
  ]);
  check(stated('0'), [
    [0, 'correct'],
    [-0, 'correct'],
    ['-0', 'correct'],
    ['0.000', 'correct'],
    [1e-9, 'incorrect'],
  ]);
});
