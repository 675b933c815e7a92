import { createLatexPrinter } from '../expression/index.js';
import {
  inputSentence,
  isRefused,
  reportWhole,
  sayOf,
  type Shown,
  shownProof,
  type Solutions,
  toldBy,
  visibleCauses,
} from '../feedback/index.js';
import { createMemory, createNumbering } from '../memory/index.js';
import { writeKeptQuestion, writeSaid } from '../report/index.js';
import type { Diagnosis, Disclosed, GradedQuestion, GradedSubmission, Problem, Question } from '../types.js';
import { bytesOf, type ByteText } from './byte-text.js';

/** The report of a graded submission as JSON in one line, from the points on: the names that come before are not its matter. */
export type Reporter = (graded: GradedSubmission, diagnosis: Diagnosis, shown: Shown) => ByteText;

const flags = ({ hint, cause, explanation, solution }: Disclosed): number =>
  (hint ? 1 : 0) + (cause ? 2 : 0) + (explanation ? 4 : 0) + (solution ? 8 : 0);

const nothing: Disclosed = { hint: false, cause: false, explanation: false, solution: false };

/**
 * Puts reports together from parts that are made once. What is said of an answer depends on its verdict and points, what may be shown, the
 * attempt, and what `toldBy` tells; the whole part of an answer that is remembered is kept too. What is said of the submission as a whole depends
 * on the causes that may be told, and on being late, or too late.
 */
export const createReporter = (
  problem: Problem,
  numberOf: (answer: GradedQuestion) => number | undefined,
  solutions: () => Solutions,
): Reporter => {
  const plain = new WeakMap<GradedQuestion, ByteText[]>();
  const parts = createMemory<string, ByteText>(6_000_000);
  const told = createMemory<string, string>(3_000_000);
  const wholes = createMemory<string, ByteText>(1_000_000);
  const numberOfDiagnosis = createNumbering();
  const latexOf = createLatexPrinter();

  const partOf = (
    question: Question,
    answer: GradedQuestion,
    graded: GradedSubmission,
    diagnosis: Diagnosis,
    shown: Shown,
  ): ByteText => {
    const may = shown[question.id] ?? nothing;
    const isPlain = answer.verdict === 'correct' || answer.verdict === 'blank';
    const number = numberOf(answer);
    const texts = isPlain && number !== undefined ? (plain.get(answer) ?? []) : undefined;
    const before = texts?.[flags(may)];
    if (before !== undefined) return before;
    // Of what is right, nothing is told but what was noticed.
    const isSilent = isPlain && answer.remarks.length === 0;
    const why = isSilent ? '' : toldBy({ problem, graded, diagnosis, question, shown: may }, answer);
    // A right answer is told the same whichever attempt it is.
    const circumstances = isPlain ? `${flags(may)}` : `${flags(may)} ${graded.attempt} ${why}`;
    const write = (): ByteText => {
      const key = `${question.id} ${answer.verdict} ${answer.earned} ${circumstances}${isPlain ? why : ''}`;
      const asked = { problem, graded, diagnosis, question, shown, solutions: may.solution ? solutions() : {} };
      const said = told.get(key) ?? told.set(key, writeSaid(sayOf(asked, answer)), 2 * key.length);
      const proof = shownProof(question, may, answer);
      const latex = answer.read === undefined ? undefined : latexOf(answer.read);
      const explained = may.explanation && question.explanation !== undefined;
      return bytesOf(writeKeptQuestion(answer, { proof, said, refused: isRefused(answer), latex, explained }));
    };
    if (number === undefined) return write();
    if (texts !== undefined) {
      plain.set(answer, texts);
      return (texts[flags(may)] = write());
    }
    const key = `${number} ${circumstances}`;
    const known = parts.get(key);
    if (known !== undefined) return known;
    const text = write();
    return parts.set(key, text, key.length + text.length);
  };

  const wholeOf = (graded: GradedSubmission, diagnosis: Diagnosis, shown: Shown): ByteText => {
    const { daysLate, refusal } = graded;
    if (diagnosis.causes.length === 0 && daysLate === 0) return '"causes":[],"messages":[]';
    const mayTell = problem.questions.map(({ id }) => (shown[id]?.cause === true ? 1 : 0)).join('');
    const late = refusal === undefined ? `${daysLate}` : `${daysLate} ${refusal.due} ${refusal.earlierCounts}`;
    const key = `${numberOfDiagnosis(diagnosis)} ${late} ${mayTell}`;
    const known = wholes.get(key);
    if (known !== undefined) return known;
    const visible = visibleCauses(diagnosis, shown);
    const causes = JSON.stringify(visible);
    // Another diagnosis may come to the same causes.
    const same = `${late} ${diagnosis.unexplained.join(' ')} ${causes}`;
    const write = (): ByteText => {
      const messages = reportWhole(problem, graded, visible, diagnosis.unexplained);
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
