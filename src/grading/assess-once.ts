/** An answer to a question, assessed, and how it stands in a submission: the same answer again is looked up. */

import { type Assessment, type PreparedQuestion, assess, blank } from '../answers/index.js';
import { createDoorkeeper, createMemory, type Memory, once } from '../memory/index.js';
import type { Answer, GradedQuestion, Question } from '../types.js';
import { type NamedMistake, withAuthorCredit } from './author-credit.js';
import { gradeQuestion } from './grade-question.js';
import { type Lateness, inTime } from './lateness.js';

/** An answer to a question, assessed. */
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

/**
 * Which graded answers are remembered: these are the very same object whenever their answer comes again, and have a number of their
 * own, so that whoever has found something out about one may know it again. Nothing of an answer without a number is worth keeping.
 */
export type Remembered = {
  readonly numberOf: (graded: GradedQuestion) => number | undefined;
  readonly add: (graded: GradedQuestion) => void;
};

export const createRemembered = (): Remembered => {
  const numbers = new WeakMap<GradedQuestion, number>();
  let last = 0;
  return {
    numberOf: (graded) => numbers.get(graded),
    add: (graded) => void numbers.set(graded, (last += 1)),
  };
};

/** Longer answers are decided afresh: what is unlikely to come again is not worth keeping. */
const longestRemembered = 2_000;
/** Answers to one question; a class writes a few of them again and again. */
const mostRemembered = 2_000;

export const createAssessor = (
  question: Question,
  prepared: () => PreparedQuestion,
  mistakes: () => readonly NamedMistake[],
  remembered: Remembered,
): Assessor => {
  const memory = createMemory<string | number, Answered>(mostRemembered);
  const lists = createMemory<string, Answered>(mostRemembered);
  const isWelcome = createDoorkeeper();
  const asked = { question, prepared };
  const none = once(() => {
    const nothing = answered(asked, undefined, blank);
    remembered.add(nothing.graded);
    return nothing;
  });
  const decide = (answer: Answer): Answered =>
    answered(asked, owned(answer), withAuthorCredit(mistakes(), answer, assess(prepared(), answer)));
  const keep = <Key>(known: Memory<Key, Answered>, key: Key, made: Answered): Answered => {
    remembered.add(made.graded);
    return known.set(key, made);
  };
  return (answer) => {
    if (answer === undefined) return none();
    if (typeof answer === 'object') {
      const key = keyOf(answer);
      if (key.length > longestRemembered) return decide(answer);
      return lists.get(key) ?? keep(lists, key, decide(answer));
    }
    if ((typeof answer === 'string' && answer.length > longestRemembered) || Object.is(answer, -0))
      return decide(answer);
    const known = memory.get(answer);
    if (known !== undefined) return known;
    const made = decide(answer);
    // A formula only when it comes the second time. If the first ones were kept, the engine would take all that are read for long-lived.
    return question.answer.kind !== 'formula' || isWelcome(`${answer}`) ? keep(memory, answer, made) : made;
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

/** The same handed in late: again the very same object for the same answer and lateness, where the answer is remembered. */
export type LateGrader = (given: Answered, lateness: Lateness) => GradedQuestion;

export const createLateGrader = ({ numberOf, add }: Remembered): LateGrader => {
  const memory = createMemory<string, GradedQuestion>(mostRemembered);
  return ({ question, answer, assessment, graded }, lateness) => {
    const grade = (): GradedQuestion => gradeQuestion(question, answer, assessment, lateness);
    const number = numberOf(graded);
    if (number === undefined) return grade();
    const key = `${number} ${lateness.days}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const late = grade();
    add(late);
    return memory.set(key, late);
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
