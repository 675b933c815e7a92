import type {
  Cause,
  Diagnosis,
  Disclosed,
  GradedQuestion,
  GradedSubmission,
  InputProblem,
  Problem,
  QuestionReport,
  Report,
} from '../types.js';
import { describeCause } from './describe-cause.js';
import { english } from './english/index.js';
import { bestEvidence } from './evidence.js';
import { causesFor, messagesFor, type Telling } from './question-messages.js';
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
      if (question === undefined) return [];
      const disclosed = shown[answer.id] ?? nothing;
      const solution = disclosed.solution ? solutions[answer.id] : undefined;
      return [reportQuestion({ problem, graded, diagnosis, question, shown: disclosed, solution, wording }, answer)];
    }),
    causes: told,
    messages: [
      ...(graded.daysLate > 0 ? [wording.daysLate(graded.daysLate)] : []),
      ...told
        .filter(({ explains }) => explains.length > 1)
        .map((cause) => jointMessage(cause, problem, diagnosis?.unexplained ?? [], wording)),
    ],
    warnings: graded.warnings.map(inputSentence),
  };
};

/** The causes, each with only those of its questions whose causes may be told; gone where none is left. */
const visibleCauses = (diagnosis: Diagnosis | undefined, shown: Shown): readonly Cause[] => {
  const mayTell = (id: string): boolean => shown[id]?.cause === true;
  return (diagnosis?.causes ?? []).flatMap((cause) => {
    const explains = cause.explains.filter(mayTell);
    return explains.length === 0 ? [] : [{ ...cause, explains, leaves: cause.leaves.filter(mayTell) }];
  });
};

const jointMessage = (cause: Cause, problem: Problem, unexplained: readonly string[], wording: Wording): string => {
  const { mistakes } = describeCause(cause, problem, wording);
  const mistake = mistakes.length === 1 ? (mistakes[0] ?? '') : wording.oneOf(mistakes);
  const evidence = bestEvidence(cause, problem, unexplained);
  const explained = cause.explains.map((id) => nameOf(id, problem));
  return evidence === undefined ? mistake : wording.jointly(explained, mistake, cause.certain, evidence);
};

const reportQuestion = (telling: Telling, answer: GradedQuestion): QuestionReport => {
  const { question, shown } = telling;
  const mayShowProof = shown.solution || answer.verdict === 'correct';
  return {
    id: answer.id,
    verdict: answer.verdict,
    earned: answer.earned,
    possible: answer.possible,
    proof: mayShowProof ? answer.proof : withholdAnswer(answer.proof, question),
    causes: shown.cause ? causesFor(telling).map(({ ids, certain }) => ({ ids, certain })) : [],
    messages: messagesFor(telling, answer),
    ...(shown.explanation && question.explanation !== undefined ? { explanation: question.explanation } : {}),
    ...(answer.answer === undefined ? {} : { answer: answer.answer }),
    ...(answer.read === undefined ? {} : { read: answer.read }),
    ...(answer.fingerprint === undefined ? {} : { fingerprint: answer.fingerprint }),
  };
};

const inputSentence = ({ message, fix, question }: InputProblem): string =>
  [question === undefined ? message : `${question}: ${message}`, fix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
