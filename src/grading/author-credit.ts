/** Wrong answers that the author has named and gives something for. */

import { type Assessment, type PreparedQuestion, assess, prepareQuestion } from '../answers/index.js';
import type { Solution } from '../em/index.js';
import type { Answer, AnswerSpec, Problem, Question } from '../types.js';

/** A named mistake at one question: the question as if the mistake were right, and the share of the points it earns. */
export type NamedMistake = { readonly asIfRight: PreparedQuestion; readonly credit: number };

/**
 * The mistakes at a question that earn something. What a mistake predicts may be no possible key (`nan`, an option that
 * does not exist): then no answer can be held against it.
 */
export const namedMistakes = (question: Question, problem: Problem, solution: Solution): readonly NamedMistake[] =>
  (problem.misconceptions ?? []).flatMap(({ predicts, credit = 0 }) => {
    const predicted = Object.hasOwn(predicts, question.id) ? predicts[question.id] : undefined;
    const answer = credit > 0 && predicted !== undefined ? specFor(question.answer, predicted) : undefined;
    if (answer === undefined) return [];
    try {
      return [{ asIfRight: prepareQuestion({ ...question, answer }, problem, solution), credit }];
    } catch {
      return [];
    }
  });

/** The wrong answer earns the larger of its own share and what the author gives for the mistake it shows. */
export const withAuthorCredit = (mistakes: readonly NamedMistake[], answer: Answer, found: Assessment): Assessment => {
  if (found.verdict !== 'incorrect' && found.verdict !== 'partial') return found;
  const shown = mistakes.filter(({ asIfRight }) => assess(asIfRight, answer).verdict === 'correct');
  const share = Math.max(found.share, ...shown.map(({ credit }) => credit));
  return share > found.share ? { ...found, verdict: 'partial', share } : found;
};

const specFor = (asked: AnswerSpec, predicted: Answer): AnswerSpec | undefined => {
  switch (asked.kind) {
    case 'formula': {
      // Its form does not matter.
      const { simplified: _, ...spec } = asked;
      return { ...spec, formula: textOf(predicted) };
    }
    case 'number':
      return { ...asked, key: { stated: textOf(predicted) } };
    case 'choice':
      return { ...asked, key: { stated: textOf(predicted) } };
    case 'assignments':
      return typeof predicted === 'object' ? { ...asked, key: { stated: predicted.map(Number) } } : undefined;
    case 'list':
      return typeof predicted === 'object' ? { ...asked, key: { stated: predicted.map(textOf) } } : undefined;
    case 'table':
      return typeof predicted === 'object' ? { ...asked, key: { stated: predicted.map(rowOf) } } : undefined;
  }
};

const textOf = (answer: Answer): string => (typeof answer === 'object' ? '' : `${answer}`);
const rowOf = (answer: Answer): readonly string[] =>
  typeof answer === 'object' ? answer.map(textOf) : [textOf(answer)];
