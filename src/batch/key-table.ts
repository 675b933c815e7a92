import type { RecordPlace } from './record.js';

/**
 * Where in the journal the record with a key lies: a hash table in shared memory, 32 bytes a slot, that workers read without
 * asking. Open addressing with linear probing (Knuth, TAOCP 3, 6.4); the keys are hashes already.
 */
export type KeyTable = { readonly memory: SharedArrayBuffer };

const wordsPerSlot = 8;
const initialSlots = 1024;

const wordsOf = (key: string): readonly [number, number, number, number] => [
  Number.parseInt(key.slice(0, 8), 16),
  Number.parseInt(key.slice(8, 16), 16),
  Number.parseInt(key.slice(16, 24), 16),
  Number.parseInt(key.slice(24, 32), 16),
];

/** The slot of the key, or the free one where it would stand. A length of zero marks a free slot. */
const slotOf = (words: Uint32Array, key: readonly [number, number, number, number]): number => {
  const slots = words.length / wordsPerSlot;
  for (let slot = key[0] % slots; ; slot = (slot + 1) % slots) {
    const at = slot * wordsPerSlot;
    if (words[at + 6] === 0) return at;
    if (words[at] === key[0] && words[at + 1] === key[1] && words[at + 2] === key[2] && words[at + 3] === key[3])
      return at;
  }
};

const emptyTable = (): KeyTable => ({ memory: new SharedArrayBuffer(initialSlots * wordsPerSlot * 4) });

/** Fills a table; it grows as needed. Of two records with one key the later counts. */
export const createTableBuilder = (): {
  readonly set: (key: string, place: RecordPlace) => void;
  readonly table: () => KeyTable;
} => {
  let words: Uint32Array = new Uint32Array(emptyTable().memory);
  let used = 0;
  const grow = (): void => {
    const old = words;
    words = new Uint32Array(new SharedArrayBuffer(old.byteLength * 2));
    for (let at = 0; at < old.length; at += wordsPerSlot) {
      if (old[at + 6] === 0) continue;
      const slot = slotOf(words, [old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0, old[at + 3] ?? 0]);
      words.set(old.subarray(at, at + wordsPerSlot), slot);
    }
  };
  return {
    set: (key, { offset, length }) => {
      if (used * 2 * wordsPerSlot >= words.length) grow();
      const parts = wordsOf(key);
      const at = slotOf(words, parts);
      if (words[at + 6] === 0) used++;
      words.set([...parts, Math.floor(offset / 2 ** 32), offset >>> 0, length], at);
    },
    table: () => ({ memory: words.buffer as SharedArrayBuffer }),
  };
};

export const lookUp = ({ memory }: KeyTable, key: string): RecordPlace | undefined => {
  const words = new Uint32Array(memory);
  const at = slotOf(words, wordsOf(key));
  const length = words[at + 6] ?? 0;
  return length === 0 ? undefined : { offset: (words[at + 4] ?? 0) * 2 ** 32 + (words[at + 5] ?? 0), length };
};
