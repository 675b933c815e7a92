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
} from '../types.js';
import { describeCause, sentenceFor } from './describe-cause.js';
import { bestEvidence, evidenceFor } from './evidence.js';
import { english } from './english/index.js';
import type { Solutions } from './solutions.js';
import { titleOf } from './title.js';
import { withholdAnswer } from './withhold.js';
import { wordFact, wordRemark } from './word-facts.js';
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
      return [
        reportQuestion({
          problem,
          question,
          answer,
          attempt: graded.attempt,
          diagnosis,
          shown: disclosed,
          solution,
          wording,
        }),
      ];
    }),
    causes: told,
    messages: [
      ...(graded.daysLate > 0 ? [wording.daysLate(graded.daysLate)] : []),
      ...told.filter(({ explains }) => explains.length > 1).map((cause) => jointMessage(cause, problem, wording)),
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

const jointMessage = (cause: Cause, problem: Problem, wording: Wording): string => {
  const description = describeCause(cause, problem, wording);
  const mistake =
    description.mistakes.length === 1 ? (description.mistakes[0] ?? '') : wording.oneOf(description.mistakes);
  const evidence = bestEvidence(cause, problem);
  const explained = cause.explains.map((id) => nameOf(id, problem));
  return evidence === undefined ? mistake : wording.jointly(explained, mistake, cause.certain, evidence);
};

type Telling = {
  readonly problem: Problem;
  readonly question: Question;
  readonly answer: GradedQuestion;
  readonly attempt: number;
  readonly diagnosis: Diagnosis | undefined;
  readonly shown: Disclosed;
  readonly solution: string | undefined;
  readonly wording: Wording;
};

const reportQuestion = (telling: Telling): QuestionReport => {
  const { answer, question, shown } = telling;
  const causes = causesOf(telling);
  return {
    id: answer.id,
    verdict: answer.verdict,
    earned: answer.earned,
    possible: answer.possible,
    proof: shown.solution || answer.verdict === 'correct' ? answer.proof : withholdAnswer(answer.proof, question),
    causes: shown.cause ? causes.map(({ ids, certain }) => ({ ids, certain })) : [],
    messages: messagesFor(telling, causes),
    ...(shown.explanation && question.explanation !== undefined ? { explanation: question.explanation } : {}),
    ...(answer.answer === undefined ? {} : { answer: answer.answer }),
    ...(answer.read === undefined ? {} : { read: answer.read }),
    ...(answer.fingerprint === undefined ? {} : { fingerprint: answer.fingerprint }),
  };
};

/** A certain cause stands alone; otherwise all that come into question. */
const causesOf = ({ answer, diagnosis }: Telling): readonly Cause[] => {
  const indices = diagnosis?.questions[answer.id]?.causes ?? [];
  const causes = indices.flatMap((index) => diagnosis?.causes[index] ?? []);
  const certain = causes.find((cause) => cause.certain);
  return certain === undefined ? causes : [certain];
};

const messagesFor = (telling: Telling, causes: readonly Cause[]): readonly string[] => {
  const { answer, question, shown, solution, wording, problem, diagnosis } = telling;
  const entries = answer.proof.method === 'entries' ? { entries: answer.proof.entries.length } : {};
  const about = { question, shown, verdict: answer.verdict, ...entries };
  const wrong = answer.verdict === 'incorrect' || answer.verdict === 'partial';
  const facts = shown.cause
    ? (diagnosis?.questions[answer.id]?.facts ?? []).map((fact) => wordFact(fact, wording))
    : [];
  const carried = answer.remarks.some(({ code }) => code === 'carried');
  const silent =
    shown.cause &&
    causes.length === 0 &&
    facts.length === 0 &&
    !carried &&
    diagnosis?.unexplained.includes(answer.id) === true;
  const descriptions = causes.map((cause) => describeCause(cause, problem, wording));
  const hint = descriptions[0]?.hint ?? question.hint;
  const attempts = question.attempts ?? problem.policy.attempts;
  const messages = [
    wording.verdicts[answer.verdict](answer),
    ...answer.remarks.map((remark) => wordRemark(remark, about, wording)),
    ...(shown.cause ? causeSentences(telling, causes) : []),
    ...facts,
    ...(silent ? [wording.unexplained] : []),
    ...(wrong && shown.hint && !shown.solution && !carried && hint !== undefined ? [wording.hint(hint)] : []),
    ...(wrong && shown.explanation
      ? descriptions.slice(0, 1).flatMap(({ remedy }) => (remedy === undefined ? [] : [wording.remedy(remedy)]))
      : []),
    ...(answer.verdict !== 'correct' && solution !== undefined ? [wording.solution(solution)] : []),
    ...(wrong && answer.possible > 0 ? [wording.attemptsLeft(Math.max(attempts - telling.attempt, 0))] : []),
  ];
  return messages.filter((message) => message !== '');
};

/** What happened, and how that is known; a mistake that was told in full at an earlier question is told in short. */
const causeSentences = (
  { question, problem, diagnosis, wording }: Telling,
  causes: readonly Cause[],
): readonly string[] => {
  const [cause, ...others] = causes;
  if (cause === undefined) return [];
  const description = describeCause(cause, problem, wording);
  if (others.length > 0 && !cause.certain) {
    const mistakes = causes.flatMap((each) => describeCause(each, problem, wording).mistakes);
    return [wording.possibly([...new Set(mistakes)].slice(0, 3))];
  }
  const [first] = problem.questions.filter(({ id }) => cause.explains.includes(id) && isWrong(id, diagnosis));
  const [mistake] = description.mistakes;
  const isRepeated =
    first !== undefined &&
    first.id !== question.id &&
    cause.certain &&
    mistake !== undefined &&
    description.mistakes.length === 1;
  return [
    isRepeated ? wording.sameMistake(mistake, titleOf(first)) : sentenceFor(description, cause.certain, wording),
    wording.evidence(evidenceFor(cause, question, problem, cause.explains.length === 1)),
  ];
};

const isWrong = (id: string, diagnosis: Diagnosis | undefined): boolean =>
  (diagnosis?.questions[id]?.causes.length ?? 0) > 0;

const nameOf = (id: string, problem: Problem): string => {
  const question = problem.questions.find((each) => each.id === id);
  return question === undefined ? id : titleOf(question);
};

const inputSentence = ({ message, fix, question }: InputProblem): string =>
  [question === undefined ? message : `${question}: ${message}`, fix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
