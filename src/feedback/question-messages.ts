import type {
  Cause,
  Diagnosis,
  Disclosed,
  GradedQuestion,
  GradedSubmission,
  Problem,
  Question,
  Remark,
} from '../types.js';
import { describeCause, mostAlternatives, sentenceFor } from './describe-cause.js';
import { evidenceFor } from './evidence.js';
import { nameOf, titleOf } from './title.js';
import { wordFact, wordRemarks } from './word-facts.js';
import type { Circumstances, Wording } from './wording.js';

/** One question of a graded submission, and all that bears on what is said of it. */
export type Telling = {
  readonly problem: Problem;
  readonly graded: GradedSubmission;
  readonly diagnosis: Diagnosis | undefined;
  readonly question: Question;
  readonly shown: Disclosed;
  /** Where it may be shown. */
  readonly solution: string | undefined;
  readonly wording: Wording;
};

/** The causes that concern the question: a certain one stands alone; otherwise all that come into question. */
export const causesFor = ({ question, diagnosis }: Pick<Telling, 'question' | 'diagnosis'>): readonly Cause[] => {
  const indices = diagnosis?.questions[question.id]?.causes ?? [];
  const causes = indices.flatMap((index) => diagnosis?.causes[index] ?? []);
  const certain = causes.find((cause) => cause.certain);
  return certain === undefined ? causes : [certain];
};

/** Everything said of one answer: verdict, what was noticed, what went wrong, a way on. */
export const messagesFor = (telling: Telling, answer: GradedQuestion): readonly string[] => {
  const { question, shown, wording } = telling;
  const about = circumstances(telling, answer);
  const isWrong = answer.verdict === 'incorrect' || answer.verdict === 'partial';
  const refused = isRefused(answer);
  const noticed = wordRemarks(answer.remarks, about, wording);
  const messages = [
    wording.verdicts[answer.verdict]({ earned: answer.earned, possible: answer.possible, refused }),
    ...noticed,
    ...(isCarried(answer) ? [] : mistakeSentences(telling, answer, noticed)),
    ...(isWrong && !isCarried(answer) && !isOnlyUnsimplified(answer) ? hintFor(telling) : []),
    ...(isWrong && shown.explanation ? remedyFor(telling) : []),
    ...(answer.verdict !== 'correct' && telling.solution !== undefined ? [wording.solution(telling.solution)] : []),
    ...(isWrong && question.points > 0 && !refused ? [wording.attemptsLeft(attemptsLeft(telling))] : []),
  ];
  return messages.filter((message) => message !== '');
};

const circumstances = (
  { question, shown, problem, diagnosis }: Telling,
  { verdict, proof, earned }: GradedQuestion,
): Circumstances => ({
  question,
  shown,
  verdict,
  earned,
  titleOf: (id) => nameOf(id, problem),
  isExplained: shown.cause && causesFor({ question, diagnosis }).some(({ certain }) => certain),
  ...(proof.method === 'entries' ? { entries: proof.entries.filter((entry) => entry !== 'blank').length } : {}),
});

/** Handed in too late to be accepted. */
export const isRefused = ({ remarks }: GradedQuestion): boolean =>
  remarks.some((remark) => remark.code === 'late' && remark.refused === true);

/** Right but for an earlier answer: then the mistake is told there. */
const isCarried = ({ remarks }: GradedQuestion): boolean => remarks.some(({ code }) => code === 'carried');

const isOnlyUnsimplified = ({ remarks }: GradedQuestion): boolean =>
  remarks.some(({ code }) => code === 'not-simplified');

/** Remarks that leave nothing to explain. */
const plainMistakes: ReadonlySet<Remark['code']> = new Set([
  'misrounded',
  'too-few-digits',
  'not-simplified',
  'sign-only',
  'components-exchanged',
  'order-exchanged',
  'zero-based',
  'foreign-symbol',
  'wrong-left-hand-side',
  'wrong-shape',
  'not-finite',
]);
const saysWhatIsWrong = ({ code }: Remark): boolean => plainMistakes.has(code);

const attemptsLeft = ({ question, problem, graded }: Telling): number =>
  Math.max((question.attempts ?? problem.policy.attempts) - graded.attempt, 0);

/** More of them confuse. */
const mostFacts = 2;

/** What happened, and how that is known; else what can be said for sure; else that it is not known. */
const mistakeSentences = (telling: Telling, answer: GradedQuestion, noticed: readonly string[]): readonly string[] => {
  const { question, shown, diagnosis, wording } = telling;
  if (!shown.cause) return [];
  const causes = causesFor(telling);
  // Of an answer that could not be graded, its own mend is said, and nothing about its content.
  const known = answer.verdict === 'ungradable' ? [] : (diagnosis?.questions[question.id]?.facts ?? []);
  const facts = known.slice(0, mostFacts).map((fact) => wordFact(fact, shown, wording));
  const isUnexplained =
    answer.verdict !== 'ungradable' &&
    causes.length === 0 &&
    facts.length === 0 &&
    diagnosis?.unexplained.includes(question.id) === true &&
    !answer.remarks.some(saysWhatIsWrong);
  return [...causeSentences(telling, causes, noticed), ...facts, ...(isUnexplained ? [wording.unexplained] : [])];
};

const causeSentences = (telling: Telling, causes: readonly Cause[], noticed: readonly string[]): readonly string[] => {
  const { question, problem, wording } = telling;
  const [cause, ...others] = causes;
  if (cause === undefined) return [];
  const description = describeCause(cause, problem, wording);
  if (others.length > 0) {
    const mistakes = causes.flatMap((each) => describeCause(each, problem, wording).mistakes);
    return [wording.possibly([...new Set(mistakes)].slice(0, mostAlternatives))];
  }
  const [mistake] = description.mistakes;
  if (mistake !== undefined && description.mistakes.length === 1 && noticed.includes(mistake)) return [];
  const earlier = toldEarlier(telling, cause);
  return [
    earlier !== undefined && mistake !== undefined && description.mistakes.length === 1
      ? wording.sameMistake(mistake, titleOf(earlier))
      : sentenceFor(description, cause.certain, wording),
    wording.evidence(evidenceFor(cause, question)),
  ];
};

/** The question before this one at which the same certain cause was told in full. */
const toldEarlier = (
  { problem, graded, diagnosis, question }: Pick<Telling, 'problem' | 'graded' | 'diagnosis' | 'question'>,
  cause: Cause,
): Question | undefined => {
  if (!cause.certain || cause.explains.length === 1) return undefined;
  const first = problem.questions.find(
    (each) =>
      causesFor({ question: each, diagnosis })[0] === cause &&
      graded.questions.some((answer) => answer.id === each.id && !isCarried(answer)),
  );
  return first === question ? undefined : first;
};

/**
 * All that the words on answers with the same verdict and points, at the same attempt, depend on, as a text: what was noticed, the causes
 * and where the same was told before, or that there is none, and what can be said for sure.
 */
export const toldBy = (telling: Omit<Telling, 'solution' | 'wording'>, answer: GradedQuestion): string => {
  const { question, shown, diagnosis } = telling;
  const causes = causesFor(telling);
  const [first] = causes;
  const noticed = noticedIn(answer, shown.cause && causes.some(({ certain }) => certain));
  const facts = diagnosis?.questions[question.id]?.facts ?? [];
  const known = facts.length === 0 ? noticed : `${noticed}${JSON.stringify(facts)}`;
  if (first === undefined) return diagnosis?.unexplained.includes(question.id) === true ? `unexplained${known}` : known;
  let text = `${known}\n${toldEarlier(telling, first)?.id ?? ''}`;
  for (const { ids, certain, family, digitsIn, iteration } of causes)
    text += `\n${certain} ${ids.join(' ')} ${family ?? '-'} ${digitsIn?.[question.id] ?? '-'} ${iteration ?? '-'}`;
  return text;
};

/** The remarks, but for witnesses where nothing is said of them because the mistake is told. */
const noticedIn = ({ remarks, proof }: GradedQuestion, isExplained: boolean): string => {
  const told = isExplained ? remarks.filter(({ code }) => code !== 'witness') : remarks;
  if (told.length === 0) return '';
  return `${proof.method === 'entries' ? proof.entries.length : ''}${JSON.stringify(told)}`;
};

const hintFor = (telling: Telling): readonly string[] => {
  const { question, problem, shown, wording } = telling;
  const [cause] = causesFor(telling);
  const isRepeated = shown.cause && cause !== undefined && toldEarlier(telling, cause) !== undefined;
  if (!shown.hint || shown.solution || isRepeated) return [];
  const hint = (cause && describeCause(cause, problem, wording).hint) ?? question.hint;
  return hint === undefined ? [] : [wording.hint(hint)];
};

const remedyFor = (telling: Telling): readonly string[] => {
  const [cause] = causesFor(telling);
  const remedy = cause && describeCause(cause, telling.problem, telling.wording).remedy;
  return remedy === undefined ? [] : [telling.wording.remedy(remedy)];
};
