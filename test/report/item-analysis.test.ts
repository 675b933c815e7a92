import { describe, expect, it } from 'vitest';
import {
  analyseItems,
  createClassSummary,
  discriminationWithin,
  decodeRow,
  encodeRow,
  summarise,
} from '../../src/report/index.js';
import { graded, homework } from '../feedback/fixtures.js';
import { problem, rowOf } from './sample.js';

const item = (rows: readonly ReturnType<typeof rowOf>[], id: string) =>
  analyseItems(rows).find((each) => each.id === id);

const cause = (id: string) => ({ causes: [{ ids: [id], certain: true, explains: ['mean'] }] });

describe('facility', () => {
  it('is the mean share of the points, with blanks as nothing', () => {
    const rows = [
      rowOf('a', ['correct', 'correct']),
      rowOf('b', ['correct', 'partial']),
      rowOf('c', ['incorrect', 'blank']),
      rowOf('d', ['correct', 'incorrect']),
    ];
    expect(item(rows, 'log-likelihood')?.facility).toBe(0.75);
    expect(item(rows, 'mean')?.facility).toBe(0.375);
  });

  it('leaves out answers that nobody has decided yet, and says how many', () => {
    const rows = [
      rowOf('a', ['correct', 'undecided']),
      rowOf('b', ['correct', 'correct']),
      rowOf('c', ['correct', 'ungradable']),
    ];
    expect(item(rows, 'mean')).toMatchObject({ facility: 1, verdicts: { undecided: 1, ungradable: 1, correct: 1 } });
  });

  it('does not count who left out a question that does not count', () => {
    const rows = [
      rowOf('a', ['correct', 'correct', 'correct', 'correct', 'blank']),
      rowOf('b', ['correct', 'correct', 'correct', 'correct', 'incorrect']),
    ];
    expect(item(rows, 'converged-means')?.facility).toBe(0);
  });
});

describe('discrimination', () => {
  it('is the correlation with the points on the rest', () => {
    // x = 1, 1, 0, 0 against the rest 5, 4, 1, 0: covariance 1, variances 1/4 and 17/4.
    const rows = [
      rowOf('a', ['correct', 'correct', 'correct', 'correct']),
      rowOf('b', ['correct', 'correct', 'correct', 'incorrect']),
      rowOf('c', ['incorrect', 'incorrect', 'correct', 'incorrect']),
      rowOf('d', ['incorrect', 'incorrect', 'incorrect', 'incorrect']),
    ];
    expect(item(rows, 'log-likelihood')?.discrimination).toBeCloseTo(1 / Math.sqrt(17 / 16), 12);
  });

  it('is not known where everyone answered alike', () => {
    const rows = Array.from({ length: 5 }, (_, i) =>
      rowOf(`s${i}`, ['correct', i % 2 === 0 ? 'correct' : 'incorrect']),
    );
    expect(item(rows, 'log-likelihood')?.discrimination).toBeUndefined();
  });
});

describe('what is no matter of the question', () => {
  const verdicts = ['correct', 'incorrect'] as const;
  const mixed = (i: number) =>
    rowOf(`s${i}`, [verdicts[i % 2] ?? 'blank', verdicts[i % 3 === 0 ? 0 : 1] ?? 'blank', 'correct']);

  it('is that some were late', () => {
    const onTime = Array.from({ length: 24 }, (_, i) => mixed(i));
    const late = onTime.map((row, i) =>
      i % 4 === 0
        ? {
            ...row,
            earned: 0,
            lost: row.earned,
            questions: row.questions.map((question) => ({ ...question, earned: 0, lost: question.earned })),
          }
        : row,
    );
    expect(analyseItems(late)).toEqual(analyseItems(onTime));
  });

  it('is the rest of those for whom it is not known yet', () => {
    const rows = Array.from({ length: 12 }, (_, i) => mixed(i));
    const waiting = rowOf('w', ['correct', 'incorrect', 'undecided']);
    const [before, after] = [item(rows, 'log-likelihood'), item([...rows, waiting], 'log-likelihood')];
    expect(after).toMatchObject({ discrimination: before?.discrimination, students: 12 });
    expect(after?.facility).toBeCloseTo(7 / 13, 12);
  });
});

describe('the range of a discrimination', () => {
  it('is wide for few students and narrow for many', () => {
    expect(discriminationWithin({ discrimination: 0.5, students: 9 }, 2)).toBeUndefined();
    // Fisher's z: atanh(0.5) = 0.5493, give or take 2/√(103 − 3).
    const [low, high] = discriminationWithin({ discrimination: 0.5, students: 103 }, 2) ?? [];
    expect(low).toBeCloseTo(Math.tanh(0.5493061 - 0.2), 6);
    expect(high).toBeCloseTo(Math.tanh(0.5493061 + 0.2), 6);
    expect(discriminationWithin({ discrimination: 1, students: 20 }, 2)).toEqual([1, 1]);
  });
});

describe('the summary of a class', () => {
  it('groups causes and wrong answers, largest first, and lists what waits for a person', () => {
    const summary = createClassSummary();
    summary.add(rowOf('a', ['correct', 'incorrect'], cause('rare')), 'a');
    summary.add(rowOf('b', ['correct', 'incorrect'], cause('common')), 'b');
    summary.add(rowOf('c', ['undecided', 'incorrect'], cause('common')), 'c');
    summary.add(
      rowOf('d', ['correct', 'incorrect'], { unexplained: [{ question: 'mean', key: 'k', text: 'x/2' }] }),
      'd',
    );
    summary.add(
      rowOf('e', ['correct', 'incorrect'], { unexplained: [{ question: 'mean', key: 'k', text: 'x*0.5' }] }),
      'e',
    );
    const { causes, wrong, waiting, open, students } = summary.result();
    expect(causes.map(({ ids, students: { total } }) => [ids, total])).toEqual([
      [['common'], 2],
      [['rare'], 1],
    ]);
    expect(wrong).toEqual([{ question: 'mean', text: 'x/2', students: { first: ['d', 'e'], total: 2 } }]);
    expect(waiting).toEqual({
      answers: 1,
      groups: [
        {
          question: 'log-likelihood',
          verdict: 'undecided',
          text: '?',
          why: 'Why.',
          students: { first: [{ student: 'c', page: 'c' }], total: 1 },
        },
      ],
    });
    expect([open, students]).toEqual([1, 5]);
  });

  it('stays bounded when every wrong answer is another one', () => {
    const summary = createClassSummary();
    for (let i = 0; i < 9000; i++)
      summary.add(
        rowOf(`s${i}`, ['correct', 'incorrect'], { unexplained: [{ question: 'mean', key: `${i}`, text: `${i}` }] }),
        'p',
      );
    const { wrong, rareWrong, lines } = summary.result();
    expect(wrong.length).toBeLessThanOrEqual(40);
    expect(rareWrong + wrong.reduce((sum, { students: { total } }) => sum + total, 0)).toBe(9000);
    expect([lines.first.length, lines.total]).toEqual([500, 9000]);
  });
});

describe('of a large class', () => {
  it('those with the fewest points are listed, whoever comes first', () => {
    const summary = createClassSummary();
    const size = 3000;
    for (let i = 0; i < size; i++) summary.add(rowOf(`s${i}`, [], { earned: (i * 7919) % size }), `p${i}`);
    const { lines } = summary.result();
    expect(lines.total).toBe(size);
    expect(lines.first.map(({ earned }) => earned)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    expect(lines.first.every(({ student, page }) => page === `p${student.slice(1)}`)).toBe(true);
  });

  it('of equal points the first are', () => {
    const summary = createClassSummary();
    for (let i = 0; i < 1700; i++) summary.add(rowOf(`s${i}`, [], { earned: i < 1400 ? 5 : 4 }), 'p');
    const names = summary.result().lines.first.map(({ student }) => student);
    expect([names[0], names[299], names[300], names[499]]).toEqual(['s1400', 's1699', 's0', 's199']);
  });
});

const unread = (text: string) => ({ waiting: [{ question: 'log-likelihood', text, why: 'Why.' }] });

describe('what waits for a person', () => {
  it('is no question without points', () => {
    const summary = createClassSummary();
    summary.add(rowOf('a', ['correct', 'correct', 'correct', 'correct', 'undecided']), 'a');
    expect(summary.result()).toMatchObject({ open: 0, waiting: { answers: 0, groups: [] } });
  });

  it('is looked at once, however many wrote it', () => {
    const summary = createClassSummary();
    const texts = ['about 2', 'see scan', ' see  scan', 'about 2', 'see scan'];
    for (const [i, text] of texts.entries()) summary.add(rowOf(`s${i}`, ['ungradable'], unread(text)), `p${i}`);
    const { groups } = summary.result().waiting;
    expect(groups.map(({ text, students }) => [text, students.first.map(({ student }) => student)])).toEqual([
      ['see scan', ['s1', 's2', 's4']],
      ['about 2', ['s0', 's3']],
    ]);
  });

  it('is counted to the last of a large class, and named as far as the page stays readable', () => {
    const summary = createClassSummary();
    const size = 6000;
    for (let i = 0; i < size; i++) {
      const text = i % 2 === 0 ? `${i}` : 'scan';
      const row = rowOf(`s${i}`, ['ungradable'], { waiting: [{ question: 'log-likelihood', text, why: '' }] });
      summary.add(row, 'p');
    }
    const { groups, answers } = summary.result().waiting;
    expect([answers, groups.length, groups[0]?.text, groups[0]?.students.total]).toEqual([6000, 500, 'scan', 3000]);
    expect(groups.reduce((sum, { students }) => sum + students.first.length, 0)).toBeLessThanOrEqual(2000);
  });

  it('keeps its points apart from those that are final', () => {
    const summary = createClassSummary();
    summary.add(rowOf('a', ['correct', 'undecided']), 'a');
    summary.add(rowOf('b', ['correct', 'correct'], { lost: 0.5 }), 'b');
    const { points, openPoints, late } = summary.result();
    expect([[...points], [...openPoints], late]).toEqual([[[4, 1]], [[1, 1]], { students: 1, lost: 0.5 }]);
  });
});

describe('a row', () => {
  it('is the same after it was kept', () => {
    const row = rowOf('s1', ['correct', 'partial', 'incorrect', 'undecided', 'blank'], {
      submittedAt: '2016-08-16T20:00:00Z',
      causes: [{ ids: ['x', 'y'], certain: false, explains: ['mean'] }],
      unexplained: [{ question: 'larger', key: '1', text: '1' }],
      warnings: ['careful'],
      pictures: [{ question: 'mean', ids: ['x'], right: true }],
      draw: 3,
    });
    const late = {
      ...row,
      questions: row.questions.map((question, i) => (i === 0 ? { ...question, earned: 0, lost: 1 } : question)),
    };
    for (const each of [row, late])
      expect(decodeRow(JSON.parse(JSON.stringify(encodeRow(each))), problem)).toEqual(each);
  });
});

describe('the row of a student', () => {
  it('does not count what could not be read as wrong without a known mistake', async () => {
    const answered = graded(await homework(), {
      mean: { verdict: 'incorrect', answer: 'x_1' },
      variance: { verdict: 'ungradable', answer: 'gama_k1' },
    });
    const diagnosis = { causes: [], questions: {}, unexplained: ['mean', 'variance'] };
    const row = summarise(await homework(), answered, diagnosis, undefined, []);
    expect(row.unexplained).toEqual([{ question: 'mean', key: 'x_1', text: 'x_1' }]);
    expect(row.waiting).toMatchObject([{ question: 'variance', text: 'gama_k1' }]);
  });
});
