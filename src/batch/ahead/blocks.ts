/**
 * Memory that two threads share. Files, in their order, make blocks, and each block is claimed by one of the two, who then reads it. The reader reads what it claims
 * into a slot of this memory, ahead of the taker, who takes all blocks in order.
 */
export type SharedBlocks = { readonly control: SharedArrayBuffer; readonly bytes: SharedArrayBuffer };

export const filesInBlock = 64;

/** For each file several times what most need. */
export const bytesInBlock = filesInBlock * 2 * 1024;

/** Blocks that are read and not yet taken, at most. */
const slots = 32;

/** The bytes of a block, and for each file of it where it begins and ends in them; both the same where it is not there. */
export type Block = { readonly bytes: Buffer; readonly places: Int32Array };

export const wordsInBlock = filesInBlock * 2;

// Control words: the first block that nobody has claimed; how many the taker is done with; for each slot the number of blocks up to the one
// that stands in it; then, slot by slot, the places of a block.
const claimedAt = 0;
const passedAt = 1;
const readyAt = 2;
const placesAt = readyAt + slots;

/** In place of how many the taker is done with: it wants no more. */
const closed = -1;

export const createBlocks = (): SharedBlocks => ({
  control: new SharedArrayBuffer((placesAt + slots * wordsInBlock) * Int32Array.BYTES_PER_ELEMENT),
  bytes: new SharedArrayBuffer(slots * bytesInBlock),
});

const slotsOf = ({ control, bytes }: SharedBlocks): readonly Block[] =>
  Array.from({ length: slots }, (_, slot) => ({
    bytes: Buffer.from(bytes, slot * bytesInBlock, bytesInBlock),
    places: new Int32Array(control, (placesAt + slot * wordsInBlock) * Int32Array.BYTES_PER_ELEMENT, wordsInBlock),
  }));

export type Side = {
  /** Claims the first block that nobody has claimed; its number. */
  readonly claim: () => number;
};

export type ReaderSide = Side & {
  /** Waits until there is room for a block; nothing when no more is wanted. */
  readonly room: (block: number) => Block | undefined;
  /** Hands a block to the taker. */
  readonly give: (block: number) => void;
};

export const openReaderSide = (shared: SharedBlocks): ReaderSide => {
  const words = new Int32Array(shared.control);
  const all = slotsOf(shared);
  return {
    claim: () => Atomics.add(words, claimedAt, 1),
    room: (block) => {
      for (;;) {
        const passed = Atomics.load(words, passedAt);
        if (passed === closed) return undefined;
        if (block - passed < slots) return all[block % slots];
        Atomics.wait(words, passedAt, passed);
      }
    },
    give: (block) => {
      Atomics.store(words, readyAt + (block % slots), block + 1);
      Atomics.notify(words, readyAt + (block % slots));
    },
  };
};

export type TakerSide = Side & {
  /** Claims this block, where nobody has. */
  readonly claimThis: (block: number) => boolean;
  readonly isGiven: (block: number) => boolean;
  /** A block that the reader has claimed, when it is given; nothing after so many milliseconds. */
  readonly wait: (block: number, patience: number) => Block | undefined;
  /** Done with all blocks before this one. */
  readonly pass: (block: number) => void;
  /** No more is wanted. */
  readonly close: () => void;
};

export const openTakerSide = (shared: SharedBlocks): TakerSide => {
  const words = new Int32Array(shared.control);
  const all = slotsOf(shared);
  const pass = (passed: number): void => {
    Atomics.store(words, passedAt, passed);
    Atomics.notify(words, passedAt);
  };
  return {
    claim: () => Atomics.add(words, claimedAt, 1),
    claimThis: (block) => Atomics.compareExchange(words, claimedAt, block, block + 1) === block,
    isGiven: (block) => Atomics.load(words, readyAt + (block % slots)) === block + 1,
    wait: (block, patience) => {
      const ready = readyAt + (block % slots);
      for (;;) {
        const found = Atomics.load(words, ready);
        if (found === block + 1) return all[block % slots];
        if (Atomics.wait(words, ready, found, patience) === 'timed-out') return undefined;
      }
    },
    pass,
    close: () => pass(closed),
  };
};
