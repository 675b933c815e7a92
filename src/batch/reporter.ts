import {
  inputSentence,
  reportAnswer,
  reportWhole,
  type Shown,
  type Solutions,
  toldBy,
  visibleCauses,
} from '../feedback/index.js';
import { createMemory, createNumbering } from '../memory/index.js';
import { keepQuestion } from '../report/index.js';
import type { Diagnosis, Disclosed, GradedQuestion, GradedSubmission, Problem, Question } from '../types.js';
import { bytesOf, type ByteText } from './byte-text.js';

/** The report of a graded submission as JSON in one line, from the points on: the names that come before are not its matter. */
export type Reporter = (graded: GradedSubmission, diagnosis: Diagnosis, shown: Shown) => ByteText;

const flags = ({ hint, cause, explanation, solution }: Disclosed): number =>
  (hint ? 1 : 0) + (cause ? 2 : 0) + (explanation ? 4 : 0) + (solution ? 8 : 0);

const nothing: Disclosed = { hint: false, cause: false, explanation: false, solution: false };

/**
 * Puts reports together from parts that are made once. What is said of an answer depends on the answer (known again by identity, as grading
 * gives the same graded answer for the same answer), its verdict and what may be shown; for one that is not right also on its causes and the
 * attempt. What is said of the submission as a whole depends on the causes that may be told, and on being late.
 */
export const createReporter = (problem: Problem, solutions: () => Solutions): Reporter => {
  const plain = new WeakMap<GradedQuestion, ByteText[]>();
  const told = createMemory<string, ByteText>(6_000_000);
  const wholes = createMemory<string, ByteText>(1_000_000);
  const numberOf = createNumbering();

  const partOf = (
    question: Question,
    answer: GradedQuestion,
    graded: GradedSubmission,
    diagnosis: Diagnosis,
    shown: Shown,
  ): ByteText => {
    const may = shown[question.id] ?? nothing;
    const write = (): ByteText => {
      const asked = { problem, graded, diagnosis, question, shown, solutions: may.solution ? solutions() : {} };
      return bytesOf(JSON.stringify(keepQuestion(reportAnswer(asked, answer))));
    };
    if (answer.verdict === 'correct' || answer.verdict === 'blank') {
      const texts = plain.get(answer) ?? [];
      plain.set(answer, texts);
      return (texts[flags(may)] ??= write());
    }
    const why = toldBy({ problem, graded, diagnosis, question, shown: may });
    const key = `${numberOf(answer)} ${flags(may)} ${graded.attempt} ${why}`;
    const known = told.get(key);
    if (known !== undefined) return known;
    const text = write();
    return told.set(key, text, key.length + text.length);
  };

  const wholeOf = ({ daysLate }: GradedSubmission, diagnosis: Diagnosis, shown: Shown): ByteText => {
    if (diagnosis.causes.length === 0 && daysLate === 0) return '"causes":[],"messages":[]';
    const mayTell = problem.questions.map(({ id }) => (shown[id]?.cause === true ? 1 : 0)).join('');
    const key = `${numberOf(diagnosis)} ${daysLate} ${mayTell}`;
    const known = wholes.get(key);
    if (known !== undefined) return known;
    const visible = visibleCauses(diagnosis, shown);
    const causes = JSON.stringify(visible);
    // Another diagnosis may come to the same causes.
    const same = `${daysLate} ${diagnosis.unexplained.join(' ')} ${causes}`;
    const write = (): ByteText => {
      const messages = reportWhole(problem, daysLate, visible, diagnosis.unexplained);
      return bytesOf(`"causes":${causes},"messages":${JSON.stringify(messages)}`);
    };
    const text = wholes.get(same) ?? write();
    wholes.set(same, text, same.length + text.length);
    return wholes.set(key, text, key.length);
  };

  return (graded, diagnosis, shown) => {
    let questions = '';
    graded.questions.forEach((answer, index) => {
      const question = problem.questions[index];
      if (question?.id !== answer.id)
        throw new Error(`question ${answer.id} does not stand where ${problem.id} has it`);
      questions += `${index === 0 ? '' : ','}${partOf(question, answer, graded, diagnosis, shown)}`;
    });
    const warnings = graded.warnings.length === 0 ? '[]' : bytesOf(JSON.stringify(graded.warnings.map(inputSentence)));
    return `"earned":${graded.earned},"possible":${graded.possible},"questions":[${questions}],${wholeOf(graded, diagnosis, shown)},"warnings":${warnings}}`;
  };
};
