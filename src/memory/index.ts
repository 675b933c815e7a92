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
  let young = createGeneration<Key, Value>();
  let old = createGeneration<Key, Value>();
  let held = 0;
  const keep = (key: Key, value: Value, size: number): void => {
    held += size;
    if (held > capacity / 2) {
      old = young;
      young = createGeneration();
      held = size;
    }
    young.values.set(key, value);
    if (size !== 1) young.sizes.set(key, size);
  };
  return {
    get: (key) => {
      const value = young.values.get(key);
      if (value !== undefined) return value;
      const older = old.values.get(key);
      if (older === undefined) return undefined;
      keep(key, older, old.sizes.get(key) ?? 1);
      return older;
    },
    set: (key, value, size = 1) => {
      keep(key, value, size);
      return value;
    },
  };
};

/** Sizes other than one stand apart: most have none. */
type Generation<Key, Value> = { readonly values: Map<Key, Value>; readonly sizes: Map<Key, number> };
const createGeneration = <Key, Value>(): Generation<Key, Value> => ({ values: new Map(), sizes: new Map() });

/** Tells what is worth keeping from what comes once and never again. */
export type Doorkeeper<Key> = (key: Key) => boolean;

/**
 * Lets the first `freely` in, and after these whoever comes again while at most `capacity` others do: where everything is unlike
 * everything else, keeping it all would only cost time.
 */
export const createDoorkeeper = <Key>(freely: number, capacity: number): Doorkeeper<Key> => {
  const seen = createMemory<Key, true>(capacity);
  let free = freely;
  return (key) => {
    if (free > 0) {
      free -= 1;
      return true;
    }
    if (seen.get(key) === true) return true;
    seen.set(key, true);
    return false;
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
