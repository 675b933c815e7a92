/** The numbers every listed procedure gives, for all questions of a problem. */

import { assess, prepareQuestion } from '../answers/index.js';
import { solve } from '../em/index.js';
import { applies, numericMisconceptions, perform, type NumericMisconception } from '../misconceptions/index.js';
import type {
  Answer,
  AuthoredMisconception,
  ComponentCriterion,
  Model,
  Moment,
  Problem,
  Question,
  QuantityReference,
} from '../types.js';
import { flattenValues } from './agreement.js';
import { limitsFor, scriptPatience } from './patience.js';
import { rightProcedure } from './early-stop.js';
import { createColumn, type ColumnBuilder } from './columns.js';
import { optionNumber } from './option-number.js';
import type { Courses, Hypothesis, NumericPredictions, Outcome } from './prediction.js';

/** What a question asks of a run. */
type Asked =
  | { readonly kind: 'quantity'; readonly key: QuantityReference }
  | { readonly kind: 'component'; readonly key: ComponentCriterion };

export type NumericQuestion = { readonly question: Question; readonly asked?: Asked };
export type Performance = ReturnType<typeof perform>;

const askedBy = ({ answer }: Question): Asked | undefined => {
  if (answer.kind === 'formula') return undefined;
  const { key } = answer;
  if ('stated' in key) return undefined;
  return 'componentWith' in key ? { kind: 'component', key } : { kind: 'quantity', key };
};

/** The questions that are answered with numbers, those included whose key the author states. */
export const numericQuestions = ({ questions }: Problem): readonly NumericQuestion[] =>
  questions
    .filter(({ answer }) => answer.kind !== 'formula')
    .map((question) => {
      const asked = askedBy(question);
      return asked === undefined ? { question } : { question, asked };
    });

export const isMoving = (asked: Asked | undefined): boolean => asked?.key.at === 'converged';

const entryOf = (value: number): Outcome[number] => {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number(value.toPrecision(10));
};

/** The answer to a question, read off a run at its own moment or at another. */
export const outcomeOf = (performance: Performance, asked: Asked, at: Moment = asked.key.at): Outcome | undefined => {
  if (asked.kind === 'component') {
    const choice = performance.choose({ ...asked.key, at });
    if (choice === undefined) return undefined;
    return choice.clear ? [choice.component] : ['any'];
  }
  const reading = performance.answer({ ...asked.key, at });
  if (reading === undefined) return undefined;
  return [reading].flat(2).map(entryOf);
};

/** Iterations of a run that are kept: all early ones, and where loops are often told to end. */
const denseUntil = 60;
const roundCounts: readonly number[] = [75, 80, 90, 100, 150, 200, 250, 300, 400, 500, 1000, 2000];

const stopsOf = ({ trajectory }: Performance): readonly number[] => {
  const last = trajectory.length - 1;
  const dense = Array.from({ length: Math.max(0, Math.min(denseUntil, last - 1)) }, (_, i) => i + 1);
  return [...dense, ...roundCounts.filter((count) => count < last)];
};

/** Differences from the end of the run below this do not make another answer. */
const settledWithin = 1e-9;

const isClose = (a: Outcome, b: Outcome): boolean =>
  a.length === b.length &&
  a.every((value, i) => {
    const other = b[i];
    if (typeof value !== 'number' || typeof other !== 'number') return value === other;
    return Math.abs(value - other) <= settledWithin * Math.max(1, Math.abs(value));
  });

/** Places in the moving columns (in the order of the columns), an entry for each iteration at which a student may have stopped. */
type Course = readonly { readonly iteration: number; readonly answers: readonly number[] }[];

/** What a hypothesis is made of before equal courses are merged. */
type Draft = Omit<Hypothesis, 'course'> & { readonly answers: readonly number[]; readonly course: Course };

const draftOf = (
  { id, family, plausibility }: Pick<Hypothesis, 'id' | 'family' | 'plausibility'>,
  performance: Performance,
  questions: readonly NumericQuestion[],
  columns: readonly ColumnBuilder[],
  isFollowed: boolean,
): Draft => {
  const wasCut = performance.ending.kind === 'unsettled' && performance.trajectory.length <= scriptPatience;
  const ends = questions.map(({ asked }) =>
    asked === undefined || (wasCut && isMoving(asked)) ? undefined : outcomeOf(performance, asked),
  );
  const place = (column: number, outcome: Outcome | undefined): number =>
    outcome === undefined ? -1 : (columns[column]?.add(outcome) ?? -1);
  const moving = questions.flatMap(({ asked }, column) =>
    asked !== undefined && isMoving(asked) ? [{ asked, column }] : [],
  );
  const course = (isFollowed && moving.length > 0 ? stopsOf(performance) : []).flatMap((iteration) => {
    const outcomes = moving.map(({ asked }) => outcomeOf(performance, asked, iteration));
    const arrived = outcomes.every((outcome, i) => {
      const end = ends[moving[i]?.column ?? -1];
      return outcome === undefined || end === undefined ? outcome === end : isClose(outcome, end);
    });
    if (arrived) return [];
    return [{ iteration, answers: outcomes.map((outcome, i) => place(moving[i]?.column ?? -1, outcome)) }];
  });
  return { id, family, plausibility, answers: ends.map((outcome, column) => place(column, outcome)), course };
};

/** An author's wrong answer, read as a student's would be; nothing where it is no answer. */
const authoredOutcome = (answer: Answer, question: Question, problem: Problem): Outcome | undefined => {
  const { values, fingerprint } = assess(prepareQuestion(question, problem, solve(problem.model)), answer);
  if (question.answer.kind === 'choice') {
    const option = optionNumber(question.answer, fingerprint ?? '');
    return option === undefined ? undefined : [option];
  }
  if (values === undefined) return undefined;
  const entries = flattenValues(values).flatMap((value) => (value === 'blank' ? [] : [value]));
  return entries.map((value) => (typeof value === 'number' ? entryOf(value) : value));
};

/** An author's wrong answers: nothing is predicted for the questions they do not name. */
const authored = (
  { id, predicts }: AuthoredMisconception,
  questions: readonly NumericQuestion[],
  columns: readonly ColumnBuilder[],
  problem: Problem,
): Draft | undefined => {
  const answers = questions.map(({ question }, column) => {
    const answer = Object.hasOwn(predicts, question.id) ? predicts[question.id] : undefined;
    const outcome = answer === undefined ? undefined : authoredOutcome(answer, question, problem);
    return outcome === undefined ? -1 : (columns[column]?.add(outcome) ?? -1);
  });
  return answers.every((place) => place < 0) ? undefined : { id, family: id, plausibility: 'H', answers, course: [] };
};

export const numericFaults = (model: Model): readonly NumericMisconception[] =>
  numericMisconceptions().filter((fault) => applies(fault, model));

/** Runs every procedure that has a meaning for the problem's model, the right one first. */
export const predictNumbers = (problem: Problem): NumericPredictions => predictRuns(problem, true);

/** The same for whoever only asks what comes of whole runs: nobody is taken to have stopped early, so there are no courses. */
export const predictEnds = (problem: Problem): NumericPredictions => predictRuns(problem, false);

/**
 * Runs whose ends were asked for, by model, until they are followed: whoever draws a student's numbers mostly has mistakes to find in the
 * answers next. A hundred long runs are too much to hold for longer.
 */
const runsKept = new WeakMap<Model, readonly Run[]>();
type Run = { readonly of: Pick<Hypothesis, 'id' | 'family' | 'plausibility'>; readonly performance: Performance };

const runsOf = (model: Model, isFollowed: boolean): readonly Run[] => {
  const kept = runsKept.get(model);
  if (kept !== undefined) {
    if (isFollowed) runsKept.delete(model);
    return kept;
  }
  const limits = limitsFor(model, 'single');
  const right = { id: rightProcedure, family: rightProcedure, plausibility: 'H' } as const;
  const runs = [
    { of: right, performance: perform(model, limits) },
    ...numericFaults(model).map((of) => ({ of, performance: perform(model, [of, ...limits]) })),
  ];
  if (!isFollowed) runsKept.set(model, runs);
  return runs;
};

const predictRuns = (problem: Problem, isFollowed: boolean): NumericPredictions => {
  const questions = numericQuestions(problem);
  const columns = questions.map(() => createColumn());
  const drafts = [
    ...runsOf(problem.model, isFollowed).map(({ of, performance }) =>
      draftOf(of, performance, questions, columns, isFollowed),
    ),
    ...(problem.misconceptions ?? []).flatMap(
      (misconception) => authored(misconception, questions, columns, problem) ?? [],
    ),
  ];
  return assemble(questions, columns, drafts);
};

const assemble = (
  questions: readonly NumericQuestion[],
  columns: readonly ColumnBuilder[],
  drafts: readonly Draft[],
): NumericPredictions => {
  const sorted = columns.map((column) => column.sort());
  const moving = questions.flatMap(({ asked }, column) => (isMoving(asked) ? [column] : []));
  const finalPlace = (column: number, place: number): number =>
    place < 0 ? -1 : (sorted[column]?.places[place] ?? -1);
  const courses: Course[] = [];
  const known = new Map<string, number>();
  const right = drafts[0]?.course ?? [];
  const numbers = moving.flatMap((column, at) => (questions[column]?.question.answer.kind === 'choice' ? [] : [at]));
  const hypotheses = drafts.map(({ id, family, plausibility, course }, h) => {
    const hypothesis = { id, family, plausibility };
    // Where a run goes the right way, stopping it is the right procedure's early stop and no other mistake.
    const strays =
      h === 0 ? course : course.filter((stop, i) => numbers.some((at) => stop.answers[at] !== right[i]?.answers[at]));
    if (strays.length === 0) return hypothesis;
    const text = JSON.stringify(strays);
    const at = known.get(text) ?? courses.length;
    if (at === courses.length) {
      known.set(text, at);
      courses.push(
        strays.map((stop) => ({
          ...stop,
          answers: stop.answers.map((place, i) => finalPlace(moving[i] ?? -1, place)),
        })),
      );
    }
    return { ...hypothesis, course: at };
  });
  return {
    columns: questions.map(({ question, asked }, column) => {
      const outcomes = sorted[column]?.outcomes ?? [];
      const answers = drafts.map((draft) => finalPlace(column, draft.answers[column] ?? -1));
      return {
        question: question.id,
        moves: isMoving(asked),
        outcomes,
        right: rightPlaces(question, outcomes, outcomes[answers[0] ?? -1]),
        answers,
      };
    }),
    hypotheses,
    courses: oneAfterTheOther(courses),
  };
};

const oneAfterTheOther = (courses: readonly Course[]): Courses => {
  const stops = courses.flat();
  const starts = [0];
  for (const { length } of courses) starts.push((starts.at(-1) ?? 0) + length);
  return {
    starts,
    iterations: stops.map(({ iteration }) => iteration),
    answers: stops.flatMap(({ answers }) => answers),
  };
};

/** Places of the outcomes that are right like the reference: rounded alike, or within the tolerance. */
export const rightPlaces = (
  { answer }: Question,
  outcomes: readonly Outcome[],
  reference: Outcome | undefined,
): readonly number[] => {
  if (reference === undefined) return [];
  const precision = 'precision' in answer ? answer.precision : {};
  const isRight = (value: Outcome[number], right: Outcome[number] | undefined): boolean => {
    if (typeof value !== 'number' || typeof right !== 'number') return value === right || value === 'any';
    const { decimals, tolerance = 0, relative = 0 } = precision;
    if (decimals === undefined)
      return Math.abs(value - right) <= Math.max(tolerance, relative * Math.abs(right)) + 1e-9 * Math.abs(right);
    const unit = 10 ** decimals;
    return Math.abs(value * unit - Math.round(right * unit)) <= 0.5 + 1e-6;
  };
  return outcomes.flatMap((outcome, place) =>
    outcome.length === reference.length && outcome.every((value, i) => isRight(value, reference[i])) ? [place] : [],
  );
};
