/** Answers of every kind: the key from the solver, and an answer held against it. */

import type { Solution } from '../em/index.js';
import type { Answer, AnswerSpec, Problem, Question } from '../types.js';
import type { Assessment, QuestionOf } from './assessment.js';
import { assessAssignments, type AssignmentsGroundwork, layAssignments, prepareAssignments } from './assignments.js';
import { assessChoice, type ChoiceGroundwork, layChoice, prepareChoice } from './choice.js';
import { assessFormula, type FormulaGroundwork, layFormula, prepareFormula } from './formula.js';
import { assessList, layList, type ListGroundwork, prepareList } from './list.js';
import { assessNumber, layNumber, type NumberGroundwork, prepareNumber } from './number.js';
import type { PreparedQuestion } from './prepared.js';
import { assessTable, layTable, prepareTable, type TableGroundwork } from './table.js';

export { gapAtData } from './gaps.js';
export { type Assessment, blank } from './assessment.js';
export type { PreparedQuestion } from './prepared.js';
export { wouldBeRight } from './formula.js';
export { mayFit, rekey } from './rekey.js';
export { definitionsFor } from './symbols.js';

type SpecOf<Kind> = Extract<AnswerSpec, { readonly kind: Kind }>;

/** One entry a kind: a new kind of answer is a file and a line here. */
const kinds = {
  number: { lay: layNumber, prepare: prepareNumber, assess: assessNumber },
  list: { lay: layList, prepare: prepareList, assess: assessList },
  table: { lay: layTable, prepare: prepareTable, assess: assessTable },
  formula: {
    lay: (question, _, problem) => layFormula(question, problem),
    prepare: prepareFormula,
    assess: assessFormula,
  },
  assignments: { lay: layAssignments, prepare: prepareAssignments, assess: assessAssignments },
  choice: { lay: layChoice, prepare: prepareChoice, assess: assessChoice },
} satisfies {
  readonly [Kind in AnswerSpec['kind']]: {
    readonly lay: (question: QuestionOf<SpecOf<Kind>>, solution: Solution, problem: Problem) => QuestionGroundwork;
    readonly prepare: (
      question: QuestionOf<SpecOf<Kind>>,
      groundwork: never,
      problem: Problem,
    ) => { readonly kind: Kind };
    readonly assess: (prepared: never, answer: Answer) => Assessment;
  };
};

/** What takes time to find out about a question and its answer: data, of the kind of the question, that can be kept and read again. */
export type QuestionGroundwork =
  | NumberGroundwork
  | ListGroundwork
  | TableGroundwork
  | FormulaGroundwork
  | AssignmentsGroundwork
  | ChoiceGroundwork;

// The kind of the answer chooses the entry; the compiler cannot follow a union through a record of functions.
type Lay = (question: Question, solution: Solution, problem: Problem) => QuestionGroundwork;
type Prepare = (question: Question, groundwork: QuestionGroundwork, problem: Problem) => PreparedQuestion;

/**
 * Asks the solver for a question's key, and reads its reference formula. Throws where the problem has no such key, which the loader of problems has
 * made sure of.
 */
export const layQuestion = (question: Question, problem: Problem, solution: Solution): QuestionGroundwork => {
  const { lay } = kinds[question.answer.kind];
  return (lay as Lay)(question, solution, problem);
};

/** Makes a question ready for many answers, on the groundwork of this very question of this very problem. */
export const prepareOn = (groundwork: QuestionGroundwork, question: Question, problem: Problem): PreparedQuestion => {
  const { prepare } = kinds[question.answer.kind];
  return (prepare as Prepare)(question, groundwork, problem);
};

/** Both: makes a question ready for many answers, from nothing. */
export const prepareQuestion = (question: Question, problem: Problem, solution: Solution): PreparedQuestion =>
  prepareOn(layQuestion(question, problem, solution), question, problem);

/**
 * Holds an answer against a prepared question. Never throws on any answer: what cannot be graded is a verdict of its own, with remarks
 * that say where and why.
 */
export const assess = (prepared: PreparedQuestion, answer: Answer): Assessment => {
  const { assess: assessKind } = kinds[prepared.kind];
  return (assessKind as (prepared: PreparedQuestion, answer: Answer) => Assessment)(prepared, answer);
};
