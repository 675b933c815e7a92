/** What numbers, assignments and choices would be if the student's earlier numbers were right. */

import { assess, mayFit, rekey } from '../answers/index.js';
import type { Answer, ComponentCriterion, Matrix, Moment, QuantityReference, Question } from '../types.js';
import type { Solution } from '../em/index.js';
import { type Continuation, continueFrom } from './continue-from.js';
import type { Answered } from './assess-once.js';
import { type Source, flat } from './source.js';
import { stageOf } from './stages.js';

/** The questions whose answers, taken as they are, make this answer right; nothing where there are none. */
export type Carrier = (given: Answered, answer: Answer) => readonly string[] | undefined;

type Target =
  | { readonly kind: 'quantity'; readonly reference: QuantityReference }
  | { readonly kind: 'criterion'; readonly criterion: ComponentCriterion };

/** Above this many numbers, how their rounding spreads is not followed up: then only what was handed in with all digits carries. */
const mostPerturbed = 40;

/** Digits beyond these differ between programs that do the same. */
const mostDecimals = 6;

/** Observations times components times iterations that one answer may cost; more is no homework that is followed by hand. */
const mostWork = 400_000;
/** Iterations that running to convergence is reckoned to take. */
const usualIterations = 100;

/** Wrong answers, taken as they are one at a time and together: from which of them does a later answer follow? */
export const carryNumbers = (
  solution: Solution,
  parameters: readonly string[],
  sources: readonly Source[],
): Carrier => {
  const continued = new Map<string, Continuation>();
  const goOn = (group: readonly Source[], upTo: Moment): Continuation => {
    const key = `${upTo} ${namesOf(group).join(' ')}`;
    const known = continued.get(key) ?? continueFrom(solution, group, upTo);
    continued.set(key, known);
    return known;
  };
  return ({ question, prepared, assessment }, answer) => {
    const target = targetOf(question);
    if (target === undefined) return undefined;
    const at = target.kind === 'quantity' ? target.reference : { from: '', at: target.criterion.at };
    if (workOf(solution, at.at) > mostWork) return undefined;
    const earlier = sources.filter(({ reference }) => stageOf(reference, parameters) < stageOf(at, parameters));
    const decimals = writtenDecimals(answer);
    if (decimals < askedDecimals(question)) return undefined;
    const given = assessment.values === undefined ? [] : flat(assessment.values);
    const follows = groupsOf(earlier).find((group) => {
      const values = readTarget(goOn(group, at.at), target);
      if (values === undefined) return false;
      const fits = (doubts: readonly number[]): boolean => {
        const entries = values.map((value, index) => ({ value, doubt: doubts[index] ?? 0, decimals }));
        const rekeyed = mayFit(prepared(), given, entries) ? rekey(prepared(), entries) : undefined;
        return rekeyed !== undefined && assess(rekeyed, answer).verdict === 'correct';
      };
      // Following up how rounding spreads takes many runs: only where it could make the answer fit.
      if (!fits(values.map(() => Number.MAX_VALUE))) return false;
      return fits(values.map(() => 0)) || fits(spreadOf(solution, target, group, at.at, values));
    });
    return follows && namesOf(follows);
  };
};

const workOf = ({ model, iterates }: Solution, upTo: Moment): number => {
  const iterations = upTo === 'converged' ? usualIterations : upTo === 'start' ? 1 : upTo;
  return model.data.length * (iterates[0]?.parameters.weights.length ?? 1) * iterations;
};

/** An answer with fewer digits than asked says too little: too many numbers would round to it. */
const askedDecimals = ({ answer }: Question): number => ('precision' in answer ? (answer.precision.decimals ?? 0) : 0);

/** The most digits that any number of an answer has after its point; many for one that is no decimal, such as 1/3. */
const writtenDecimals = (answer: Answer): number => {
  if (typeof answer === 'object') return Math.max(0, ...answer.map(writtenDecimals));
  const lengths = [...`${answer}`.matchAll(/[.,](\d+)/g)].map(([, digits = '']) => digits.length);
  return /[/a-z]/i.test(`${answer}`) && lengths.length === 0
    ? mostDecimals
    : Math.min(mostDecimals, Math.max(0, ...lengths));
};

const namesOf = (group: readonly Source[]): readonly string[] => group.map(({ question }) => question);

const targetOf = ({ answer }: Question): Target | undefined => {
  if (answer.kind === 'formula' || 'stated' in answer.key) return undefined;
  return 'of' in answer.key
    ? { kind: 'criterion', criterion: answer.key }
    : { kind: 'quantity', reference: answer.key };
};

/** The latest alone, the others alone, then those that one run can take together. */
const groupsOf = (sources: readonly Source[]): readonly (readonly Source[])[] => {
  const alone = sources.toReversed().map((source) => [source]);
  const quantities = new Set(sources.map(nameOf));
  const sameQuantity = [...quantities].map((name) => sources.filter((source) => nameOf(source) === name));
  const atEnd = sources.filter(({ reference }) => reference.at === 'converged');
  const before = sources.filter(({ reference }) => reference.at !== 'converged');
  return [...alone, ...[...sameQuantity, before, atEnd].filter((group) => group.length > 1)];
};

const nameOf = ({ reference: { from, at } }: Source): string => `${from} ${at}`;

/**
 * How far the digits that the sources do not show can move what follows: each lost digit is spread evenly over its half unit, and three
 * standard deviations of their sum are allowed.
 */
const spreadOf = (
  solution: Solution,
  target: Target,
  group: readonly Source[],
  upTo: Moment,
  values: readonly number[],
): readonly number[] => {
  const squares = values.map(() => 0);
  for (const changed of perturbed(group)) {
    const moved = readTarget(continueFrom(solution, changed, upTo), target);
    for (const [index, value] of values.entries()) {
      const by = (moved?.[index] ?? value) - value;
      squares[index] = (squares[index] ?? 0) + by * by;
    }
  }
  return squares.map((square) => (Number.isFinite(square) ? Math.sqrt(3 * square) : 0));
};

const readTarget = ({ read, choose }: Continuation, target: Target): readonly number[] | undefined => {
  if (target.kind === 'criterion') {
    const component = choose(target.criterion);
    return component === undefined ? undefined : [component];
  }
  const value = read(target.reference);
  if (value === undefined) return undefined;
  return typeof value === 'number' ? [value] : (value as Matrix).flat();
};

/** The group with one number after the other moved by half a unit of its last digit. */
function* perturbed(group: readonly Source[]): Iterable<readonly Source[]> {
  if (group.reduce((total, { numbers }) => total + numbers.length, 0) > mostPerturbed) return;
  for (const [index, source] of group.entries()) {
    if (source.halfUnit === 0) continue;
    for (const [place, value] of source.numbers.entries()) {
      yield group.with(index, { ...source, numbers: source.numbers.with(place, value + source.halfUnit) });
    }
  }
}
