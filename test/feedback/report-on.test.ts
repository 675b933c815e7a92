import { describe, expect, it } from 'vitest';
import { reportOn } from '../../src/feedback/index.js';
import type { Diagnosis, Disclosed, Remark, Report, Verdict } from '../../src/types.js';
import { diagnosed, everything, forAll, graded, hintAndCause, hintOnly, homework, nothing } from './fixtures.js';

const problem = await homework();
const forum = diagnosed({
  ids: ['loop-variance-overwrites-sd'],
  explains: ['converged-means', 'converged-variances', 'larger-variance-at-convergence'],
  digits: 7,
  digitsIn: { 'converged-means': 8, 'converged-variances': 7 },
});
const forumGraded = graded(problem, {
  'converged-means': { verdict: 'incorrect', answer: [5.03812884, 0.69307411] },
  'converged-variances': { verdict: 'incorrect', answer: [0.6199125, 5.32681503] },
  'larger-variance-at-convergence': { verdict: 'incorrect', answer: 2, earned: 0 },
});
const messagesOf = (report: Report, id: string): string =>
  report.questions.find((question) => question.id === id)?.messages.join('\n') ?? '';
const report = (shown: Disclosed, diagnosis: Diagnosis | undefined = forum): Report =>
  reportOn(problem, forumGraded, diagnosis, forAll(problem, shown));

const toldOfEntries = (
  answer: readonly (string | number)[],
  entries: readonly Verdict[],
  remarks: readonly Remark[],
): string => {
  const proof = { method: 'entries', entries } as const;
  const wrong = graded(problem, { assignments: { verdict: 'partial', answer, proof, remarks } });
  return messagesOf(reportOn(problem, wrong, undefined, forAll(problem, hintAndCause)), 'assignments');
};

describe('a list with blank entries', () => {
  it('tells what is blank from what is wrong', () => {
    const text = toldOfEntries(
      [2, '', 2, 1, 2],
      ['correct', 'blank', 'correct', 'correct', 'incorrect'],
      [
        { code: 'entries-wrong', at: [[4]] },
        { code: 'entries-blank', at: [[1]] },
      ],
    );
    expect(text).toContain('One of your values is not right.\nLeft blank: number 2.');
  });

  it('does not count the blank ones where none of the others is right', () => {
    const text = toldOfEntries(
      [1, '', 1, 2, 2],
      ['incorrect', 'blank', 'incorrect', 'incorrect', 'incorrect'],
      [
        { code: 'entries-wrong', at: [[0], [2], [3], [4]] },
        { code: 'entries-blank', at: [[1]] },
      ],
    );
    expect(text).toContain('None of your values is right.\nLeft blank: number 2.');
  });
});

/** Both entries of these rows. */
const cells = (...rows: readonly number[]): readonly (readonly number[])[] =>
  rows.flatMap((row) => [
    [row, 0],
    [row, 1],
  ]);

describe('a report', () => {
  it('names a certain cause plainly, once for all the answers it explains', () => {
    const { messages } = report(hintAndCause);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^One mistake explains three of your answers \(.*\): The first step is right, but/);
  });

  it('says at each answer what happened and how that is known', () => {
    expect(messagesOf(report(hintAndCause), 'converged-means')).toMatch(
      /stored in the variable that your density reads as a standard deviation/,
    );
    expect(messagesOf(report(hintAndCause), 'converged-means')).toMatch(
      /agree with what EM converges to with this mistake to eight digits\./,
    );
    expect(messagesOf(report(hintAndCause), 'converged-variances')).toMatch(/with this mistake to seven digits\./);
    expect(report(hintAndCause).messages[0]).toMatch(/Your numbers agree with .* to seven digits\./);
    expect(messagesOf(report(hintAndCause), 'converged-variances')).toMatch(
      /^Not correct\.\nThe same mistake as in “.*” explains this answer/,
    );
  });

  it('gives the hint of the cause, and no more, where only hints may be shown', () => {
    const hinted = report(hintOnly);
    expect(hinted.causes).toEqual([]);
    expect(hinted.messages).toEqual([]);
    expect(messagesOf(hinted, 'converged-means')).toContain('What is in your sigma variable after the first M-step');
    expect(JSON.stringify(hinted)).not.toContain('loop-variance-overwrites-sd');
  });

  it('says nothing but the verdict and the attempts left where nothing may be shown', () => {
    const silent = report(nothing);
    expect(messagesOf(silent, 'larger-variance-at-convergence')).toBe('Not correct.\nNo attempt is left.');
    expect(JSON.stringify(silent)).not.toContain('loop-variance-overwrites-sd');
  });

  it('calls a cause that is not certain a possibility', () => {
    const unsure = diagnosed({
      ids: ['density-no-2pi', 'density-pi-shadowed'],
      explains: ['log-likelihood'],
      certain: false,
    });
    const wrong = graded(problem, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(reportOn(problem, wrong, unsure, forAll(problem, hintAndCause)), 'log-likelihood');
    expect(text).toMatch(/Possibly one of these happened: \(a\) .* \(b\) /);
  });

  it('says what a family has in common where several of it give the same answers', () => {
    const family = diagnosed({
      ids: ['density-no-2pi', 'density-pi-shadowed'],
      family: 'density-normaliser',
      explains: ['log-likelihood'],
    });
    const wrong = graded(problem, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(reportOn(problem, wrong, family, forAll(problem, hintAndCause)), 'log-likelihood');
    expect(text).toContain('The factor in front of your density’s exponential is not right.');
  });

  it('tells of two mistakes made together', () => {
    const pair = diagnosed({ ids: ['loglik-log10+density-no-2pi'], explains: ['log-likelihood'] });
    const wrong = graded(problem, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(reportOn(problem, wrong, pair, forAll(problem, hintAndCause)), 'log-likelihood');
    expect(text).toContain(
      'Two mistakes together give this: (1) The logarithm is the one to base 10. (2) The 2·pi is missing',
    );
  });

  it('marks what happened together otherwise than the possibilities that it stands among', () => {
    const unsure = diagnosed({
      ids: ['loglik-log10+density-no-2pi', 'loglik-average'],
      explains: ['log-likelihood'],
      certain: false,
    });
    const wrong = graded(problem, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(reportOn(problem, wrong, unsure, forAll(problem, hintAndCause)), 'log-likelihood');
    expect(text).toMatch(/happened: \(a\) Two mistakes together give this: \(1\) .* \(2\) .* \(b\) /);
    expect(text.match(/\([ab12]\)/g)).toEqual(['(a)', '(1)', '(2)', '(b)']);
  });

  it('uses the words of an author for a mistake the author has named', () => {
    const own = {
      ...problem,
      misconceptions: [
        { id: 'forgot-the-cat', predicts: {}, message: 'The cat was not counted.', hint: 'Who else is in the room?' },
      ],
    };
    const wrong = graded(own, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(
      reportOn(
        own,
        wrong,
        diagnosed({ ids: ['forgot-the-cat'], explains: ['log-likelihood'] }),
        forAll(own, hintAndCause),
      ),
      'log-likelihood',
    );
    expect(text).toContain('The cat was not counted.');
    expect(text).toContain('Who else is in the room?');
  });

  it('admits it where nothing explains an answer, and gives the hint of the question', () => {
    const unknown: Diagnosis = {
      causes: [],
      questions: { 'log-likelihood': { causes: [], facts: [] } },
      unexplained: ['log-likelihood'],
    };
    const wrong = graded(problem, { 'log-likelihood': { verdict: 'incorrect' } });
    const text = messagesOf(reportOn(problem, wrong, unknown, forAll(problem, hintAndCause)), 'log-likelihood');
    expect(text).toContain('Which mistake made this answer is not known.');
    expect(text).toContain('The samples are independent');
  });

  it('says nothing of the cause of a right answer', () => {
    expect(messagesOf(report(hintAndCause), 'log-likelihood')).toBe('Correct.');
  });

  it('shows solution, remedy and derivation only when they may be shown', () => {
    const wrong = graded(problem, { mean: { verdict: 'incorrect' } });
    const cause = diagnosed({ ids: ['mu-divided-by-n'], explains: ['mean'] });
    const solutions = { mean: 'THE SOLUTION' };
    const early = reportOn(problem, wrong, cause, forAll(problem, hintAndCause), solutions);
    const late = reportOn(problem, wrong, cause, forAll(problem, everything), solutions);
    expect(JSON.stringify(early)).not.toMatch(/THE SOLUTION|divides by the sum of its weights/);
    expect(messagesOf(late, 'mean')).toContain('The answer is THE SOLUTION.');
    expect(messagesOf(late, 'mean')).toContain('divides by the sum of its weights');
    expect(late.questions.find(({ id }) => id === 'mean')?.explanation).toBeDefined();
  });

  it('says what is certain of a wrong formula that nothing explains, two facts at most, and none of one that cannot be graded', () => {
    const facts = [
      { code: 'unused-symbols', symbols: ['x_1', 'x_2'] },
      { code: 'wrong-degree', symbol: 'x_1', given: '2', asked: '1' },
      { code: 'these-data-only' },
    ] as const;
    const said = (verdict: 'incorrect' | 'ungradable'): string => {
      const diagnosis: Diagnosis = { causes: [], questions: { mean: { causes: [], facts } }, unexplained: ['mean'] };
      const wrong = graded(problem, { mean: { verdict } });
      return messagesOf(reportOn(problem, wrong, diagnosis, forAll(problem, hintAndCause)), 'mean');
    };
    expect(said('incorrect')).toContain(
      'The result depends on “x_1” and “x_2”, which have no influence on your formula.',
    );
    expect(said('incorrect')).toContain(
      'Try it with x_1, and everything of its kind, twice as large: your result becomes four times as large',
    );
    expect(said('incorrect')).not.toContain('for the data');
    expect(said('incorrect')).not.toContain('for the data of this problem');
    expect(said('ungradable')).not.toContain('The result depends on');
  });

  it.each([
    [['x_1'], 'The result depends on “x_1”, which has no influence on your formula.'],
    [['x_1', 'x_2'], 'The result depends on “x_1” and “x_2”, which have no influence on your formula.'],
    [
      ['x_1', 'x_2', 'gamma_k1'],
      'The result depends on symbols that have no influence on your formula, “x_1” and “x_2” among them.',
    ],
  ])('tells in one sentence, without naming all, that %j have no influence', (symbols, sentence) => {
    const facts = [{ code: 'unused-symbols', symbols }] as const;
    const diagnosis: Diagnosis = { causes: [], questions: { mean: { causes: [], facts } }, unexplained: ['mean'] };
    const wrong = graded(problem, { mean: { verdict: 'incorrect' } });
    const said = messagesOf(reportOn(problem, wrong, diagnosis, forAll(problem, hintAndCause)), 'mean');
    expect(said).toContain(sentence);
    expect(said.split('The result depends')).toHaveLength(2);
  });

  it.each([
    [{ code: 'constant-factor', factor: '2/3' }, '2/3'],
    [{ code: 'constant-difference', difference: '-1/2' }, '-1/2'],
  ] as const)('keeps the number of a constant for when the answer may be shown: %j', (fact, number) => {
    const diagnosis: Diagnosis = { causes: [], questions: { mean: { causes: [], facts: [fact] } }, unexplained: [] };
    const wrong = graded(problem, { mean: { verdict: 'incorrect' } });
    const said = (shown: Disclosed): string =>
      messagesOf(reportOn(problem, wrong, diagnosis, forAll(problem, shown)), 'mean');
    expect(said(hintAndCause)).toContain('off by a constant');
    expect(said(hintAndCause)).not.toContain(number);
    expect(said(everything)).toContain(number);
  });

  it.each([
    [{ credit: 0 }, 2, 'Check your E-step”. The mistake lies there, not here.'],
    [{ credit: 1 }, 1, 'Check your E-step”, and earns 1 point for that.'],
    [{ credit: 0.5 }, 0.5, ', and earns 0.5 points for that.'],
    [{ credit: 2.5, instead: 2 }, 2.5, ', and earns 2.5 points in place of 2.'],
    // Refused for being late, or after all attempts.
    [{ credit: 1 }, 0, 'Check your E-step”. The mistake lies there, not here.'],
  ])('says what following rightly from an earlier answer has earned: %j', (carried, earned, sentence) => {
    const remarks = [{ code: 'carried', from: ['responsibilities'], ...carried }] as const;
    const told = graded(problem, { assignments: { verdict: 'partial', earned, remarks } });
    const said = messagesOf(reportOn(problem, told, undefined, forAll(problem, hintAndCause)), 'assignments');
    expect(said).toContain(sentence);
  });

  it('names the rows of a table, and says once what is alike in the digits of its entries', () => {
    const remarks: readonly Remark[] = [
      { code: 'entries-wrong', at: cells(2, 3, 4) },
      ...cells(0, 1).map((at): Remark => ({ code: 'wrong-further-digits', asked: 2, at })),
    ];
    const told = graded(problem, { responsibilities: { verdict: 'partial', remarks } });
    const { questions } = reportOn(problem, told, undefined, forAll(problem, hintAndCause));
    const [, ...said] = questions.find(({ id }) => id === 'responsibilities')?.messages ?? [];
    expect(said.slice(0, 2)).toEqual([
      'Six of your values are not right, in rows 3, 4 and 5.',
      'Rows 1 and 2: right to hundredths, as asked; the digits after that are not those of the exact value.',
    ]);
  });

  it('says once which symbols nobody knows, and what was meant', () => {
    const offered = ['x_1', 'x_2'];
    const remarks = [
      { code: 'unknown-symbol', symbol: 'I', offered },
      { code: 'unknown-symbol', symbol: 'X_1', suggestion: 'x_1', offered },
      { code: 'unknown-symbol', symbol: 'know', offered },
    ] as const;
    const told = reportOn(
      problem,
      graded(problem, { mean: { verdict: 'ungradable', remarks } }),
      undefined,
      forAll(problem, hintAndCause),
    );
    const [, ...said] = told.questions.find(({ id }) => id === 'mean')?.messages ?? [];
    expect(said).toEqual([
      'This question has no symbol “I” or “know”. Its symbols are x_1 and x_2.',
      'This question has no symbol “X_1”. Did you mean “x_1”?',
    ]);
  });

  it('says the same but once, and leaves a note that begins with a symbol as it is', () => {
    const remarks = [
      { code: 'not-an-option', given: 'Gaussian 2', options: ['1', '2'] },
      { code: 'not-an-option', given: 'Gaussian 2', options: ['1', '2'] },
      { code: 'note', text: 'gammak1 was read as gamma_k1' },
    ] as const;
    const told = reportOn(
      problem,
      graded(problem, { mean: { verdict: 'ungradable', remarks } }),
      undefined,
      forAll(problem, hintAndCause),
    );
    const [, ...said] = told.questions.find(({ id }) => id === 'mean')?.messages ?? [];
    expect(said).toEqual([
      '“Gaussian 2” is not one of the options; they are 1 and 2.',
      'gammak1 was read as gamma_k1.',
    ]);
  });

  it('does not say possibly what it has just said for sure', () => {
    const wrong = graded(problem, { assignments: { verdict: 'incorrect', remarks: [{ code: 'zero-based' }] } });
    const cause = diagnosed({ ids: ['assign-zero-based'], explains: ['assignments'], certain: false });
    const said = messagesOf(reportOn(problem, wrong, cause, forAll(problem, hintAndCause)), 'assignments');
    expect(said.split('numbered from 0')).toHaveLength(2);
    expect(said).not.toContain('Possibly');
  });

  it('says once that symbols do not belong, and what does only with the explanation', () => {
    const remarks = [
      { code: 'foreign-symbol', symbol: 'gamma_1k', suggestion: 'gamma_k1' },
      { code: 'foreign-symbol', symbol: 'n' },
    ] as const;
    const wrong = graded(problem, { mean: { verdict: 'incorrect', remarks } });
    const unexplained: Diagnosis = { causes: [], questions: {}, unexplained: ['mean'] };
    const said = (shown: Disclosed): string =>
      messagesOf(reportOn(problem, wrong, unexplained, forAll(problem, shown)), 'mean');
    const sentence = 'The symbols “gamma_1k” and “n” belong to another part of the problem, not to this formula.';
    expect(said(hintAndCause).split('another part')).toHaveLength(2);
    expect(said(hintAndCause)).toContain(sentence);
    expect(said(hintAndCause)).not.toContain('gamma_k1');
    expect(said(everything)).toContain(`${sentence} In the place of “gamma_1k” belongs gamma_k1.`);
  });
});

describe('work that is refused as too late', () => {
  const late = { code: 'late', days: 1, refused: true } as const;
  const refused = {
    ...graded(problem, {
      mean: { verdict: 'correct', earned: 0, remarks: [{ ...late, lost: 1 }] },
      assignments: { verdict: 'incorrect', earned: 0, remarks: [{ ...late, lost: 0 }] },
      variance: { verdict: 'ungradable', earned: 0, remarks: [{ ...late, lost: 0 }] },
      'mixing-weight': { verdict: 'undecided', earned: 0, remarks: [{ ...late, lost: 0 }] },
      'converged-means': { verdict: 'incorrect', earned: 0, remarks: [{ ...late, lost: 0 }] },
    }),
    earned: 0,
    daysLate: 1,
    refusal: { due: '2016-08-17T23:59:00.000Z', earlierCounts: false },
  };
  const told = reportOn(problem, refused, undefined, forAll(problem, hintAndCause));

  it('is said to be, with the deadline', () => {
    expect(told.messages).toEqual([
      'Handed in one day late, after the deadline of 17 August 2016, 23:59 UTC: this was not accepted, and therefore earns 0 points. What the answers would have earned in time is told with each of them.',
    ]);
    const earlier = { ...refused, refusal: { ...refused.refusal, earlierCounts: true } };
    expect(reportOn(problem, earlier, undefined, {}).messages[0]).toMatch(
      /this was not accepted, and what was handed in before counts\.$/,
    );
  });

  it('is told what it would have earned, and promised nothing', () => {
    expect(messagesOf(told, 'mean')).toContain('Too late to be accepted: in time this would have earned 1 point.');
    expect(messagesOf(told, 'assignments')).toContain('Too late to be accepted.');
    expect(messagesOf(told, 'converged-means')).not.toContain('oo late');
    const all = told.questions.flatMap(({ messages }) => messages).join('\n');
    expect(all).not.toMatch(/attempts? left|hand it in again|a person will/i);
  });

  it('is marked question by question', () => {
    const marked = told.questions.filter((question) => question.refused === true).map(({ id }) => id);
    expect(marked.toSorted()).toEqual(['assignments', 'converged-means', 'mean', 'mixing-weight', 'variance']);
  });
});

const toldOfWitness = (left: string, right: string, shown: Disclosed): string => {
  const witness = { values: { x_1: '2' }, left, right };
  const wrong = graded(problem, { mean: { verdict: 'incorrect', remarks: [{ code: 'witness', witness }] } });
  return messagesOf(reportOn(problem, wrong, undefined, forAll(problem, shown)), 'mean');
};

describe('a number of hundreds of digits', () => {
  const digits = '3'.repeat(400);
  it.each([
    [`1.${digits}`, 'gives 1.33333…, which'],
    [`-${digits}`, 'gives -3.33333…·10^399, which'],
    [`1${digits}/7`, 'gives 133333333333333333333333…, which'],
    ['1.377403846', 'gives 1.377403846, which'],
  ])('is cut to what can be read', (right, text) => expect(toldOfWitness('2', right, hintAndCause)).toContain(text));

  it('is told from one that begins alike', () => {
    expect(toldOfWitness(`1.${digits}`, `1.${digits}4`, everything)).toContain('differs from that in later digits.');
  });
});

describe('a right formula that can be simplified', () => {
  const remark = { code: 'not-simplified', replace: 'gamma_11 + gamma_21', by: '1' } as const;
  const half = graded(problem, { 'mixing-weight': { verdict: 'partial', earned: 0.5, remarks: [remark] } });

  it.each([
    ['with the constant once explanations may be shown', everything, '“gamma_11 + gamma_21” always equals “1”.'],
    ['with the part alone before', hintAndCause, '“gamma_11 + gamma_21” is the same number for all values'],
    ['without it where there are no hints', nothing, 'Your formula is right, but it can be simplified.'],
  ])('is told %s', (_, shown, text) => {
    const said = messagesOf(reportOn(problem, half, undefined, forAll(problem, shown)), 'mixing-weight');
    expect(said).toContain(text);
    expect(said.includes('“1”')).toBe(shown.explanation);
  });
});
