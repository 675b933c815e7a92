import { describe, expect, it } from 'vitest';
import { picturesFor } from '../../src/batch/pictures-for.js';
import type { Cause, Disclosed, GradedQuestion } from '../../src/types.js';
import { everything, forAll, graded, hintAndCause, homework } from '../feedback/fixtures.js';

const problem = await homework();
const blank: Partial<GradedQuestion> = { verdict: 'blank', earned: 0 };
const wrong: Partial<GradedQuestion> = { verdict: 'incorrect', earned: 0 };

const picturesOf = (
  answers: { readonly [question: string]: Partial<GradedQuestion> },
  withheld: readonly string[],
  explains: readonly string[] = ['log-likelihood'],
) => {
  const cause: Cause = { ids: ['loglik-log10'], certain: true, explains, leaves: [], chance: 0.001 };
  const hidden: { readonly [question: string]: Disclosed } = Object.fromEntries(
    withheld.map((id) => [id, hintAndCause]),
  );
  return picturesFor(problem, graded(problem, answers), [cause], { ...forAll(problem, everything), ...hidden });
};

describe('the right course', () => {
  it.each([
    ['where every solution is shown', {}, [], true],
    ['where a question without points was left out', { responsibilities: blank }, ['responsibilities'], true],
    [
      'not where such a question was answered and is not shown yet',
      { responsibilities: wrong },
      ['responsibilities'],
      false,
    ],
    [
      'not where a question with points was left out: it can still be answered',
      { assignments: blank },
      ['assignments'],
      false,
    ],
    ['not where an answer with points has attempts left', { assignments: wrong }, ['assignments'], false],
  ] as const)('is drawn %s', (_, answers, withheld, right) => {
    expect(picturesOf(answers, withheld)).toEqual([{ question: 'log-likelihood', ids: ['loglik-log10'], right }]);
  });
});

describe('a picture', () => {
  const carried: Partial<GradedQuestion> = {
    ...wrong,
    remarks: [{ code: 'carried', from: ['converged-variances'], credit: 0 }],
  };
  const explains = ['larger-variance-at-convergence', 'converged-variances'];

  it('stands where the mistake lies, not where an answer follows from it', () => {
    const [picture] = picturesOf({ 'larger-variance-at-convergence': carried }, [], explains);
    expect(picture?.question).toBe('converged-variances');
  });

  it('stands nowhere if the mistake may not be told', () => {
    expect(picturesOf({ 'larger-variance-at-convergence': carried }, [], explains.slice(0, 1))).toEqual([]);
  });
});
