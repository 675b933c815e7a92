/** Wrong data: samples lost, repeated, or not the samples at all. */

import { define } from '../define.js';

const { mixture, gaussian } = define('data');

const standardise = (data: readonly number[]): readonly number[] => {
  const mean = data.reduce((left, right) => left + right, 0) / data.length;
  const spread = Math.sqrt(data.reduce((total, x) => total + (x - mean) ** 2, 0) / data.length);
  return data.map((x) => (x - mean) / spread);
};

const loseFirstMinus = (data: readonly number[]): readonly number[] => {
  const index = data.findIndex((x) => x < 0);
  return data.map((x, i) => (i === index ? -x : x));
};

export const dataMisconceptions = () =>
  [
    mixture('data-drop-first', 'sample-left-out', 'M', (p) => ({
      ...p,
      prepareData: (data) => p.prepareData(data).slice(1),
    })),
    mixture('data-drop-last', 'sample-left-out', 'M', (p) => ({
      ...p,
      prepareData: (data) => p.prepareData(data).slice(0, -1),
    })),
    mixture('data-duplicate-point', 'data-duplicate-point', 'L', (p) => ({
      ...p,
      prepareData: (data) => [...p.prepareData(data), ...p.prepareData(data).slice(-1)],
    })),
    gaussian('data-minus-sign-lost', 'data-minus-sign-lost', 'M', (p) => ({
      ...p,
      prepareData: (data) => loseFirstMinus(p.prepareData(data)),
    })),
    gaussian('data-indices-as-samples', 'data-indices-as-samples', 'L', (p) => ({
      ...p,
      prepareData: (data) => p.prepareData(data).map((_, index) => index),
    })),
    mixture('data-zero-dropped', 'sample-left-out', 'L', (p) => ({
      ...p,
      prepareData: (data) => p.prepareData(data).filter((x) => x !== 0),
    })),
    gaussian('data-standardised', 'data-standardised', 'L', (p) => ({
      ...p,
      prepareData: (data) => standardise(p.prepareData(data)),
    })),
  ] as const;
