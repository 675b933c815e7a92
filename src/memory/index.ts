/** What was made before, for whoever would make it again. Only time depends on what is remembered, never what comes out. */

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
  let young: Generation<Key, Value> | undefined;
  let old: Generation<Key, Value> | undefined;
  let held = 0;
  const keep = (key: Key, value: Value, size: number): void => {
    held += size;
    if (held > capacity / 2) {
      old = young;
      young = undefined;
      held = size;
    }
    young ??= { values: new Map(), sizes: undefined };
    young.values.set(key, value);
    if (size !== 1) (young.sizes ??= new Map()).set(key, size);
  };
  return {
    get: (key) => {
      const value = young?.values.get(key);
      if (value !== undefined) return value;
      const older = old?.values.get(key);
      if (older === undefined) return undefined;
      keep(key, older, old?.sizes?.get(key) ?? 1);
      return older;
    },
    set: (key, value, size = 1) => {
      keep(key, value, size);
      return value;
    },
  };
};

/** Sizes other than one stand apart: most things have none. */
type Generation<Key, Value> = { readonly values: Map<Key, Value>; sizes: Map<Key, number> | undefined };

/** Tells whether a text is worth keeping what was made of it. */
export type Doorkeeper = (text: string) => boolean;

/** How many texts a doorkeeper knows again; a power of two. */
const mostKnown = 4096;

/**
 * Lets in who comes again before being forgotten: where everything is unlike everything else, keeping it all would only cost time. Of each
 * text a hash is known; where two share one, or its place, no harm is done.
 */
export const createDoorkeeper = (): Doorkeeper => {
  const known = once(() => new Int32Array(mostKnown));
  return (text) => {
    const hash = hashOf(text);
    const place = hash & (mostKnown - 1);
    if (known()[place] === hash) return true;
    known()[place] = hash;
    return false;
  };
};

/** FNV-1a over UTF-16 units, never 0. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 1;
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
