/**
 * Numbers by key: a hash table of 20 bytes a slot, since there may be as many keys as students. Open addressing with linear probing
 * (Knuth, TAOCP 3, 6.4); the keys, 32 hexadecimal digits, are hashes already.
 */
export type KeyTable = {
  readonly get: (key: string) => number | undefined;
  readonly set: (key: string, value: number) => void;
};

const wordsPerSlot = 5;
const initialSlots = 1024;

type Key = readonly [number, number, number, number];

const wordsOf = (key: string): Key => [
  Number.parseInt(key.slice(0, 8), 16),
  Number.parseInt(key.slice(8, 16), 16),
  Number.parseInt(key.slice(16, 24), 16),
  Number.parseInt(key.slice(24, 32), 16),
];

/** The slot of the key, or the free one where it would stand. A slot holds one more than its number; zero marks a free one. */
const slotOf = (words: Uint32Array, key: Key): number => {
  const slots = words.length / wordsPerSlot;
  for (let slot = key[0] % slots; ; slot = (slot + 1) % slots) {
    const at = slot * wordsPerSlot;
    if (words[at + 4] === 0) return at;
    if (words[at] === key[0] && words[at + 1] === key[1] && words[at + 2] === key[2] && words[at + 3] === key[3])
      return at;
  }
};

/** An empty table; it grows as needed. */
export const createKeyTable = (): KeyTable => {
  let words = new Uint32Array(initialSlots * wordsPerSlot);
  let used = 0;
  const grow = (): void => {
    const old = words;
    words = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += wordsPerSlot) {
      if (old[at + 4] === 0) continue;
      const slot = slotOf(words, [old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0, old[at + 3] ?? 0]);
      words.set(old.subarray(at, at + wordsPerSlot), slot);
    }
  };
  return {
    get: (key) => {
      const value = words[slotOf(words, wordsOf(key)) + 4] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    set: (key, value) => {
      if (used * 2 * wordsPerSlot >= words.length) grow();
      const parts = wordsOf(key);
      const at = slotOf(words, parts);
      if (words[at + 4] === 0) used++;
      words.set([...parts, value + 1], at);
    },
  };
};
