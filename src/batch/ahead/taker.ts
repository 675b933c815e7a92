import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Places } from '../places.js';
import { type Block, bytesInBlock, createBlocks, filesInBlock, openTakerSide, wordsInBlock } from './blocks.js';
import { readBlock } from './read-block.js';
import { type AheadOrder, between } from './reader.js';

/** Files that two threads read before they are asked for. */
export type ReadAhead = {
  /** Whether the file at a place is there, in `bytes` from `start` to `end`. Places are asked for in order. */
  readonly find: (place: number) => boolean;
  readonly bytes: () => Buffer;
  readonly start: () => number;
  readonly end: () => number;
  readonly close: () => void;
};

/** A thread begins after some 25 ms, in which this one reads and takes half as many files. */
const leastFiles = 4000;

/** Milliseconds to wait for a block. A disk that is slower keeps both threads waiting: one may as well read alone. */
const patience = 2000;

/**
 * Starts another thread that reads the files, by `module`; nothing where there are too few to be worth it. This thread reads on while that one is busy with what it
 * wants.
 */
export const openReadAhead = (module: URL, { root, paths, lines }: Places): ReadAhead | undefined => {
  const files = lines.length === 0 ? paths : paths.map((path, i) => (lines[i] === undefined ? path : ''));
  if (files.filter((path) => path !== '').length < leastFiles) return undefined;
  const blocks = createBlocks();
  const folder = join(root, '/');
  const worker = new Worker(module, {
    workerData: { folder, paths: files.join(between), blocks } satisfies AheadOrder,
    resourceLimits: threadLimits,
  });
  const side = openTakerSide(blocks);
  const own: Block = { bytes: Buffer.allocUnsafe(bytesInBlock), places: new Int32Array(wordsInBlock) };
  let ownNumber = -1;
  let entered = -1;
  let at: Block | undefined;
  let start = 0;
  let end = 0;
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    side.close();
  };
  const readOwn = (number: number): void => {
    readBlock(own, folder, files, number * filesInBlock);
    ownNumber = number;
  };
  const enter = (number: number): Block | undefined => {
    side.pass(number);
    if (ownNumber < number && side.claimThis(number)) readOwn(number);
    if (ownNumber === number) return own;
    if (ownNumber < number && !side.isGiven(number)) readOwn(side.claim());
    return side.wait(number, patience);
  };
  // Without it this thread reads for itself, slower.
  worker.on('error', close);
  worker.unref();
  return {
    bytes: () => at?.bytes ?? own.bytes,
    start: () => start,
    end: () => end,
    find: (place) => {
      const number = Math.floor(place / filesInBlock);
      if (isOpen && number !== entered) {
        at = number === entered + 1 ? enter(number) : undefined;
        entered = number;
        // Asked for in another order, or too slow.
        if (at === undefined) close();
      }
      if (!isOpen || at === undefined) return false;
      const file = 2 * (place % filesInBlock);
      start = at.places[file] ?? 0;
      end = at.places[file + 1] ?? 0;
      return end > start;
    },
    close,
  };
};

/** It holds the paths, and little else. */
const threadLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 256 };
