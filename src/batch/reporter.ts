import { reportOn, type Solutions } from '../feedback/index.js';
import { keepQuestion } from '../report/index.js';
import type { Diagnosis, Disclosed, GradedQuestion, GradedSubmission, Problem, Report } from '../types.js';
import { createMemory } from './remember.js';

type Shown = { readonly [question: string]: Disclosed };

/** The report of a graded submission as JSON in one line, from the points on: the names that come before are not its matter. */
export type Reporter = (graded: GradedSubmission, diagnosis: Diagnosis, shown: Shown) => string;

const flags = ({ hint, cause, explanation, solution }: Disclosed): number =>
  (hint ? 1 : 0) + (cause ? 2 : 0) + (explanation ? 4 : 0) + (solution ? 8 : 0);

const nothing: Disclosed = { hint: false, cause: false, explanation: false, solution: false };

/**
 * Puts reports together from parts that are made once. What is said of an answer depends on the answer, its verdict and what
 * may be shown; for one that is not right also on the diagnosis and the attempt. What is said of the submission as a whole depends on
 * the diagnosis, what may be shown, and on being late.
 */
export const createReporter = (problem: Problem, solutions: () => Solutions): Reporter => {
  const parts = createMemory<string>(3_000_000);
  const wholes = createMemory<string>(1_000_000);
  // A diagnosis is remembered by whoever makes it: the same one comes again as the same object.
  const diagnosisKeys = new WeakMap<Diagnosis, string>();
  const keyOf = (diagnosis: Diagnosis): string => {
    const known = diagnosisKeys.get(diagnosis);
    if (known !== undefined) return known;
    const key = JSON.stringify(diagnosis);
    diagnosisKeys.set(diagnosis, key);
    return key;
  };

  return (graded, diagnosis, shown) => {
    let report: Report | undefined;
    const reported = (): Report => {
      const mayShowSolutions = graded.questions.some(({ id }) => shown[id]?.solution === true);
      return (report ??= reportOn(problem, graded, diagnosis, shown, mayShowSolutions ? solutions() : {}));
    };
    const part = (question: GradedQuestion, index: number): string => {
      const key = partKey(question, index, shown, graded, () => keyOf(diagnosis));
      const known = parts.get(key);
      if (known !== undefined) return known;
      const found = reported().questions[index];
      if (found?.id !== question.id) throw new Error(`the report leaves out question ${question.id}`);
      const text = JSON.stringify(keepQuestion(found));
      return parts.set(key, text, text.length);
    };
    const wholeKey = `${graded.daysLate}\n${problem.questions.map(({ id }) => flags(shown[id] ?? nothing)).join('')}\n${keyOf(diagnosis)}`;
    const whole = (): string => {
      const known = wholes.get(wholeKey);
      if (known !== undefined) return known;
      const { causes, messages } = reported();
      const text = `"causes":${JSON.stringify(causes)},"messages":${JSON.stringify(messages)}`;
      return wholes.set(wholeKey, text, text.length);
    };
    const questions = graded.questions.map(part).join(',');
    const warnings = graded.warnings.length === 0 ? '[]' : JSON.stringify(reported().warnings);
    return `"earned":${graded.earned},"possible":${graded.possible},"questions":[${questions}],${whole()},"warnings":${warnings}}`;
  };
};

const partKey = (
  question: GradedQuestion,
  index: number,
  shown: Shown,
  graded: GradedSubmission,
  diagnosisKey: () => string,
): string => {
  const { verdict, earned, remarks, answer } = question;
  const common = `${index} ${verdict} ${earned} ${flags(shown[question.id] ?? nothing)} ${answer === undefined ? '' : JSON.stringify(answer)}`;
  const said = remarks.length === 0 ? common : `${common}\n${JSON.stringify(remarks)}`;
  return verdict === 'correct' || verdict === 'blank' ? said : `${said}\n${graded.attempt}\n${diagnosisKey()}`;
};
