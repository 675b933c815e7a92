/** What was made before, for who would make it again. Only time depends on what is remembered, never what comes out. */

/** Bounded: what was not asked for lately is forgotten. */
export type Memory<Key, Value> = {
  readonly get: (key: Key) => Value | undefined;
  /** Keeps a value and gives it back. `size` is in the units of the memory's capacity. */
  readonly set: (key: Key, value: Value, size?: number) => Value;
};

/**
 * A memory of at most `capacity`, in entries or whatever unit the sizes are given in. Two generations take turns: when the young one
 * is half the capacity, the old one is forgotten; what is asked for in time moves on into the young one, so that what is common stays
 * however much else comes by, and nothing has to be sorted by age.
 */
export const createMemory = <Key, Value>(capacity: number): Memory<Key, Value> => {
  type Kept = { readonly value: Value; readonly size: number };
  let young = new Map<Key, Kept>();
  let old = new Map<Key, Kept>();
  let held = 0;
  const keep = (key: Key, kept: Kept): void => {
    held += kept.size;
    if (held > capacity / 2) {
      old = young;
      young = new Map();
      held = kept.size;
    }
    young.set(key, kept);
  };
  return {
    get: (key) => {
      const kept = young.get(key);
      if (kept !== undefined) return kept.value;
      const older = old.get(key);
      if (older === undefined) return undefined;
      keep(key, older);
      return older.value;
    },
    set: (key, value, size = 1) => {
      keep(key, { value, size });
      return value;
    },
  };
};

/** Gives each thing a number of its own, the same one as long as the thing is held. */
export const createNumbering = (): ((thing: object) => number) => {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (thing) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(thing, last);
    return last;
  };
};

/** Computes something when it is first asked for, and keeps it. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
