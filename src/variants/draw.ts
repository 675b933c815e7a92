import { solve } from '../em/index.js';
import { fillIn } from '../problem/index.js';
import type { Model, Problem, VariantRange, Variants, Vector } from '../types.js';
import { marginsOf } from './margin.js';
import { randomFrom, type Random } from './random.js';
import { tellApart } from './tell-apart.js';

/** A problem as one student gets it, and how it came about. */
export type Drawn = {
  readonly problem: Problem;
  /** Which of the student's draws it is, from 1; 0 where the numbers are those of the file. */
  readonly draw: number;
  /** Whether the conditions of the problem hold; where no draw meets them, the best one is taken. */
  readonly meetsConditions: boolean;
};

/** So many draws are tried for a student. Conditions that one draw in ten meets fail for nobody. */
const mostDraws = 200;
/** Telling mistakes apart costs a run for each mistake: only so many draws get that far. */
const mostTellings = 20;

/**
 * The student's own problem: data and start drawn from the student's id, and texts filled in. The same id gives the same numbers on every machine,
 * in any order. A problem without variants is the same for all.
 */
export const drawVariant = (problem: Problem, student: string): Drawn => {
  const { variants } = problem;
  if (variants === undefined) return { problem, draw: 0, meetsConditions: true };
  const next = drawing(problem, variants, student);
  let best: { readonly drawn: Problem; readonly draw: number; readonly share: number } | undefined;
  let tellings = 0;
  for (let draw = 1; draw <= mostDraws && tellings < mostTellings; draw += 1) {
    const drawn = next();
    if (!isSound(drawn, variants)) continue;
    if (variants.distinctCauses === undefined) return { problem: finish(drawn), draw, meetsConditions: true };
    tellings += 1;
    const { share } = tellApart(drawn);
    if (share >= variants.distinctCauses) return { problem: finish(drawn), draw, meetsConditions: true };
    if (share > (best?.share ?? -1)) best = { drawn, draw, share };
  }
  return { problem: finish(best?.drawn ?? problem), draw: best?.draw ?? 0, meetsConditions: false };
};

/** The same again where it is known which draw was taken, without asking what the conditions say of it: that takes a thousandth of the time. */
export const redrawVariant = (problem: Problem, student: string, draw: number | undefined): Problem => {
  const { variants } = problem;
  if (variants === undefined) return problem;
  if (draw === undefined) return drawVariant(problem, student).problem;
  const next = drawing(problem, variants, student);
  let drawn = problem;
  for (let i = 0; i < Math.min(draw, mostDraws); i += 1) drawn = next();
  return finish(drawn);
};

/** Gives the student's draws, one after the other. */
const drawing = (problem: Problem, variants: Variants, student: string): (() => Problem) => {
  const random = randomFrom(`${problem.id}\n${student.normalize('NFC')}`);
  return () => ({ ...problem, model: drawModel(problem.model, variants, random) });
};

/** The problem as it is before anyone's numbers are drawn, with the numbers of the file in its texts. */
export const undrawn = (problem: Problem): Problem => finish(problem);

const finish = (problem: Problem): Problem => {
  const { variants: _variants, ...own } = fillIn(problem);
  return own;
};

/** Runs to its end, gives every answer, and stays clear of ties. */
const isSound = (problem: Problem, { minMargin = 0 }: Variants): boolean => {
  const solution = solve(problem.model);
  if (solution.outcome.kind !== 'converged') return false;
  return marginsOf(problem, solution).every(({ margin }) => margin > 0 && margin >= minMargin);
};

const drawModel = (model: Model, variants: Variants, random: Random): Model => {
  const size = model.start?.weights.length ?? 0;
  const start = { ...model.start, weights: model.start?.weights ?? [] } as { weights: Vector; [name: string]: Vector };
  for (const [name, range] of Object.entries(variants.start)) {
    start[name] = name === 'weights' ? drawWeights(range, size, random) : drawDistinct(range, size, random);
  }
  const data = drawDistinct(variants.data, variants.data.count ?? model.data.length, random).toSorted((a, b) => a - b);
  return { ...model, data, start };
};

/** Values of the range that differ, while it has enough of them. */
const drawDistinct = (range: VariantRange, count: number, random: Random): Vector => {
  const values: number[] = [];
  const isLarge = sizeOf(range) >= count;
  while (values.length < count) {
    const value = draw(range, random);
    if (!isLarge || !values.includes(value)) values.push(value);
  }
  return values;
};

/** All but the last from the range; the last is what remains to one. Equal weights where the range leaves no room for that. */
const drawWeights = (range: VariantRange, size: number, random: Random): Vector => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const values = Array.from({ length: Math.max(0, size - 1) }, () => draw(range, random));
    const rest = tidy(1 - values.reduce((sum, value) => sum + value, 0));
    if (rest >= range.low - 1e-9 && rest <= range.high + 1e-9) return [...values, rest];
  }
  return Array.from({ length: size }, () => 1 / size);
};

const sizeOf = ({ low, high, step }: VariantRange): number => Math.floor((high - low) / step + 1e-9) + 1;

const draw = (range: VariantRange, random: Random): number =>
  tidy(range.low + Math.floor(random() * sizeOf(range)) * range.step);

/** 0.1 + 0.2 is 0.3 to a student. */
const tidy = (value: number): number => Number(value.toPrecision(12));
