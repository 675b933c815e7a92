import type {
  Cause,
  Diagnosis,
  Disclosed,
  GradedQuestion,
  GradedSubmission,
  InputProblem,
  Problem,
  Question,
  QuestionReport,
  Report,
  ShownProof,
} from '../types.js';
import { describeCause, sentenceFor } from './describe-cause.js';
import { english } from './english/index.js';
import { evidenceForAll } from './evidence.js';
import { causesFor, isRefused, messagesFor, type Telling } from './question-messages.js';
import type { Solutions } from './solutions.js';
import { nameOf } from './title.js';
import { withholdAnswer } from './withhold.js';
import type { Wording } from './wording.js';

/** By question id: what may be shown of it. A question that is not named shows nothing but its verdict. */
export type Shown = { readonly [question: string]: Disclosed };

const nothing: Disclosed = { hint: false, cause: false, explanation: false, solution: false };

/**
 * Everything a student is told about one graded submission, in sentences, and nothing that the policy does not allow yet.
 * Without a diagnosis (nothing wrong, or not asked for) the causes are empty.
 */
export const reportOn = (
  problem: Problem,
  graded: GradedSubmission,
  diagnosis: Diagnosis | undefined,
  shown: Shown,
  solutions: Solutions = {},
  wording: Wording = english,
): Report => {
  const told = visibleCauses(diagnosis, shown);
  return {
    problem: graded.problem,
    student: graded.student,
    file: graded.file,
    attempt: graded.attempt,
    earned: graded.earned,
    possible: graded.possible,
    questions: graded.questions.flatMap((answer) => {
      const question = problem.questions.find(({ id }) => id === answer.id);
      return question === undefined
        ? []
        : [reportAnswer({ problem, graded, diagnosis, question, shown, solutions, wording }, answer)];
    }),
    causes: told,
    messages: reportWhole(problem, graded, told, diagnosis?.unexplained ?? [], wording),
    warnings: graded.warnings.map(inputSentence),
  };
};

/** The sentences about a submission as a whole. `told` are the causes that may be told, `unexplained` the answers without one. */
export const reportWhole = (
  problem: Problem,
  { daysLate, refusal }: Pick<GradedSubmission, 'daysLate' | 'refusal'>,
  told: readonly Cause[],
  unexplained: readonly string[],
  wording: Wording = english,
): readonly string[] => [
  ...(refusal === undefined ? [] : [wording.refused(daysLate, refusal)]),
  ...(refusal === undefined && daysLate > 0 ? [wording.daysLate(daysLate)] : []),
  ...told
    .filter(({ explains }) => explains.length > 1)
    .map((cause) => jointMessage(cause, problem, unexplained, wording)),
];

/** The causes, each with only those of its questions whose causes may be told; gone where none is left. */
export const visibleCauses = (diagnosis: Diagnosis | undefined, shown: Shown): readonly Cause[] => {
  const mayTell = (id: string): boolean => shown[id]?.cause === true;
  return (diagnosis?.causes ?? []).flatMap((cause) => {
    const explains = cause.explains.filter(mayTell);
    return explains.length === 0 ? [] : [{ ...cause, explains, leaves: cause.leaves.filter(mayTell) }];
  });
};

const jointMessage = (cause: Cause, problem: Problem, unexplained: readonly string[], wording: Wording): string => {
  const description = describeCause(cause, problem, wording);
  const [only = ''] = description.mistakes;
  const isOne = description.mistakes.length === 1;
  const explained = cause.explains.map((id) => nameOf(id, problem));
  const mistake = isOne ? only : sentenceFor(description, cause.certain, wording);
  return wording.jointly(explained, mistake, cause.certain, evidenceForAll(cause, problem, unexplained));
};

/** One question of a graded submission, and all that bears on what is reported of it. */
export type Asked = {
  readonly problem: Problem;
  readonly graded: GradedSubmission;
  readonly diagnosis: Diagnosis | undefined;
  readonly question: Question;
  readonly shown: Shown;
  readonly solutions?: Solutions;
  readonly wording?: Wording;
};

/** What a student is told about one answer. */
const reportAnswer = (asked: Asked, answer: GradedQuestion): QuestionReport => {
  const { question, shown: all } = asked;
  const shown = all[question.id] ?? nothing;
  return {
    id: answer.id,
    verdict: answer.verdict,
    earned: answer.earned,
    possible: answer.possible,
    proof: shownProof(question, shown, answer),
    ...sayOf(asked, answer),
    ...(isRefused(answer) ? { refused: true } : {}),
    ...(shown.explanation && question.explanation !== undefined ? { explanation: question.explanation } : {}),
    ...(answer.answer === undefined ? {} : { answer: answer.answer }),
    ...(answer.read === undefined ? {} : { read: answer.read }),
    ...(answer.fingerprint === undefined ? {} : { fingerprint: answer.fingerprint }),
  };
};

/** What of a report does not depend on how exactly the answer is written: `toldBy` tells answers apart of which something else is said. */
export const sayOf = (
  { problem, graded, diagnosis, question, shown: all, solutions = {}, wording = english }: Asked,
  answer: GradedQuestion,
): Pick<QuestionReport, 'causes' | 'messages'> => {
  const shown = all[question.id] ?? nothing;
  const solution = shown.solution ? solutions[question.id] : undefined;
  const telling: Telling = { problem, graded, diagnosis, question, shown, solution, wording };
  return {
    causes: shown.cause ? causesFor(telling).map(({ ids, certain }) => ({ ids, certain })) : [],
    messages: messagesFor(telling, answer),
  };
};

/** The proof of a verdict, as far as it may be shown. */
export const shownProof = (question: Question, shown: Disclosed, { verdict, proof }: GradedQuestion): ShownProof =>
  shown.solution || verdict === 'correct' ? proof : withholdAnswer(proof, question);

/** What was noticed while reading, as a sentence. */
export const inputSentence = ({ message, fix, question }: InputProblem): string =>
  [question === undefined ? message : `${question}: ${message}`, fix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
