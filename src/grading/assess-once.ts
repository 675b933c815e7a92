/** An answer to a question, assessed, and how it stands in a submission: the same answer again is looked up. */

import { type Assessment, type PreparedQuestion, assess, blank } from '../answers/index.js';
import { type Memory, createMemory, createNumbering, once } from '../memory/index.js';
import type { Answer, GradedQuestion, Question } from '../types.js';
import { type NamedMistake, withAuthorCredit } from './author-credit.js';
import { gradeQuestion } from './grade-question.js';
import { type Lateness, inTime } from './lateness.js';

/**
 * As long as it is remembered, the same answer gives the very same object, with the very same `graded`: who has said something
 * about one may know it again by identity.
 */
export type Answered = {
  readonly question: Question;
  /** The question made ready for answers, which takes time: only when one has to be held against it. */
  readonly prepared: () => PreparedQuestion;
  readonly answer: Answer | undefined;
  readonly assessment: Assessment;
  /** Handed in in time. */
  readonly graded: GradedQuestion;
};

/** Assesses the answers to one question. */
export type Assessor = (answer: Answer | undefined) => Answered;

/** Longer answers are decided afresh: what is unlikely to come again is not worth keeping. */
const longestRemembered = 2_000;
/** Answers to one question; a class writes a few of them again and again. */
const mostRemembered = 2_000;

export const createAssessor = (
  question: Question,
  prepared: () => PreparedQuestion,
  mistakes: () => readonly NamedMistake[],
): Assessor => {
  const memory: Memory<string, Answered> = createMemory(mostRemembered);
  const asked = { question, prepared };
  const none = once(() => answered(asked, undefined, blank));
  const decide = (answer: Answer): Answered =>
    answered(asked, owned(answer), withAuthorCredit(mistakes(), answer, assess(prepared(), answer)));
  return (answer) => {
    if (answer === undefined) return none();
    const key = typeof answer === 'string' ? `"${answer}` : keyOf(answer);
    if (key.length > longestRemembered) return decide(answer);
    return memory.get(key) ?? memory.set(key, decide(answer));
  };
};

export const answered = (
  { question, prepared }: Pick<Answered, 'question' | 'prepared'>,
  answer: Answer | undefined,
  assessment: Assessment,
): Answered => ({
  question,
  prepared,
  answer,
  assessment,
  graded: gradeQuestion(question, answer, assessment, inTime),
});

/** The same handed in late: again the very same object for the same answer and lateness. */
export type LateGrader = (given: Answered, lateness: Lateness) => GradedQuestion;

export const createLateGrader = (): LateGrader => {
  const numberOf = createNumbering();
  const memory: Memory<string, GradedQuestion> = createMemory(mostRemembered);
  return (given, lateness) => {
    const key = `${numberOf(given)} ${lateness.days}`;
    const { question, answer, assessment } = given;
    return memory.get(key) ?? memory.set(key, gradeQuestion(question, answer, assessment, lateness));
  };
};

/** A text that only equal answers share. JSON would not tell infinities from NaN, or the text "1" from the number. */
const keyOf = (answer: Answer): string =>
  typeof answer === 'object'
    ? `[${answer.map(keyOf).join()}]`
    : typeof answer === 'string'
      ? JSON.stringify(answer)
      : Object.is(answer, -0)
        ? '-0'
        : `${answer}`;

/** What is remembered must not change when whoever handed it in changes it. */
const owned = (answer: Answer): Answer => (typeof answer === 'object' ? answer.map(owned) : answer);
