/** Answers of every kind: the key from the solver, and an answer held against it. */

import type { Solution } from '../em/index.js';
import type { Answer, AnswerSpec, FormulaSpec, Problem, Question } from '../types.js';
import type { Assessment, QuestionOf } from './assessment.js';
import { assessAssignments, prepareAssignments } from './assignments.js';
import { assessChoice, prepareChoice } from './choice.js';
import { assessFormula, type FormulaGroundwork, layFormulaGroundwork, prepareFormula } from './formula.js';
import { assessList, prepareList } from './list.js';
import { assessNumber, prepareNumber } from './number.js';
import type { PreparedQuestion } from './prepared.js';
import { assessTable, prepareTable } from './table.js';

export { type Assessment, blank } from './assessment.js';
export type { PreparedQuestion } from './prepared.js';
export { wouldBeRight } from './formula.js';
export { mayFit, rekey } from './rekey.js';

type SpecOf<Kind> = Extract<AnswerSpec, { readonly kind: Kind }>;

/** One entry a kind: a new kind of answer is a file and a line here. */
const kinds = {
  number: { prepare: prepareNumber, assess: assessNumber },
  list: { prepare: prepareList, assess: assessList },
  table: { prepare: prepareTable, assess: assessTable },
  formula: {
    prepare: (question, _, problem, groundwork) => prepareFormula(question, problem, groundwork),
    assess: assessFormula,
  },
  assignments: { prepare: prepareAssignments, assess: assessAssignments },
  choice: { prepare: prepareChoice, assess: assessChoice },
} satisfies {
  readonly [Kind in AnswerSpec['kind']]: {
    readonly prepare: (
      question: QuestionOf<SpecOf<Kind>>,
      solution: Solution,
      problem: Problem,
      groundwork: QuestionGroundwork | undefined,
    ) => { readonly kind: Kind };
    readonly assess: (prepared: never, answer: Answer) => Assessment;
  };
};

/** What takes time to find out about a question, as data, so that it can be kept: only formulas have some. */
export type QuestionGroundwork = FormulaGroundwork;

/** Nothing where there is nothing to find out. */
export const layQuestionGroundwork = (question: Question, problem: Problem): QuestionGroundwork | undefined =>
  isFormula(question) ? layFormulaGroundwork(question, problem) : undefined;

const isFormula = (question: Question): question is Question & QuestionOf<FormulaSpec> =>
  question.answer.kind === 'formula';

/**
 * Makes a question ready for many answers: its key from the solver, its reference formula compiled. Throws where the problem has no such key,
 * which the loader of problems has made sure of. `groundwork`, if there is some, is that of this very question of this very problem.
 */
export const prepareQuestion = (
  question: Question,
  problem: Problem,
  solution: Solution,
  groundwork?: QuestionGroundwork,
): PreparedQuestion => {
  const { prepare } = kinds[question.answer.kind];
  // The kind of the answer chose the entry; the compiler cannot follow a union through a record of functions.
  type Prepare = (
    question: Question,
    solution: Solution,
    problem: Problem,
    groundwork: QuestionGroundwork | undefined,
  ) => PreparedQuestion;
  return (prepare as Prepare)(question, solution, problem, groundwork);
};

/**
 * Holds an answer against a prepared question. Never throws on any answer: what cannot be graded is a verdict of its own, with remarks
 * that say where and why.
 */
export const assess = (prepared: PreparedQuestion, answer: Answer): Assessment => {
  const { assess: assessKind } = kinds[prepared.kind];
  return (assessKind as (prepared: PreparedQuestion, answer: Answer) => Assessment)(prepared, answer);
};
