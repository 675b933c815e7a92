/** A memory that is emptied when what it holds grows beyond its size: only time depends on it. */
export type Memory<T> = {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T, size: number) => T;
};

/** `capacity` and the sizes of what is kept are in characters; keys count too. */
export const createMemory = <T>(capacity: number): Memory<T> => {
  let kept = new Map<string, T>();
  let held = 0;
  return {
    get: (key) => kept.get(key),
    set: (key, value, size) => {
      held += size + key.length + 100;
      if (held > capacity) {
        kept = new Map();
        held = size + key.length + 100;
      }
      kept.set(key, value);
      return value;
    },
  };
};
