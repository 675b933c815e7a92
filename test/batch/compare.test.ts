import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesPoints, describeChange, type Change } from '../../src/report/index.js';
import type { Policy, Problem, Question } from '../../src/types.js';
import { grade, inFolder, problem, reportsIn, run, sheet, write } from './class.js';

type Files = { readonly [path: string]: unknown };

const withPolicy = (policy: Partial<Policy>, from = problem): Problem => ({
  ...from,
  policy: { ...from.policy, ...policy },
});
const withQuestion = (id: string, change: (question: Question) => Question, from = problem): Problem => ({
  ...from,
  questions: from.questions.map((question) => (question.id === id ? change(question) : question)),
});
const stated = (value: string): Problem =>
  withQuestion('log-likelihood', (question) => ({
    ...question,
    answer: { kind: 'number', key: { stated: value }, precision: { decimals: 1 } },
  }));

const late = { submittedAt: '2016-08-19T12:00:00Z' };
const reduce: Policy['late'] = { kind: 'reduce', perDay: 0.1, atMost: 0.5 };

type Case = {
  /** The student that is looked at. */
  readonly student?: string;
  readonly files: Files;
  readonly from?: Problem;
  readonly to?: Problem;
  /** What is written, or removed where it is nothing, between the two runs. */
  readonly later?: Files;
  readonly points: readonly [before: number | undefined, now: number | undefined];
  readonly why: RegExp;
  /** Reasons that must not be given. */
  readonly not?: RegExp;
};

const another = /changed|handed in|not there|another time|version/;

const cases: { readonly [name: string]: Case } = {
  'another rule for which attempt is kept': {
    files: { 's1.json': sheet('s1'), 's1-2.json': sheet('s1', { mean: 'x_1' }, { attempt: 2 }) },
    from: withPolicy({ keep: 'best' }),
    to: withPolicy({ keep: 'last' }),
    points: [13, 12],
    why: /^the policy keeps the last attempt instead of the best$/,
  },
  'fewer attempts': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    from: withPolicy({ attempts: 3, keep: 'best' }),
    to: withPolicy({ attempts: 1, keep: 'best' }),
    points: [13, 12],
    why: /^the policy counts 1 attempt instead of 3$/,
  },
  'attempts of one question': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    from: withPolicy({ keep: 'best' }),
    to: withQuestion('mean', (question) => ({ ...question, attempts: 1 }), withPolicy({ keep: 'best' })),
    points: [13, 12],
    why: /^mean allows 1 attempt instead of as many as the others$/,
  },
  'a tolerance instead of decimals': {
    files: { 's1.json': sheet('s1', { 'log-likelihood': -24.55 }) },
    to: withQuestion('log-likelihood', (question) => ({
      ...question,
      answer: { ...question.answer, precision: { tolerance: 0.05 } } as Question['answer'],
    })),
    points: [12, 13],
    why: /^log-likelihood asks for a tolerance of 0\.05 instead of 1 decimal$/,
  },
  'a late policy': {
    files: { 's1.json': sheet('s1', {}, late) },
    from: withPolicy({ late: { kind: 'accept' } }),
    to: withPolicy({ late: reduce }),
    points: [13, 10.4],
    why: /^late work loses 10.% of its points a day, at most 50.%, where before it keeps its points$/,
  },
  'late work that is not accepted': {
    files: { 's1.json': sheet('s1', {}, late) },
    from: withPolicy({ late: { kind: 'accept' } }),
    to: withPolicy({ late: { kind: 'refuse' } }),
    points: [13, 0],
    why: /^late work is not accepted, where before it keeps its points$/,
  },
  'another due date': {
    files: { 's1.json': sheet('s1', {}, late) },
    from: withPolicy({ late: reduce }),
    to: withPolicy({ late: reduce, due: '2016-08-20T00:00:00Z' }),
    points: [10.4, 13],
    why: /^the policy says it was due 2016-08-20T00:00:00Z instead of 2016-08-16T23:59:00Z$/,
  },
  'an extension': {
    files: { 's1.json': sheet('s1', {}, late), 's2.json': sheet('s2', {}, late) },
    from: withPolicy({ late: reduce }),
    to: withPolicy({ late: reduce, extensions: { s1: { seconds: 86_400 }, s2: { seconds: 86_400 * 7 } } }),
    points: [10.4, 11.7],
    why: /^s1 has an extension \(24 h more\)$/,
  },
  'an extension for everyone': {
    files: { 's1.json': sheet('s1', {}, late) },
    from: withPolicy({ late: reduce }),
    to: withPolicy({ late: reduce, extension: { until: '2016-08-25T00:00:00Z' } }),
    points: [10.4, 13],
    why: /^the extension for everyone is until 2016-08-25T00:00:00Z instead of 24 h more$/,
  },
  'other data': {
    files: { 's1.json': sheet('s1') },
    to: { ...problem, model: { ...problem.model, data: [-1, 0, 4, 5, 7] } },
    points: [13, 12],
    why: /^the data changed$/,
  },
  'another key': {
    files: { 's1.json': sheet('s1') },
    from: stated('-24.5'),
    to: stated('-30'),
    points: [13, 12],
    why: /^the key of log-likelihood changed: the right answer is -30\.0 and was -24\.5$/,
  },
  'another formula': {
    files: { 's1.json': sheet('s1') },
    to: withQuestion('mixing-weight', (question) => ({
      ...question,
      answer: { ...question.answer, formula: 'gamma_k1 + gamma_k2' } as Question['answer'],
    })),
    points: [13, 12],
    why: /^the right formula of mixing-weight is gamma_k1 \+ gamma_k2 instead of \(gamma_k1 \+ gamma_k2\)/,
  },
  'another weight of a question': {
    files: { 's1.json': sheet('s1') },
    to: withQuestion('mean', (question) => ({ ...question, points: 3 })),
    points: [13, 15],
    why: /^mean is worth 3 instead of 1$/,
  },
  'a new question': {
    files: { 's1.json': sheet('s1', { mean: undefined }), 'z.json': sheet('z', { mean: undefined }) },
    from: { ...problem, questions: problem.questions.filter(({ id }) => id !== 'mean') },
    later: { 's1.json': sheet('s1') },
    points: [12, 13],
    why: /^mean is a new question$/,
  },
  'a question that is gone': {
    files: { 's1.json': sheet('s1', { mean: undefined }) },
    to: { ...problem, questions: problem.questions.filter(({ id }) => id !== 'shifts-left-more') },
    later: { 's1.json': sheet('s1', { mean: undefined, 'shifts-left-more': undefined }) },
    points: [12, 11],
    why: /^shifts-left-more is not asked any more$/,
  },
  'a question with another name, which alone changes nothing': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }) },
    to: withQuestion('mean', (question) => ({ ...question, id: 'average', points: 2 })),
    later: { 's1.json': sheet('s1', { mean: undefined, average: 'x_1', variance: '1' }) },
    points: [12, 11],
    why: /^s1\.json was changed: another answer to variance \(−1\); average is worth 2 instead of 1 \(±0\)$/,
  },
  'a later attempt': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }) },
    later: { 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    points: [12, 13],
    why: /^attempt 2 \(s1-2\.json\) was handed in since$/,
  },
  'a file that was changed': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }) },
    later: { 's1.json': sheet('s1') },
    points: [12, 13],
    why: /^s1\.json was changed: another answer to mean$/,
  },
  'another time in the file': {
    files: { 's1.json': sheet('s1') },
    from: withPolicy({ late: reduce }),
    to: withPolicy({ late: reduce }),
    later: { 's1.json': sheet('s1', {}, late) },
    points: [13, 10.4],
    why: /^s1\.json says another time$/,
  },
  'a file that is broken now': {
    files: { 's1.json': sheet('s1') },
    later: { 's1.json': '{"answers": {' },
    points: [13, undefined],
    why: /^s1\.json cannot be graded any more \(line 1, column \d+/,
  },
  'a file that was broken before': {
    files: { 's1.json': '{"answers": {' },
    later: { 's1.json': sheet('s1') },
    points: [undefined, 13],
    why: /^s1\.json could not be graded before \(line 1, column \d+/,
  },
  'a second attempt that was broken before': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's1-2.json': '{"answers": {' },
    later: { 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    points: [12, 13],
    why: /^s1-2\.json \(attempt 2\) could not be graded before$/,
  },
  'a second attempt that is broken now': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    later: { 's1-2.json': '{"answers": {' },
    points: [13, 12],
    why: /^s1-2\.json cannot be graded any more \(.*\), and what counts now is s1\.json \(attempt 1\)$/,
  },
  'a second attempt that is gone': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's1-2.json': sheet('s1', {}, { attempt: 2 }) },
    later: { 's1-2.json': undefined },
    points: [13, 12],
    why: /^s1-2\.json is not there any more, and what counts now is s1\.json \(attempt 1\)$/,
  },
  'a student who is gone': {
    files: { 's1.json': sheet('s1') },
    later: { 's1.json': undefined },
    points: [13, undefined],
    why: /^s1\.json is not among the submissions any more$/,
  },
  'a student who is new': {
    files: {},
    later: { 's1.json': sheet('s1') },
    points: [undefined, 13],
    why: /^s1\.json was handed in since$/,
  },
  'a file that says another name now': {
    files: { 's1.json': sheet('typo') },
    later: { 's1.json': sheet('s1') },
    points: [undefined, 13],
    why: /^s1\.json counted for typo before$/,
  },
  'a file that said another name before': {
    student: 'typo',
    files: { 's1.json': sheet('typo') },
    later: { 's1.json': sheet('s1') },
    points: [13, undefined],
    why: /^s1\.json counts for s1 now$/,
  },
  'two things that add up': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }) },
    to: withQuestion('variance', (question) => ({ ...question, points: 3 })),
    later: { 's1.json': sheet('s1') },
    points: [12, 15],
    why: /^s1\.json was changed: another answer to mean \(\+1\); variance is worth 3 instead of 1 \(\+2\)$/,
    not: /version/,
  },
  'two things of which either would have been enough': {
    files: { 's1.json': sheet('s1', {}, late) },
    from: withPolicy({ late: reduce }),
    to: withPolicy({ late: { kind: 'accept' }, due: '2016-09-01T00:00:00Z' }),
    points: [10.4, 13],
    why: /^the policy says it was due .*; late work keeps its points, where before it loses/,
  },
  'one thing among several that do not matter to the student': {
    files: { 's1.json': sheet('s1', { mean: 'x_1' }), 's2.json': sheet('s2', {}, late) },
    from: withPolicy({ late: reduce }),
    to: withQuestion(
      'variance',
      (question) => ({ ...question, points: 2 }),
      withPolicy({ late: { kind: 'refuse' }, keep: 'last', attempts: 7, extensions: { s2: { seconds: 5 } } }),
    ),
    points: [12, 13],
    why: /^variance is worth 2 instead of 1$/,
  },
};

/** Grades twice, with what happens in between; the second time in comparison with the first. */
const compare = async ({ files, from = problem, to = problem, later = {} }: Case) =>
  inFolder(async (folder) => {
    const input = write(join(folder, 'in'), { 'z.json': sheet('z'), ...files });
    const out = join(folder, 'out');
    await grade(input, out, { problems: [from], pages: false });
    const before = reportsIn(out);
    for (const [path, content] of Object.entries(later))
      if (content === undefined) rmSync(join(input, path));
      else write(input, { [path]: content });
    const done = await grade(input, out, { problems: [to], pages: false, compare: out });
    expect(reportsIn(out)).toEqual(before);
    expect(done.published).toBe(false);
    if (done.compared === undefined) throw new Error('nothing was compared');
    return done.compared;
  });

describe('a comparison says whose points change, by how much and why:', () => {
  it.each(Object.entries(cases))('%s', async (_, each) => {
    const { changes } = await compare(each);
    const change = changes.find(({ student }) => student === (each.student ?? 's1'));
    expect([change?.before, change?.now]).toEqual(each.points);
    const why = change?.why.join('; ') ?? '';
    expect(why).toMatch(each.why);
    if (each.from !== undefined || each.to !== undefined) {
      if (each.later === undefined) expect(why).not.toMatch(/handed in|not there|another time|version/);
    }
    if (each.not !== undefined) expect(why).not.toMatch(each.not);
  });

  it('the changes of each student add up, and nobody is missing', async () => {
    const { changes } = await compare({
      files: { 's1.json': sheet('s1'), 's2.json': sheet('s2', { mean: 'x_1' }), 's3.json': sheet('s3') },
      to: withQuestion('mean', (question) => ({ ...question, points: 4 })),
      later: { 's3.json': undefined },
      points: [0, 0],
      why: another,
    });
    expect(changes.map((change) => [change.student, change.before, change.now, changesPoints(change)])).toEqual([
      ['s1', 13, 16, true],
      ['s2', 12, 12, false],
      ['s3', 13, undefined, true],
      ['z', 13, 16, true],
    ]);
  });

  it('nothing where nothing changed, nor where files only have other names', async () => {
    expect(await compare({ files: {}, points: [0, 0], why: another })).toEqual({ changes: [], general: [] });
    const moved = { files: { 's1.json': sheet('s1') }, later: { 's1.json': undefined, 'x/s1.json': sheet('s1') } };
    expect((await compare({ ...moved, points: [0, 0], why: another })).changes).toEqual([]);
  });

  it('what is different for all is said once', async () => {
    const { general } = await compare({
      files: {},
      to: withPolicy(
        { keep: 'last' },
        withQuestion('mean', (question) => ({ ...question, id: 'average' })),
      ),
      later: { 'z.json': sheet('z', { mean: undefined, average: 'x_1' }) },
      points: [0, 0],
      why: another,
    });
    expect(general).toEqual([
      expect.stringMatching(/^em-two-gaussians: the policy keeps the last attempt/),
      'em-two-gaussians: mean is called average now.',
    ]);
  });

  it('only what can be seen, where nothing is known of how the earlier results came about', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const out = join(folder, 'out');
      await grade(input, out);
      renameSync(out, join(folder, 'old'));
      rmSync(join(folder, 'old', '.check'), { recursive: true });
      write(input, { 's1.json': sheet('s1', { mean: 'x_1' }) });
      const { compared } = await grade(input, out, { compare: join(folder, 'old') });
      expect(compared?.general.join()).toMatch(/is not known .*reasons cannot be told/);
      expect(compared?.changes).toMatchObject([
        {
          before: 13,
          now: 12,
          why: [],
          what: [expect.stringMatching(/mean: correct → incorrect.*another answer counts/)],
        },
      ]);
    }));
});

describe('a change in words', () => {
  const change: Change = {
    student: 's1',
    problem: 'p',
    before: 13,
    now: 12.5,
    what: ['mean: 1 → 0.5 points'],
    why: ['a', 'b'],
  };
  it.each([
    [change, 's1 (p): 13 → 12.5 points (−0.5)\n    mean: 1 → 0.5 points\n    why: a; b\n'],
    [{ ...change, before: 12.1, now: 12.4, what: [], why: [] }, 's1 (p): 12.1 → 12.4 points (+0.3)\n'],
    [{ ...change, now: 13, what: [], why: ['a'] }, 's1 (p): 13 points as before\n    why: a\n'],
  ])('%#', (each, said) => expect(describeChange(each)).toBe(said));
});

const lines = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

describe('earlier results that cannot be compared with', () => {
  it.each<readonly [string, (file: string) => void, RegExp]>([
    ['are not there', (file) => rmSync(file), /There are no reports in .*old to compare with/],
    ['are empty', (file) => truncateSync(file), /is empty: there is nothing to compare with/],
    ['are cut off', (file) => truncateSync(file, 1000), /is cut off at its end/],
    ['are garbage', (file) => writeFileSync(file, 'no results\n'), /line 1: no result stands there/],
    [
      'are of a form that was',
      (file) => writeFileSync(file, '{"student":"s1","points":3}\n'),
      /line 1: no result of this version/,
    ],
    [
      'have a strange line later on',
      (file) => writeFileSync(file, `${lines(file)[0] ?? ''}\n[1]\n`),
      /line 2: no result of this version/,
    ],
    [
      'stand in another order',
      (file) => writeFileSync(file, `${lines(file).toReversed().join('\n')}\n`),
      /line 2: a does not stand in the order/,
    ],
    ['stand there twice', (file) => appendFileSync(file, readFileSync(file)), /line 3: a does not stand in the order/],
    [
      'are a folder',
      (file) => (rmSync(file), mkdirSync(file)),
      /There are no reports in .*old|cannot be read \(EISDIR\)/,
    ],
  ])('because they %s: that is said, and nothing is replaced', (_, damage, said) =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 'a.json': sheet('a'), 'b.json': sheet('b') });
      await grade(input, join(folder, 'old'));
      await grade(input, join(folder, 'out'));
      write(input, { 'a.json': sheet('a', { mean: 'x_1' }), 'b.json': sheet('b', { mean: 'x_2' }) });
      const before = reportsIn(join(folder, 'out'));
      damage(join(folder, 'old', 'results.ndjson'));
      expect(await run(input, join(folder, 'out'), { compare: join(folder, 'old') })).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(said) as unknown,
      });
      expect(reportsIn(join(folder, 'out'))).toEqual(before);
    }),
  );

  it.skipIf(process.getuid?.() === 0)('because nobody may read them', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 'a.json': sheet('a') });
      await grade(input, join(folder, 'old'));
      chmodSync(join(folder, 'old', 'results.ndjson'), 0);
      expect(await run(input, join(folder, 'out'), { compare: join(folder, 'old') })).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/cannot be read \(EACCES\)/) as unknown,
      });
    }),
  );

  it('because they are of one part of the class', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 'a.json': sheet('a'), 'b.json': sheet('b'), 'c.json': sheet('c') });
      await grade(input, join(folder, 'old'), { shard: { index: 1, count: 2 } });
      expect(await run(input, join(folder, 'out'), { compare: join(folder, 'old') })).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(
          /holds the results of part 1 of 2, and this run grades a whole class/,
        ) as unknown,
      });
    }));
});
