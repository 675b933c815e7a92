/** Numbers drawn from a text: the same text gives the same numbers, on every machine. */
export type Random = () => number;

/** A generator seeded by a text (FNV-1a into the 32-bit generator of Bryc's mulberry32); each call gives a number in [0, 1). */
export const randomFrom = (text: string): Random => {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
