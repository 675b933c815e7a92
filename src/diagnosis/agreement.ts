/** When a number agrees with a prediction: at the digits it was written with, and at least at the digits asked. */

import type { Answer, NumericAnswer, Precision } from '../types.js';
import type { Outcome, OutcomeEntry } from './prediction.js';

/** A number as given, and how far from it a prediction may lie. A blank entry says nothing: it agrees with every prediction. */
export type Given = {
  readonly value: OutcomeEntry | 'blank';
  readonly halfWidth: number;
  /** Half a unit of the last digit written, where that is less than was asked. */
  readonly coarse?: number;
};

// Programs that do the same sums in another order differ in the last digits, more so after many iterations.
const relativeNoise = 1e-9;
const absoluteNoise = 1e-12;

/** Digits after the point of a number written with digits, a point and a minus alone, as nearly all are: found without a pattern to compile. */
const plainDecimals = (text: string): number | undefined => {
  let point = text.length - 1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit || (code === 45 && i === 0)) continue;
    if (code !== 46 || point !== text.length - 1) return undefined;
    point = i;
  }
  return text.length - 1 - point;
};

/** Digits written after the point; undefined for what is not written as a decimal (`1/3`): then the number is exact. */
const decimalsOf = (text: string): number | undefined => {
  const plain = plainDecimals(text);
  if (plain !== undefined) return plain;
  const match = /^\s*[+\-−]?\d*(?:[.,](\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, fraction = '', exponent = '0'] = match;
  return fraction.length - Number(exponent);
};

/** Half a unit of the last digit asked, or the tolerance; a number asked exactly has none. */
const askedHalfWidth = (value: number, { decimals, tolerance, relative }: Precision): number =>
  decimals === undefined ? Math.max(tolerance ?? 0, (relative ?? 0) * Math.abs(value)) : 0.5 * 10 ** -decimals;

const halfWidthOf = (value: Given['value'], text: string, precision: Precision): number => {
  if (typeof value !== 'number') return 0;
  const noise = Math.max(Math.abs(value) * relativeNoise, absoluteNoise);
  const written = decimalsOf(text);
  if (written === undefined) return noise;
  // A little more than half a unit: for numbers that lie half-way.
  return Math.max(Math.min(0.5 * 10 ** -written, askedHalfWidth(value, precision)) * (1 + 1e-6), noise);
};

const flattenAnswer = (answer: Answer): readonly (string | number)[] =>
  typeof answer === 'string' || typeof answer === 'number' ? [answer] : answer.flatMap(flattenAnswer);

export const flattenValues = (values: NumericAnswer): readonly Given['value'][] =>
  typeof values === 'object' ? values.flatMap(flattenValues) : [values];

/** Texts of the entries, as far as an answer shows them; a list in one string is split as it is printed. */
const textsOf = (answer: Answer, count: number): readonly string[] => {
  const texts = flattenAnswer(answer).flatMap((entry) => {
    const text = String(entry);
    if (count === 1 || typeof entry === 'number') return [text];
    const inner = text
      .replace(/^[^=]*=/, '')
      .replaceAll(/[[\](){}]/g, ' ')
      .trim();
    return /[\s;,]/.test(inner) ? inner.split(/[\s;,]+/).filter((part) => part !== '') : [text];
  });
  return texts.length === count ? texts : [];
};

/** The numbers of an answer with their widths. `values` as they were read, `answer` as it was written. */
export const readGiven = (
  values: NumericAnswer,
  answer: Answer | undefined,
  precision: Precision,
): readonly Given[] => {
  const flat = flattenValues(values);
  const texts = answer === undefined ? [] : textsOf(answer, flat.length);
  return flat.map((value, i) => {
    const text = texts[i] ?? String(value);
    const halfWidth = halfWidthOf(value, text, precision);
    const written = typeof value === 'number' ? 0.5 * 10 ** -(decimalsOf(text) ?? Number.POSITIVE_INFINITY) : 0;
    return written > 1.1 * halfWidth ? { value, halfWidth, coarse: written } : { value, halfWidth };
  });
};

const entryAgrees = ({ value, halfWidth }: Given, predicted: Given['value']): boolean => {
  if (value === 'blank' || predicted === 'blank') return true;
  if (typeof value !== 'number' || typeof predicted !== 'number') return value === predicted || predicted === 'any';
  return Math.abs(value - predicted) <= Math.max(halfWidth, relativeNoise * Math.abs(predicted));
};

export const agrees = (given: readonly Given[], predicted: readonly Given['value'][]): boolean =>
  given.length === predicted.length && given.every((entry, i) => entryAgrees(entry, predicted[i] ?? 'nan'));

/** The first place in outcomes sorted by their first number, those without one last, where that number is at least `low`. */
const placeOf = (outcomes: readonly Outcome[], low: number): number => {
  let [from, to] = [0, outcomes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const first = outcomes[middle]?.[0];
    if (typeof first === 'number' && first < low) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Places of the outcomes that agree with an answer. `outcomes` are sorted as in a column. */
export const matching = (given: readonly Given[], outcomes: readonly Outcome[]): ReadonlySet<number> => {
  const [first] = given;
  const places = new Set<number>();
  if (first === undefined) return places;
  const collect = (from: number, goesOn: (value: OutcomeEntry | undefined) => boolean): void => {
    for (let place = from; place < outcomes.length && goesOn(outcomes[place]?.[0]); place += 1) {
      if (agrees(given, outcomes[place] ?? [])) places.add(place);
    }
  };
  if (typeof first.value === 'number') {
    const reach = Math.max(first.halfWidth, 2 * relativeNoise * Math.abs(first.value));
    const high = first.value + reach;
    collect(placeOf(outcomes, first.value - reach), (value) => typeof value === 'number' && value <= high);
  }
  collect(first.value === 'blank' ? 0 : placeOf(outcomes, Number.POSITIVE_INFINITY), () => true);
  return places;
};

/**
 * Significant digits to which an answer pins its numbers down: the least over its entries; undefined where it has no finite one. Entries that are
 * zero at the digits written have no significant digit, and are left out beside others.
 */
export const digitsOf = (given: readonly Given[]): number | undefined => {
  const finite = given.filter(({ value }) => typeof value === 'number');
  const telling = finite.filter(({ value, halfWidth }) => Math.abs(Number(value)) > halfWidth);
  const digits = (telling.length > 0 ? telling : finite).flatMap(({ value, halfWidth }) => {
    if (typeof value !== 'number') return [];
    const magnitude = Math.max(Math.abs(value), halfWidth);
    return [Math.max(1, Math.min(15, Math.floor(Math.log10(magnitude / (2 * halfWidth)) + 1e-6) + 1))];
  });
  return digits.length === 0 ? undefined : Math.min(...digits);
};
