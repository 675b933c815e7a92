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
};

export const packColumn = ({ question, moves, outcomes, right }: Column, to: SectionWriter): PackedColumn => {
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
  };
};

const toDouble = (entry: OutcomeEntry): number =>
  typeof entry === 'number' ? entry : entry === 'inf' ? Infinity : entry === '-inf' ? -Infinity : Number.NaN;

const toEntry = (value: number): OutcomeEntry =>
  Number.isNaN(value) ? 'nan' : value === Infinity ? 'inf' : value === -Infinity ? '-inf' : value;

/** The column again; its outcomes are put together when first asked for. */
export const openColumn = (
  { question, moves, values, lengths, any, right }: PackedColumn,
  from: SectionReader,
): Column => {
  const outcomes = once(() => readOutcomes(from.numbers(values), lengthsOf(values, lengths, from), new Set(any)));
  return {
    question,
    moves,
    get outcomes() {
      return outcomes();
    },
    right: from.numbers(right),
  };
};

const lengthsOf = (values: Section, lengths: number | Section, from: SectionReader): readonly number[] =>
  typeof lengths === 'number'
    ? Array.from({ length: values.length / lengths }, () => lengths)
    : [...from.numbers(lengths)];

const readOutcomes = (
  values: Float64Array | Int16Array | Int32Array,
  lengths: readonly number[],
  any: ReadonlySet<number>,
): readonly Outcome[] => {
  let next = 0;
  return lengths.map((length) => {
    const outcome: OutcomeEntry[] = [];
    for (let i = 0; i < length; i += 1) {
      outcome.push(any.has(next) ? 'any' : toEntry(values[next] ?? Number.NaN));
      next += 1;
    }
    return outcome;
  });
};
