import { filesInBlock, openReaderSide, type SharedBlocks } from './blocks.js';
import { readBlock } from './read-block.js';

/** What the thread that reads ahead is started with. */
export type AheadOrder = {
  /** Ends with a separator of folders. */
  readonly folder: string;
  /** Paths within the folder, in order, with `between` between them; an empty one is not to be read. */
  readonly paths: string;
  readonly blocks: SharedBlocks;
};

/** No path holds it. */
export const between = '\0';

/** Reads files until there are no more, or no more are wanted. */
export const readAhead = ({ folder, paths, blocks }: AheadOrder): void => {
  const files = paths.split(between);
  const { claim, room, give } = openReaderSide(blocks);
  for (;;) {
    const number = claim();
    const first = number * filesInBlock;
    const block = first < files.length ? room(number) : undefined;
    if (block === undefined) return;
    readBlock(block, folder, files, first);
    give(number);
  }
};
