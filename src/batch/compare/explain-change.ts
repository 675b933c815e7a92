import { inOrder } from '../../grading/index.js';
import { formatPoints, type KeptReport, listNames, type Skipped } from '../../report/index.js';
import type { GradedSubmission, Submission } from '../../types.js';
import type { Aspect, ProblemChanges } from './problem-changes.js';
import type { Regrade } from './regrade.js';

/** What is needed to say why a result is another one. */
export type Evidence = {
  readonly changes: ProblemChanges;
  readonly regrade: Regrade;
  /** Whether another version of this program made the old results. */
  readonly isOtherProgram: boolean;
  /** What could not be graded, by file, before and now. */
  readonly skippedBefore: ReadonlyMap<string, Skipped>;
  readonly skippedNow: ReadonlyMap<string, Skipped>;
};

/** A reason, and by how many points it changed the result, where that can be told. */
export type Reason = { readonly say: string; readonly effect: number | undefined };

const nothing: ReadonlySet<string> = new Set();

/**
 * Why one student's result is not as before. What is there now is graded once more by the old problem: what is different from the old result then is a matter of
 * what was handed in, or of this program; the rest is one of the problem. There each change is undone by itself, and made by itself: one without which
 * the result would be another one, or that alone would make another one, is a reason.
 */
export const explainChange = (
  old: KeptReport,
  now: KeptReport,
  submissions: readonly Submission[],
  evidence: Evidence,
): readonly Reason[] => {
  const { changes } = evidence;
  const all = new Set(changes.aspects.map(({ key }) => key));
  const regrade = withWhatIsGone(old, evidence);
  const before = regrade(submissions, nothing);
  const after = regrade(submissions, all);
  if (before === undefined || after === undefined)
    return [{ say: 'the problem changed so much that single reasons cannot be told apart', effect: undefined }];
  return [
    ...reasonsOfHandingIn(old, now, before, submissions, evidence),
    ...reasonsOfProblem(before, after, all, submissions, { changes, regrade }),
  ];
};

/**
 * Grades again, but for questions that are not asked any more: nobody can answer them now, so that they are as they were. Where the problem still has them,
 * in a mixture, they earn what they earned.
 */
const withWhatIsGone = (old: KeptReport, { changes, regrade }: Evidence): Regrade => {
  const gone = new Set(
    changes.aspects.flatMap(({ key, question }) =>
      question !== undefined && key.endsWith(' removed') ? [question] : [],
    ),
  );
  if (gone.size === 0) return regrade;
  const was = new Map(old.questions.map((question) => [question.id, question]));
  return (submissions, asNow) => {
    const graded = regrade(submissions, asNow);
    if (graded === undefined) return undefined;
    let { earned } = graded;
    const questions = graded.questions.map((question) => {
      const then = gone.has(question.id) ? was.get(question.id) : undefined;
      if (then === undefined) return question;
      earned += then.earned - question.earned;
      const { answer: _, ...rest } = question;
      return {
        ...rest,
        verdict: then.verdict,
        earned: then.earned,
        ...(then.answer !== undefined && { answer: then.answer }),
      };
    });
    return { ...graded, earned, questions };
  };
};

const outcome = ({
  earned,
  possible,
  questions,
}: Pick<GradedSubmission, 'earned' | 'possible' | 'questions'>): string =>
  JSON.stringify([earned, possible, questions.map((each) => [each.id, each.verdict, each.earned, each.possible])]);

const reasonsOfHandingIn = (
  old: KeptReport,
  now: KeptReport,
  before: GradedSubmission,
  submissions: readonly Submission[],
  { changes: { renamed }, isOtherProgram, skippedBefore, skippedNow }: Evidence,
): readonly Reason[] => {
  const was = new Map(old.questions.map((question) => [renamed.get(question.id) ?? question.id, question]));
  const isOther = (question: GradedSubmission['questions'][number]): boolean => {
    const then = was.get(question.id);
    return then?.verdict !== question.verdict || then.earned !== question.earned;
  };
  const answered = before.questions.filter(
    ({ id, answer }) => JSON.stringify(was.get(id)?.answer) !== JSON.stringify(answer),
  );
  const files = new Set(submissions.map(({ file }) => file));
  const isThere = files.has(old.file);
  const say = (): readonly string[] => {
    const said: string[] = [];
    if (!isThere) said.push(sayWhereItWent(old.file, skippedNow));
    if (now.attempt > old.attempt) said.push(...sayLaterAttempts(old, submissions, skippedBefore));
    else if (!isThere || now.attempt < old.attempt)
      said.push(`what counts now is ${now.file} (attempt ${now.attempt})`);
    else if (answered.length > 0)
      said.push(
        sayChanged(
          old,
          submissions,
          skippedBefore,
          answered.map(({ id }) => id),
        ),
      );
    return said;
  };
  const sentences = say();
  const others = before.questions.filter(isOther);
  const effect = before.earned - old.earned;
  if (sentences.length > 0) {
    // Another name of a file with the same in it changes nothing.
    if (others.length === 0 && effect === 0 && answered.length === 0 && now.attempt === old.attempt) return [];
    return [{ say: sentences.join(', and '), effect }];
  }
  if (others.length === 0 && effect === 0) return [];
  const where = listNames(others.map(({ id }) => id));
  if (isOtherProgram)
    return [
      {
        say: `this version of the program grades ${where === '' ? 'it' : where} otherwise than the one before`,
        effect,
      },
    ];
  const how =
    submissions.length === 1
      ? `${old.file} says another time`
      : 'the times or the order of the attempts are not as before';
  return [{ say: how, effect }];
};

const sayWhereItWent = (file: string, skippedNow: ReadonlyMap<string, Skipped>): string => {
  const skipped = skippedNow.get(file);
  return skipped === undefined
    ? `${file} is not there any more`
    : `${file} cannot be graded any more (${skipped.reason})`;
};

const sayLaterAttempts = (
  old: KeptReport,
  submissions: readonly Submission[],
  skippedBefore: ReadonlyMap<string, Skipped>,
): readonly string[] =>
  inOrder(submissions)
    .filter(({ attempt }) => attempt > old.attempt)
    .map(({ file, attempt }) =>
      file === old.file
        ? `${file} is attempt ${attempt} now, and was attempt ${old.attempt}`
        : skippedBefore.has(file)
          ? `${file} (attempt ${attempt}) could not be graded before`
          : `attempt ${attempt} (${file}) was handed in since`,
    );

const sayChanged = (
  old: KeptReport,
  submissions: readonly Submission[],
  skippedBefore: ReadonlyMap<string, Skipped>,
  questions: readonly string[],
): string => {
  const mended = submissions.find(({ file }) => skippedBefore.has(file));
  if (mended !== undefined) return `${mended.file} could not be graded before`;
  const what = `another answer to ${listNames(questions)}`;
  return submissions.length === 1
    ? `${old.file} was changed: ${what}`
    : `the files of the student were changed: ${what}`;
};

const reasonsOfProblem = (
  before: GradedSubmission,
  after: GradedSubmission,
  all: ReadonlySet<string>,
  submissions: readonly Submission[],
  { changes: { aspects }, regrade }: Pick<Evidence, 'changes' | 'regrade'>,
): readonly Reason[] => {
  if (outcome(before) === outcome(after)) return [];
  const tried = aspects
    .filter(({ student }) => student === undefined || student === after.student)
    .map((aspect) => ({
      aspect,
      without: regrade(submissions, new Set([...all].filter((key) => key !== aspect.key))),
      alone: regrade(submissions, new Set([aspect.key])),
    }));
  const found = tried.filter(
    ({ without, alone }) =>
      (without !== undefined && outcome(without) !== outcome(after)) ||
      (alone !== undefined && outcome(alone) !== outcome(before)),
  );
  const told = found.length > 0 ? found : tried;
  const effects = told.map(({ without }) => (without === undefined ? undefined : after.earned - without.earned));
  return told.map(({ aspect, alone }, i) => ({
    say: `${aspect.say}${keysOf(aspect, before, alone)}`,
    effect: effects[i],
  }));
};

/** What the right answer was and is, where only a number tells. */
const keysOf = ({ key, question }: Aspect, before: GradedSubmission, alone: GradedSubmission | undefined): string => {
  if (!key.endsWith(' key')) return '';
  const [was, is] = [before, alone].map((graded) => {
    const proof = graded?.questions.find(({ id }) => id === question)?.proof;
    return proof !== undefined && 'reference' in proof ? proof.reference : undefined;
  });
  return was === undefined || is === undefined || was === is ? '' : `: the right answer is ${is} and was ${was}`;
};

/** The reasons as sentences; with what each of them does to the points where that adds up. */
export const writeReasons = (reasons: readonly Reason[], difference: number): readonly string[] => {
  const known = reasons.map(({ effect }) => effect);
  const addsUp =
    reasons.length > 1 &&
    Math.abs(known.reduce<number>((sum, effect) => sum + (effect ?? Number.NaN), 0) - difference) < 1e-9;
  return reasons.map(({ say, effect }) => (addsUp && effect !== undefined ? `${say} (${signed(effect)})` : say));
};

const signed = (points: number): string =>
  `${points > 1e-9 ? '+' : points < -1e-9 ? '−' : '±'}${formatPoints(Math.abs(points))}`;
