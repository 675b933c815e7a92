import { isFailure, quantity } from '../../em/index.js';
import type { QuantityReference } from '../../types.js';
import { type Lint, type LintCheck, shown } from '../finding.js';
import { type PreciseMoment, preciseFamilies, preciseRun } from '../precise-run.js';

const digits = 60;
/** Doubles that agree so far are the same number. */
const agreement = 1e-9;
/** Longer runs are checked around where they settle: sixty digits take their time. */
const mostIterations = 120;
const mostPoints = 60;

/** Runs the procedure a second time, written out apart from the solver, in 60 digits (mathjs), and compares every number that a question asks for. */
export const checkNumbersInManyDigits: LintCheck = async (lint) => {
  const { problem, solution, say } = lint;
  const { model } = problem;
  const asked = problem.questions.flatMap(({ answer }, index) => {
    if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') return [];
    return 'stated' in answer.key ? [] : [{ index, kind: answer.kind, key: answer.key }];
  });
  if (
    asked.length === 0 ||
    model.start === undefined ||
    !preciseFamilies.includes(model.family) ||
    model.data.length > mostPoints
  )
    return;
  const moments = await runPrecisely(lint);
  for (const { index, kind, key } of asked) {
    const value = quantity(solution, key);
    const moment = moments(key.at);
    const precise = moment === undefined ? undefined : readPrecisely(moment, key);
    if (isFailure(value) || precise === undefined) continue;
    const given = [value].flat(2);
    const wrong = given.findIndex(
      (number, i) => !(Math.abs(number - (precise[i] ?? NaN)) <= agreement * Math.max(1, Math.abs(number))),
    );
    if (wrong < 0 && given.length === precise.length) continue;
    say(
      'error',
      'second-opinion',
      ['questions', index, kind],
      `In ${digits} digits ${key.from} comes out as ${shown(precise[wrong] ?? NaN)}, not ${shown(given[wrong] ?? NaN)}.`,
      'The run is too delicate for double precision: take another start.',
    );
  }
};

/** The iterates of the run in many digits, by moment; nothing for those that are too far to go. */
const runPrecisely = async ({
  problem: { model },
  solution,
}: Lint): Promise<(at: QuantityReference['at']) => PreciseMoment | undefined> => {
  const { BigNumberDependencies, create } = await import('mathjs');
  const { BigNumber } = create({ ...BigNumberDependencies }, { precision: digits }) as unknown as {
    readonly BigNumber: new (value: number) => PreciseMoment['logLikelihood'];
  };
  const make = (value: number): PreciseMoment['logLikelihood'] => new BigNumber(value);
  const last = solution.iterates.at(-1);
  const isLong = (last?.iteration ?? 0) > mostIterations;
  const length = Math.min(last?.iteration ?? 0, mostIterations);
  const take = (start: typeof model.start, count: number): readonly PreciseMoment[] => {
    const moments: PreciseMoment[] = [];
    if (start === undefined) return moments;
    for (const moment of preciseRun(model, start, make)) {
      moments.push(moment);
      if (moments.length > count) break;
    }
    return moments;
  };
  const run = take(model.start, length);
  const end = isLong ? take(last?.parameters, 3).at(-1) : run.at(-1);
  return (at) => (at === 'start' ? run[0] : at === 'converged' ? end : (run[at] ?? (isLong ? undefined : run.at(-1))));
};

const numbers = (values: readonly PreciseMoment['logLikelihood'][]): readonly number[] =>
  values.map((value) => value.toNumber());

/** The quantity at a moment, flat; nothing for those that are not written out twice. */
const readPrecisely = (
  { parameters, responsibilities, logLikelihood }: PreciseMoment,
  { from, component, point }: QuantityReference,
): readonly number[] | undefined => {
  const picked = <T>(values: readonly T[]): readonly T[] =>
    component === undefined ? values : values.slice(component - 1, component);
  if (from === 'log-likelihood') return numbers([logLikelihood]);
  if (from === 'responsibilities') {
    const rows = point === undefined ? responsibilities : responsibilities.slice(point, point + 1);
    return rows.flatMap((row) => numbers(picked(row)));
  }
  if (from === 'standard-deviations')
    return numbers(picked(parameters['variances'] ?? []).map((value) => value.sqrt()));
  const values = parameters[from];
  return values === undefined ? undefined : numbers(picked(values));
};
