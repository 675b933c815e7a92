import { describe, expect, it } from 'vitest';

import { applies, numericMisconceptions } from '../../src/misconceptions/index.js';
import type { AuthoredMisconception, Diagnosis, Problem, Question } from '../../src/types.js';
import { classroom, handInWith, homework, mStepByHand, threeGaussians, twoCoins, withModel } from './students.js';

const otherNumbers = withModel(homework, {
  family: 'gaussian',
  data: [1.2, 2.7, 3.1, 8.4, 9.9, 12.3, 7.7],
  start: { weights: [0.3, 0.7], means: [2, 9], variances: [2, 3] },
});

const problems: readonly (readonly [string, Problem])[] = [
  ['the homework with other data and another start', otherNumbers],
  ['three Gaussians', threeGaussians],
  ['two coins', twoCoins],
  ['one M-step by hand', mStepByHand],
];

describe.each(problems)('In %s', (_, problem) => {
  const room = classroom(problem);

  it('every misconception that has a meaning and shows is the first cause named, and one that does not show is not', () => {
    const missed: string[] = [];
    for (const fault of numericMisconceptions()) {
      if (!applies(fault, problem.model)) continue;
      const answers = handInWith(problem, [fault.id], 4);
      const shows = room.grade(answers).questions.some(({ verdict }) => verdict !== 'correct');
      const [first] = room.explain(answers).causes;
      if (shows ? first?.ids.includes(fault.id) !== true : first !== undefined) missed.push(fault.id);
    }
    expect(missed).toEqual([]);
  });
});

describe('What an author has named', () => {
  const named: Problem = {
    ...homework,
    misconceptions: [
      {
        id: 'forgot-a-third',
        predicts: {
          'log-likelihood': '-8.1708',
          'first-step-means': ['1.7106', '0.4903'],
          mean: '(gamma_k1*x_1+gamma_k2*x_2)/(3*(gamma_k1+gamma_k2))',
        },
        message: 'Everything is a third of what it should be.',
      },
    ],
  };
  const room = classroom(named);

  it.each([
    [{ 'log-likelihood': -8.1708 }],
    [{ 'first-step-means': [1.7106, 0.4903], 'converged-means': [5, -0.5] }],
    [{ mean: '(x_1*gamma_k1+x_2*gamma_k2)/(gamma_k1+gamma_k2)/3' }],
  ])('works like a built-in one: %o', (answers) => {
    const [cause] = room.explain(answers).causes;
    expect(cause).toMatchObject({ ids: ['forgot-a-third'], certain: true });
  });

  it('is ruled out by a right answer where it says a wrong one', () => {
    expect(room.explain({ 'log-likelihood': -24.5, 'first-step-means': [1.7106, 0.4903] }).causes).toEqual([]);
  });
});

describe('The form of an answer', () => {
  const room = classroom(homework);

  it('is evidence: four assignments where five are asked, and the numbers of a lost sample', () => {
    const { causes } = room.explain({ 'log-likelihood': -23.266, assignments: [2, 2, 2, 1] });
    expect(causes[0]).toMatchObject({ ids: ['data-drop-last'], certain: true });
    expect(causes[0]?.explains).toContain('assignments');
  });

  it('counts with NaN: a component that is lost', () => {
    const { causes } = room.explain(handInWith(homework, ['density-normaliser-no-sigma']));
    expect(causes[0]?.ids).toContain('density-normaliser-no-sigma');
    expect(causes[0]?.explains).toContain('converged-means');
  });

  it('with the components exchanged throughout is told by its family', () => {
    const { causes } = room.explain({
      responsibilities: [
        ['1.00', '0.00'],
        ['1.00', '0.00'],
        ['0.55', '0.45'],
        ['0.33', '0.67'],
        ['0.31', '0.69'],
      ],
      'first-step-means': ['1.47', '5.13'],
      'first-step-variances': ['6.97', '0.62'],
      'first-step-weights': ['0.64', '0.36'],
    });
    expect(causes[0]?.family).toBe('components-exchanged');
  });

  it('with too few digits says nothing of the digits that are missing', () => {
    const { causes } = room.explain({ 'first-step-means': ['5.1', '1.5'], 'first-step-variances': ['0.6', '7.0'] });
    expect(causes.filter(({ certain }) => certain)).toEqual([]);
  });

  it('that is blank or unreadable is left out', () => {
    expect(room.explain({}).causes).toEqual([]);
    expect(room.explain({ 'first-step-means': '', 'log-likelihood': 'about -25' })).toMatchObject({
      causes: [],
      unexplained: [],
    });
  });
});

const question = (id: string, answer: Question['answer']): Question => ({
  id,
  title: id,
  prompt: '',
  points: 1,
  answer,
});
const mistake = (predicts: AuthoredMisconception['predicts'], credit?: number): AuthoredMisconception => ({
  id: 'mine',
  predicts,
  message: 'X.',
  ...(credit === undefined ? {} : { credit }),
});
const roomOf = (questions: readonly Question[], misconception: AuthoredMisconception) =>
  classroom({ ...homework, questions, misconceptions: [misconception] });
const causeIds = (diagnosis: Diagnosis): readonly (readonly string[])[] => diagnosis.causes.map((cause) => cause.ids);

describe('A mistake that the author names', () => {
  const number = question('n', { kind: 'number', key: { stated: 'pi' }, precision: { decimals: 4 } });
  it.each(['22/7', '3.142857'])('is known where it predicts an expression and %s is given', (given) => {
    expect(causeIds(roomOf([number], mistake({ n: '22/7' })).explain({ n: given }))).toEqual([['mine']]);
  });
  it('is no answer that is no number', () => {
    expect(causeIds(roomOf([number], mistake({ n: '22/7' })).explain({ n: 'nan' }))).toEqual([]);
  });

  const choice = question('c', { kind: 'choice', options: { a: 'one', b: 'two', c: 'three' }, key: { stated: 'a' } });
  it('is known by an option that is a word, whether its key or its label is given', () => {
    for (const given of ['b', 'two'])
      expect(causeIds(roomOf([choice], mistake({ c: 'b' })).explain({ c: given }))).toEqual([['mine']]);
    expect(causeIds(roomOf([choice], mistake({ c: 'b' })).explain({ c: 'c' }))).toEqual([]);
  });

  it('is told where it earns something, and so is what is built in', () => {
    const { questions } = homework;
    const sum = { 'mixing-weight': 'gamma_k1 + gamma_k2' };
    expect(causeIds(roomOf(questions, mistake(sum, 0.5)).explain(sum))).toEqual(
      causeIds(roomOf(questions, mistake(sum)).explain(sum)),
    );
    expect(causeIds(roomOf(questions, mistake(sum, 0.5)).explain(sum)).flat()).toContain('mine');
  });
});
