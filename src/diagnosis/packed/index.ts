/** Predictions as bytes: of a megabyte of what mistakes give, a wrong answer asks for a few lists. */

import { once } from '../../memory/index.js';
import {
  type Hypothesis,
  type NumericPredictions,
  type PairPredictions,
  type PairTable,
  type Predictions,
  predictionsFormat,
} from '../prediction.js';
import { openColumn, packColumn, type PackedColumn } from './columns.js';
import { createSections, openSections, type Section, type SectionReader, type SectionWriter } from './sections.js';

type PackedNumbers = {
  readonly columns: readonly PackedColumn[];
  readonly ids: readonly string[];
  readonly familyNames: readonly string[];
  readonly families: Section;
  /** A letter for each hypothesis. */
  readonly plausibilities: string;
  /** The course of each hypothesis, −1 for none. */
  readonly course: Section;
  readonly courses: { readonly starts: Section; readonly iterations: Section; readonly answers: Section };
};

type PackedFormulas = { readonly [question: string]: Section };

type Packed = { readonly format: number };

type PackedPredictions = Packed & { readonly numbers: PackedNumbers; readonly formulas: PackedFormulas };

type PackedPairs = Packed & {
  readonly numbers: {
    readonly first: Section;
    readonly second: Section;
    readonly columns: readonly PackedColumn[];
  };
  readonly formulas: PackedFormulas;
};

export const packPredictions = ({ numbers, formulas }: Predictions): Uint8Array => {
  const to = createSections();
  return to.finish({
    format: predictionsFormat,
    numbers: packNumbers(numbers, to),
    formulas: packFormulas(formulas, to),
  } satisfies PackedPredictions);
};

/** What another version has packed is thrown. */
const openPacked = (bytes: Uint8Array): SectionReader => {
  const from = openSections(bytes);
  const { format } = from.head as Packed;
  if (format !== predictionsFormat)
    throw new Error(`predictions of format ${String(format)}; ${predictionsFormat} is needed`);
  return from;
};

/** The predictions again, as long as the bytes stay as they are: each part is read when first asked for. */
export const openPredictions = (bytes: Uint8Array): Predictions => {
  const from = openPacked(bytes);
  const { numbers, formulas } = from.head as PackedPredictions;
  const opened = once(() => openNumbers(numbers, from));
  return {
    get numbers() {
      return opened();
    },
    formulas: openFormulas(formulas, from),
  };
};

export const packPairs = ({ numbers, formulas }: PairPredictions): Uint8Array => {
  const to = createSections();
  return to.finish({
    format: predictionsFormat,
    numbers: {
      first: to.integers(numbers.first),
      second: to.integers(numbers.second),
      columns: numbers.columns.map((column) => packColumn(column, to)),
    },
    formulas: packFormulas(formulas, to),
  } satisfies PackedPairs);
};

export const openPairs = (bytes: Uint8Array): PairPredictions => {
  const from = openPacked(bytes);
  const { numbers, formulas } = from.head as PackedPairs;
  const opened = once((): PairTable => ({
    first: from.numbers(numbers.first),
    second: from.numbers(numbers.second),
    columns: numbers.columns.map((column) => openColumn(column, from)),
  }));
  return {
    get numbers() {
      return opened();
    },
    formulas: openFormulas(formulas, from),
  };
};

const packNumbers = ({ columns, hypotheses, courses }: NumericPredictions, to: SectionWriter): PackedNumbers => {
  const familyNames = [...new Set(hypotheses.map(({ family }) => family))];
  return {
    columns: columns.map((column) => packColumn(column, to)),
    ids: hypotheses.map(({ id }) => id),
    familyNames,
    families: to.integers(hypotheses.map(({ family }) => familyNames.indexOf(family))),
    plausibilities: hypotheses.map(({ plausibility }) => plausibility).join(''),
    course: to.integers(hypotheses.map(({ course = -1 }) => course)),
    courses: {
      starts: to.integers(courses.starts),
      iterations: to.integers(courses.iterations),
      answers: to.integers(courses.answers),
    },
  };
};

const openNumbers = (packed: PackedNumbers, from: SectionReader): NumericPredictions => {
  const { ids, familyNames, plausibilities } = packed;
  const families = from.numbers(packed.families);
  const course = from.numbers(packed.course);
  return {
    columns: packed.columns.map((column) => openColumn(column, from)),
    hypotheses: ids.map((id, h): Hypothesis => {
      const own = course[h] ?? -1;
      return {
        id,
        family: familyNames[families[h] ?? -1] ?? '',
        plausibility: plausibilities.charAt(h) as Hypothesis['plausibility'],
        ...(own < 0 ? {} : { course: own }),
      };
    }),
    courses: {
      starts: from.numbers(packed.courses.starts),
      iterations: from.numbers(packed.courses.iterations),
      answers: from.numbers(packed.courses.answers),
    },
  };
};

/** A text of JSON for each question. */
const packFormulas = (formulas: { readonly [question: string]: unknown }, to: SectionWriter): PackedFormulas =>
  Object.fromEntries(Object.entries(formulas).map(([question, table]) => [question, to.text(JSON.stringify(table))]));

const openFormulas = <Table>(packed: PackedFormulas, from: SectionReader): { readonly [question: string]: Table } => {
  const opened: { [question: string]: Table } = {};
  for (const [question, section] of Object.entries(packed)) {
    const table = once(() => JSON.parse(from.text(section)) as Table);
    Object.defineProperty(opened, question, { get: table, enumerable: true });
  }
  return opened;
};
