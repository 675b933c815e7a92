/**
 * Finds pieces of bytes that were seen before: a hash table with linear probing (Knuth, TAOCP 3, 6.4) over one block of memory. Equal means equal
 * byte by byte. What it holds is bounded: full, it forgets everything and numbers from 0 again.
 */
export type BodyTable = {
  /** The number of the piece, or −1. */
  readonly find: (bytes: Buffer, start: number, end: number) => number;
  /** Remembers a piece that was not found; its number, or −1 where it is not worth its place. */
  readonly add: (bytes: Buffer, start: number, end: number) => number;
};

const mostBytes = 16 * 1024 * 1024;
const mostPieces = 1 << 16;
const slots = mostPieces * 2;

/** Who makes thousands of files with one hash gains nothing but that they are read one by one. */
const mostProbes = 64;

export const createBodyTable = (): BodyTable => {
  const table = new Int32Array(slots).fill(-1);
  const hashes = new Int32Array(mostPieces);
  const starts = new Int32Array(mostPieces + 1);
  let held = Buffer.allocUnsafe(64 * 1024);
  let count = 0;

  /** The slot with the piece, or the free one where it would stand; −1 where it is not found soon. */
  const slotOf = (hash: number, bytes: Buffer, start: number, end: number): number => {
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = ((hash >>> 0) + probe) % slots;
      const piece = table[slot] ?? -1;
      if (piece < 0) return slot;
      const from = starts[piece] ?? 0;
      const to = starts[piece + 1] ?? 0;
      if (hashes[piece] === hash && to - from === end - start && bytes.compare(held, from, to, start, end) === 0)
        return slot;
    }
    return -1;
  };

  return {
    find: (bytes, start, end) => {
      const slot = slotOf(hashOf(bytes, start, end), bytes, start, end);
      return slot < 0 ? -1 : (table[slot] ?? -1);
    },
    add: (bytes, start, end) => {
      const length = end - start;
      if (length > mostBytes / 16) return -1;
      if (count === mostPieces || (starts[count] ?? 0) + length > mostBytes) {
        table.fill(-1);
        count = 0;
      }
      const from = starts[count] ?? 0;
      if (from + length > held.length) {
        const larger = Buffer.allocUnsafe(Math.min(mostBytes, Math.max(held.length * 2, from + length)));
        held.copy(larger, 0, 0, from);
        held = larger;
      }
      const hash = hashOf(bytes, start, end);
      const slot = slotOf(hash, bytes, start, end);
      if (slot < 0) return -1;
      bytes.copy(held, from, start, end);
      table[slot] = count;
      hashes[count] = hash;
      starts[count + 1] = from + length;
      return count++;
    },
  };
};

/** Four bytes at a time, multiplied and folded. */
const hashOf = (bytes: Buffer, start: number, end: number): number => {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
  return hash ^ (hash >>> 13);
};
