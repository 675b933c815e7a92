/** Small arithmetic of scripts: what NumPy's functions of these names do. */

import { argmax, at, sum } from '../../em/index.js';
import type { Vector } from '../../types.js';

export { argmax, at, sum };

export const mean = (values: Vector): number => sum(values) / values.length;

/** The first of the smallest entries; a NaN counts as smallest. */
export const argmin = (values: Vector): number => argmax(values.map((value) => -value));

export const oneHot = (index: number, size: number): Vector =>
  Array.from({ length: size }, (_, k) => (k === index ? 1 : 0));

/** To the nearest whole number, halves to the even one. */
const roundHalfEven = (value: number): number => {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

/** To that many places after the point. */
export const roundTo = (value: number, places: number): number => roundHalfEven(value * 10 ** places) / 10 ** places;

/** To that many significant digits. */
export const roundToDigits = (value: number, digits: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
