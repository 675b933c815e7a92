import { describe, expect, it } from 'vitest';
import { loadProblem, shippedProblems } from '../../src/problem/load.js';
import { chooseProblem, readSubmission, type Shelf } from '../../src/submission/index.js';
import type { Answer } from '../../src/types.js';

const problems = await Promise.all(
  shippedProblems().map(async (id) => {
    const loaded = await loadProblem(id);
    if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
    return loaded.problem;
  }),
);
const shelf: Shelf = {
  has: (name) => problems.some(({ id }) => id === name),
  ids: () => problems.map(({ id }) => id),
  all: () => problems,
};

const choose = (content: object, among: Shelf = shelf) => {
  const text = JSON.stringify(content);
  const reading = readSubmission(text, 's.json');
  if (reading.kind === 'unreadable') throw new Error(reading.problems[0].message);
  return chooseProblem(reading.submission, among, () => text);
};
const answering = (...questions: readonly string[]): { readonly answers: { readonly [id: string]: Answer } } => ({
  answers: Object.fromEntries(questions.map((id) => [id, 1])),
});
const ownNumbers = problems.find(({ id }) => id === 'em-your-own-numbers')?.questions.map(({ id }) => id) ?? [];

describe('a submission that names its problem', () => {
  it('is taken at its word, and no other problem is looked at', () => {
    const noneRead: Shelf = { ...shelf, all: () => expect.fail('read without need') };
    expect(choose({ problem: 'two-coins', ...answering('mean') }, noneRead)).toEqual({
      kind: 'chosen',
      problem: 'two-coins',
    });
  });

  it('is asked “did you mean” where there is no such problem, with the place', () => {
    expect(choose({ problem: 'em-two-gausians', ...answering('mean') })).toMatchObject({
      kind: 'unclear',
      finding: {
        code: 'unknown-problem',
        file: 's.json',
        line: 1,
        column: 2,
        message: 'There is no problem “em-two-gausians”.',
        fix: expect.stringMatching(/^Did you mean “em-two-gaussians”\? .*--problem/) as string,
      },
    });
  });

  it('is told the problems there are where none is near', () => {
    expect(choose({ problem: 'homework-9', ...answering('mean') })).toMatchObject({
      kind: 'unclear',
      finding: { fix: expect.stringContaining('em-three-gaussians, em-two-gaussians') as string },
    });
  });
});

describe('a submission that does not name its problem', () => {
  it.each([
    ['the only one that has its question', ['mixing-weight'], 'em-two-gaussians'],
    ['the only one that has its question', ['expected-counts'], 'two-coins'],
    ['the one that has most of its questions', ['log-likelihood', 'widest', 'q7'], 'em-three-gaussians'],
    ['the one whose numbers are drawn for each student', ownNumbers, 'em-your-own-numbers'],
    ['the homework, where others fit as well', ['log-likelihood', 'assignments'], 'em-two-gaussians'],
    ['the homework, where others know as many of its questions', ['log-likelihood', 'q7'], 'em-two-gaussians'],
    ['the one with a question that is spelled nearly so', ['mixing_wieght'], 'em-two-gaussians'],
    ['the homework, where nothing is answered', [], 'em-two-gaussians'],
  ])('is taken for %s: %j', (_, questions, problem) => {
    expect(choose(answering(...questions))).toMatchObject({
      kind: 'chosen',
      problem,
      note: {
        code: 'no-problem',
        message: expect.stringContaining(`it was taken for ${problem}.`) as string,
        fix: expect.stringContaining('add "problem"') as string,
      },
    });
  });

  it('is told which problems fit where the homework is one of several', () => {
    expect(choose(answering('log-likelihood'))).toMatchObject({
      note: {
        message:
          'The file does not say which problem it answers. Its questions fit em-three-gaussians, em-two-gaussians and em-your-own-numbers; it was taken for em-two-gaussians.',
      },
    });
  });

  it('is not guessed at where several fit and the homework is none of them', () => {
    expect(choose(answering('means', 'weights'))).toMatchObject({
      kind: 'unclear',
      finding: {
        message:
          'The file does not say which problem it answers, and its questions fit em-three-gaussians, em-your-own-numbers and m-step-by-hand alike.',
        fix: 'Add "problem" to the file, or give --problem.',
      },
    });
  });

  it('is told the problems there are where nothing fits', () => {
    expect(choose(answering('q7'))).toMatchObject({
      kind: 'unclear',
      finding: {
        message: 'The file does not say which problem it answers, and its questions belong to none.',
        fix: expect.stringContaining('The problems are em-three-gaussians, em-two-gaussians') as string,
      },
    });
  });

  it('gets the same answer whatever the order of problems and answers', () => {
    const turned: Shelf = { ...shelf, ids: () => shelf.ids().toReversed(), all: () => problems.toReversed() };
    for (const questions of [
      ['log-likelihood', 'mean'],
      ['means', 'widest'],
      ['weights', 'masses', 'q7'],
    ]) {
      const chosen = choose(answering(...questions));
      expect(chosen.kind).toBe('chosen');
      expect(choose(answering(...questions.toReversed()), turned)).toMatchObject({
        problem: chosen.kind === 'chosen' ? chosen.problem : '',
      });
    }
  });
});
