import { invertMod, multiplyMod, powerMod } from './modular.js';

const BABY_STEPS = 1 << 14;
const SLOTS = 1 << 16;

/** The u with baseᵘ = value among the squares mod p, a group of prime order `order`. */
export type DiscreteLog = (value: number) => number;

/**
 * Discrete logarithms of squares to a base, by baby steps and giant steps (Shanks 1971). The table is built on the first call; values once
 * asked for are remembered, since constants and repeated subexpressions come again at the same point.
 */
export const makeDiscreteLog = (base: number, p: number, order: number): DiscreteLog => {
  const known = new Map<number, number>([
    [1, 0],
    [base, 1],
  ]);
  let keys: Int32Array | undefined;
  let steps: Int16Array | undefined;
  const giant = invertMod(powerMod(base, BABY_STEPS, p), p);

  const build = (): readonly [Int32Array, Int16Array] => {
    const table = new Int32Array(SLOTS);
    const places = new Int16Array(SLOTS);
    let power = 1;
    for (let step = 0; step < BABY_STEPS; step++) {
      let slot = Math.imul(power, 0x9e3779b1) >>> 16;
      while (table[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      table[slot] = power;
      places[slot] = step;
      power = multiplyMod(power, base, p);
    }
    keys = table;
    steps = places;
    return [table, places];
  };

  const search = (value: number): number => {
    const [table, places] = keys === undefined || steps === undefined ? build() : [keys, steps];
    let current = value;
    for (let stride = 0; stride * BABY_STEPS < order; stride++) {
      let slot = Math.imul(current, 0x9e3779b1) >>> 16;
      for (let key = table[slot]; key !== 0 && key !== undefined; key = table[slot]) {
        if (key === current) return (stride * BABY_STEPS + (places[slot] ?? 0)) % order;
        slot = (slot + 1) & (SLOTS - 1);
      }
      current = multiplyMod(current, giant, p);
    }
    throw new Error(`${value} is no power of ${base} mod ${p}.`);
  };

  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = search(value);
    if (known.size < 4096) known.set(value, found);
    return found;
  };
};
