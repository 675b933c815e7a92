/** Columns of outcomes as sections. */

import { once } from '../../memory/index.js';
import type { Column, Outcome, OutcomeEntry } from '../prediction.js';
import type { Section, SectionReader, SectionWriter } from './sections.js';

export type PackedColumn = {
  readonly question: string;
  readonly moves: boolean;
  readonly values: Section;
  /** How many entries each outcome has: one number where all have as many. */
  readonly lengths: number | Section;
  /** Places of the entries that are `any`, among all values. */
  readonly any: readonly number[];
  readonly right: Section;
  readonly answers: Section;
};

export const packColumn = ({ question, moves, outcomes, right, answers }: Column, to: SectionWriter): PackedColumn => {
  const flat = outcomes.flat();
  const lengths = outcomes.map(({ length }) => length);
  const [first = 0] = lengths;
  return {
    question,
    moves,
    values: to.doubles(flat.map(toDouble)),
    lengths: first > 0 && lengths.every((length) => length === first) ? first : to.integers(lengths),
    any: flat.flatMap((entry, i) => (entry === 'any' ? [i] : [])),
    right: to.integers(right),
    answers: to.integers(answers),
  };
};

const toDouble = (entry: OutcomeEntry): number =>
  typeof entry === 'number' ? entry : entry === 'inf' ? Infinity : entry === '-inf' ? -Infinity : Number.NaN;

const toEntry = (value: number): OutcomeEntry =>
  Number.isNaN(value) ? 'nan' : value === Infinity ? 'inf' : value === -Infinity ? '-inf' : value;

/** The column again; its outcomes are put together when first asked for. */
export const openColumn = (
  { question, moves, values, lengths, any, right, answers }: PackedColumn,
  from: SectionReader,
): Column => {
  const outcomes = once(() => {
    const own = typeof lengths === 'number' ? undefined : from.numbers(lengths);
    const count = typeof lengths === 'number' ? values.length / lengths : lengths.length;
    const lengthOf = (place: number): number => (typeof lengths === 'number' ? lengths : (own?.[place] ?? 0));
    return readOutcomes(from.numbers(values), count, lengthOf, new Set(any));
  });
  return {
    question,
    moves,
    get outcomes() {
      return outcomes();
    },
    right: from.numbers(right),
    answers: from.numbers(answers),
  };
};

const readOutcomes = (
  values: Float64Array | Int16Array | Int32Array,
  count: number,
  lengthOf: (place: number) => number,
  any: ReadonlySet<number>,
): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  let next = 0;
  for (let place = 0; place < count; place += 1) {
    const outcome: OutcomeEntry[] = [];
    const end = next + lengthOf(place);
    for (; next < end; next += 1)
      outcome.push(any.size > 0 && any.has(next) ? 'any' : toEntry(values[next] ?? Number.NaN));
    outcomes.push(outcome);
  }
  return outcomes;
};
