import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openPairs,
  openPredictions,
  packPairs,
  packPredictions,
  type PairPredictions,
  type Predictions,
} from '../../src/diagnosis/index.js';
import { classroom, homework, mStepByHand, twoCoins } from './students.js';

/** Lists as they lie in bytes become plain ones, and what is read when asked for is asked for. */
const plain = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
};

const seeded = { seed: 20160817, numRuns: 100 } as const;

const entry = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.constantFrom('nan' as const, 'inf' as const, '-inf' as const, 'any' as const),
);
const place = fc.integer({ min: -1, max: 70_000 });
const column = fc.record({
  question: fc.string(),
  moves: fc.boolean(),
  outcomes: fc.array(fc.array(entry, { maxLength: 4 }), { maxLength: 6 }),
  right: fc.array(place),
  answers: fc.array(place),
});
const formulas = <T>(table: fc.Arbitrary<T>) =>
  fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    table,
  );
const text = fc.string();

const numbers = fc.array(column, { minLength: 1, maxLength: 3 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    hypotheses: fc.array(
      fc
        .tuple(
          fc.record({
            id: text,
            family: text,
            plausibility: fc.constantFrom('H' as const, 'M' as const, 'L' as const),
          }),
          fc.option(fc.nat(200)),
        )
        .map(([hypothesis, course]) => (course === null ? hypothesis : { ...hypothesis, course })),
    ),
    courses: fc.record({ starts: fc.array(fc.nat()), iterations: fc.array(fc.nat()), answers: fc.array(place) }),
  }),
);
const predictions: fc.Arbitrary<Predictions> = fc.record({
  numbers,
  formulas: formulas(
    fc.record({
      foreign: fc.array(text),
      byFingerprint: formulas(fc.array(fc.record({ id: text, shape: text, symbols: text }))),
    }),
  ),
});
const pairs: fc.Arbitrary<PairPredictions> = fc.record({
  numbers: fc.record({
    first: fc.array(place),
    second: fc.array(place),
    columns: fc.array(column),
  }),
  formulas: formulas(formulas(fc.array(fc.record({ ids: fc.tuple(text, text) })))),
});

describe('predictions as bytes', () => {
  it('are the same when they are opened again, whatever they hold', () => {
    fc.assert(
      fc.property(predictions, (given) => {
        expect(plain(openPredictions(packPredictions(given)))).toEqual(plain(given));
      }),
      seeded,
    );
    fc.assert(
      fc.property(pairs, (given) => {
        expect(plain(openPairs(packPairs(given)))).toEqual(plain(given));
      }),
      seeded,
    );
  });
  it('can be opened wherever they lie in a larger piece of memory', () => {
    const { predictions: known } = classroom(mStepByHand);
    const packed = packPredictions(known);
    for (const offset of [0, 1, 4, 8]) {
      const larger = new Uint8Array(packed.length + 16);
      larger.set(packed, offset);
      expect(plain(openPredictions(larger.subarray(offset, offset + packed.length)))).toEqual(plain(known));
    }
  });
  it('of real problems are the same when they are opened again', () => {
    for (const problem of [homework, twoCoins]) {
      const { predictions: known } = classroom(problem);
      expect(plain(openPredictions(packPredictions(known)))).toEqual(plain(known));
    }
    const room = classroom(mStepByHand);
    expect(plain(openPairs(packPairs(room.pairs())))).toEqual(plain(room.pairs()));
  });
  it('of another version are refused', () => {
    const { predictions: known } = classroom(mStepByHand);
    const packed = packPredictions(known);
    const old = Buffer.from(packed);
    const at = old.indexOf('"format":') + '"format":'.length;
    // Another first digit that is not zero: numbers in JSON begin with none.
    old[at] = old[at] === 57 ? 49 : (old[at] ?? 0) + 1;
    expect(() => openPredictions(old)).toThrow(/is needed/);
  });
});
