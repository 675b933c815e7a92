import { closeSync, openSync, write, writeSync } from 'node:fs';
import { type FileWriter, gather, largestPiece } from './file-writer.js';

/** A new file that the system's threads write while this one goes on. What they could not write is thrown by the next call. */
export type FileBehind = {
  readonly write: FileWriter['write'];
  /** Writes what is left and waits until all is written; nothing the second time. */
  readonly close: () => Promise<void>;
};

/** Pieces on their way; when so many are, this thread writes the next one itself. */
const mostOnTheWay = 3;

export const createFileBehind = (path: string): FileBehind => {
  const descriptor = openSync(path, 'w');
  /** Where the next piece goes: pieces need not be written in their order. */
  let position = 0;
  let onTheWay = 0;
  let failure: Error | undefined;
  let arrived: (() => void) | undefined;
  let closed = false;
  const idle: Buffer[] = [];

  const writeHere = (bytes: Uint8Array): void => {
    if (failure !== undefined) throw failure;
    let written = 0;
    while (written < bytes.length)
      written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
    position += bytes.length;
  };
  const writeBehind = (buffer: Buffer, from: number, filled: number, at: number): void =>
    write(descriptor, buffer, from, filled - from, at, (error, written) => {
      if (error === null && from + written < filled) {
        writeBehind(buffer, from + written, filled, at + written);
        return;
      }
      failure ??= error ?? undefined;
      idle.push(buffer);
      onTheWay -= 1;
      if (onTheWay === 0) arrived?.();
    });
  const allArrived = (): Promise<void> =>
    onTheWay === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          arrived = resolve;
        });

  const { write: add, rest } = gather({
    take: (buffer, filled) => {
      if (onTheWay === mostOnTheWay || filled < largestPiece / 2) {
        writeHere(buffer.subarray(0, filled));
        return buffer;
      }
      if (failure !== undefined) throw failure;
      onTheWay += 1;
      writeBehind(buffer, 0, filled, position);
      position += filled;
      return idle.pop() ?? Buffer.allocUnsafe(largestPiece);
    },
    takeLong: writeHere,
  });
  return {
    write: add,
    close: async () => {
      if (closed) return;
      closed = true;
      try {
        writeHere(rest());
        await allArrived();
        if (failure !== undefined) throw failure;
      } finally {
        await allArrived();
        closeSync(descriptor);
      }
    },
  };
};
