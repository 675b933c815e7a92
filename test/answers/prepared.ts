/** Prepared questions for tests: the homework's model, and any answer asked of it. */

import { type PreparedQuestion, prepareQuestion } from '../../src/answers/index.js';
import { solve } from '../../src/em/index.js';
import type { AnswerSpec, Model, Problem, Question } from '../../src/types.js';

const homework: Model = {
  family: 'gaussian',
  data: [-1, 0, 4, 5, 6],
  start: { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] },
};

const question = (answer: AnswerSpec, fields: Partial<Question> = {}): Question => ({
  id: 'asked',
  prompt: '',
  points: 1,
  answer,
  ...fields,
});

const problemOf = (questions: readonly Question[], model: Model = homework): Problem => ({
  id: 'tried',
  title: 'Tried',
  model,
  policy: {
    attempts: 3,
    late: { kind: 'accept' },
    keep: 'best',
    hints: 'always',
    causes: 'always',
    explanations: 'after-attempts',
    solutions: 'after-attempts',
    followThrough: 0,
  },
  questions,
});

/** The one question that asks for this, ready for answers. */
export const ask = (
  answer: AnswerSpec,
  model: Model = homework,
  others: readonly Question[] = [],
): PreparedQuestion => {
  const asked = question(answer);
  return prepareQuestion(asked, problemOf([...others, asked], model), solve(model));
};
