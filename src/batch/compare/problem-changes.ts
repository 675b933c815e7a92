import { formatPoints } from '../../report/index.js';
import type { Policy, Problem, Question } from '../../types.js';
import { describeAnswer, describeAttempts, describeExtensions, describePolicy } from './describe-change.js';

/** One thing about a problem that is not as it was. Its key stands for it in a mixture of the two. */
export type Aspect = {
  readonly key: string;
  readonly say: string;
  /** The question that it concerns, by its name now or, where it is gone, before. */
  readonly question?: string;
  /** The student whom alone it concerns. */
  readonly student?: string;
};

/** Two versions of a problem: what is different, and mixtures of the two. */
export type ProblemChanges = {
  readonly aspects: readonly Aspect[];
  /** The old problem with these things as they are now. */
  readonly mix: (asNow: ReadonlySet<string>) => Problem;
  /** Names of questions that are called otherwise now, by their old ones. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** The same for what is the same, whatever the order of the fields. */
const sameness = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

const isSame = (a: unknown, b: unknown): boolean => sameness(a) === sameness(b);

const policyKeys = [
  'attempts',
  'due',
  'extension',
  'late',
  'keep',
  'followThrough',
] as const satisfies readonly (keyof Policy)[];
const modelKeys = [
  ['data', ['data']],
  ['start', ['start', 'responsibilities']],
  ['run', ['family', 'fixed', 'constants', 'stop']],
] as const;
const modelWords = {
  data: 'the data changed',
  start: 'the start changed',
  run: 'the model or its end changed',
} as const;

const pick = <T extends object>(from: T, keys: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))) as Partial<T>;

/** Finds what is different between two versions of a problem, as far as points can depend on it. */
export const changesBetween = (old: Problem, now: Problem): ProblemChanges => {
  const pairs = pairQuestions(old.questions, now.questions);
  const renamed = new Map(
    pairs.flatMap(({ was, is }) => (was && is && was.id !== is.id ? [[was.id, is.id] as const] : [])),
  );
  const students = [
    ...new Set([...Object.keys(old.policy.extensions ?? {}), ...Object.keys(now.policy.extensions ?? {})]),
  ];
  const aspects: readonly Aspect[] = [
    ...modelKeys.flatMap(([key, fields]) =>
      isSame(pick(old.model, fields), pick(now.model, fields)) ? [] : [{ key, say: modelWords[key] }],
    ),
    ...(isSame(old.variants, now.variants)
      ? []
      : [{ key: 'variants', say: 'the numbers of each student are drawn otherwise' }]),
    ...policyKeys.flatMap((key) =>
      isSame(old.policy[key], now.policy[key]) ? [] : [{ key, say: describePolicy(key, old.policy, now.policy) }],
    ),
    ...students.flatMap((student) => {
      const [was, is] = [old.policy.extensions?.[student], now.policy.extensions?.[student]];
      return isSame(was, is)
        ? []
        : [{ key: `extension ${student}`, say: describeExtensions(student, was, is), student }];
    }),
    ...(isSame(old.misconceptions, now.misconceptions)
      ? []
      : [{ key: 'misconceptions', say: 'the mistakes that the problem names, or what they earn, changed' }]),
    ...pairs.flatMap(aspectsOfQuestion),
  ];
  return { aspects, mix: (asNow) => mix(old, now, pairs, students, asNow), renamed };
};

type QuestionPair = { readonly was: Question | undefined; readonly is: Question | undefined };

/** What a question is, whatever it is called. */
const asked = ({ points, attempts, answer }: Question): string => sameness({ points, attempts, answer });
const prompted = ({ prompt, answer: { kind } }: Question): string => sameness({ prompt, kind });

/** The questions of both, in the order of now, then those that are gone. A name that is gone and one that is new are one question if it asks the same. */
const pairQuestions = (old: readonly Question[], now: readonly Question[]): readonly QuestionPair[] => {
  const gone = old.filter(({ id }) => now.every((question) => question.id !== id));
  const fresh = now.filter(({ id }) => old.every((question) => question.id !== id));
  const formerOf = (question: Question): Question | undefined => {
    if (!fresh.includes(question)) return old.find(({ id }) => id === question.id);
    for (const look of [prompted, asked]) {
      const alike = gone.filter((each) => look(each) === look(question));
      const rivals = fresh.filter((each) => look(each) === look(question));
      if (alike.length === 1 && rivals.length === 1) return alike[0];
    }
    return undefined;
  };
  const pairs = now.map((is) => ({ is, was: formerOf(is) }));
  const taken = new Set(pairs.map(({ was }) => was?.id));
  return [...pairs, ...old.filter(({ id }) => !taken.has(id)).map((was) => ({ was, is: undefined }))];
};

const keyOf = (id: string, what: string): string => `question ${id} ${what}`;

const aspectsOfQuestion = ({ was, is }: QuestionPair): readonly Aspect[] => {
  if (was === undefined)
    return is === undefined ? [] : [{ key: keyOf(is.id, 'added'), say: `${is.id} is a new question`, question: is.id }];
  if (is === undefined)
    return [{ key: keyOf(was.id, 'removed'), say: `${was.id} is not asked any more`, question: was.id }];
  const { id } = is;
  const aspects: Aspect[] = [];
  const add = (what: string, say: string): void => void aspects.push({ key: keyOf(id, what), say, question: id });
  if (was.points !== is.points)
    add('points', `${id} is worth ${formatPoints(is.points)} instead of ${formatPoints(was.points)}`);
  if (was.attempts !== is.attempts) add('attempts', describeAttempts(id, was.attempts, is.attempts));
  for (const [what, say] of describeAnswer(id, was.answer, is.answer)) add(what, say);
  return aspects;
};

const mix = (
  old: Problem,
  now: Problem,
  pairs: readonly QuestionPair[],
  students: readonly string[],
  asNow: ReadonlySet<string>,
): Problem => {
  const from = <T>(key: string, was: T, is: T): T => (asNow.has(key) ? is : was);
  const model = Object.assign(
    {},
    ...modelKeys.map(([key, fields]) => pick(asNow.has(key) ? now.model : old.model, fields)),
  ) as Problem['model'];
  const policy = Object.assign({}, old.policy, {
    ...Object.fromEntries(policyKeys.map((key) => [key, from(key, old.policy[key], now.policy[key])])),
    extensions: Object.fromEntries(
      students.flatMap((student) => {
        const extension = from(
          `extension ${student}`,
          old.policy.extensions?.[student],
          now.policy.extensions?.[student],
        );
        return extension === undefined ? [] : [[student, extension]];
      }),
    ),
  }) as Policy;
  const questions = pairs.flatMap(({ was, is }) => {
    if (was === undefined) return is !== undefined && asNow.has(keyOf(is.id, 'added')) ? [is] : [];
    if (is === undefined) return asNow.has(keyOf(was.id, 'removed')) ? [] : [was];
    return [mixQuestion(was, is, (what) => asNow.has(keyOf(is.id, what)))];
  });
  const misconceptions = from('misconceptions', old.misconceptions, now.misconceptions);
  const variants = from('variants', old.variants, now.variants);
  const { misconceptions: _, variants: __, ...rest } = now;
  return {
    ...rest,
    model,
    policy,
    questions,
    ...(misconceptions !== undefined && { misconceptions }),
    ...(variants !== undefined && { variants }),
  };
};

/** A question that goes by its name of now. */
const mixQuestion = (was: Question, is: Question, asNow: (what: string) => boolean): Question => {
  const attempts = asNow('attempts') ? is.attempts : was.attempts;
  const { attempts: _, ...rest } = is;
  const mixed = Object.fromEntries(
    Object.entries(answerFields(was.answer, is.answer)).map(([field, what]) => [
      field,
      (asNow(what) ? is.answer : was.answer)[field as keyof Question['answer']],
    ]),
  );
  const answer = was.answer.kind === is.answer.kind ? mixed : asNow('kind') ? is.answer : was.answer;
  return {
    ...rest,
    points: asNow('points') ? is.points : was.points,
    answer: answer as Question['answer'],
    ...(attempts !== undefined && { attempts }),
  };
};

/** Which aspect each field of an answer belongs to. */
const aspectOfField: { readonly [field: string]: string } = {
  kind: 'kind',
  precision: 'precision',
  simplified: 'form',
  key: 'key',
  formula: 'key',
  options: 'options',
};

const answerFields = (was: object, is: object): { readonly [field: string]: string } =>
  Object.fromEntries(
    [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => [field, aspectOfField[field] ?? 'symbols']),
  );
