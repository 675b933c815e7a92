import { closeSync, openSync, writeSync } from 'node:fs';

/** Writes files that are put together from pieces, text and UTF-8, one after the other in the same memory. */
export type WritePieces = (path: string, pieces: readonly (string | Uint8Array)[]) => void;

export const createPieceWriter = (): WritePieces => {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  return (path, pieces) => {
    let most = 0;
    for (const piece of pieces) most += typeof piece === 'string' ? piece.length * 3 : piece.length;
    if (most > buffer.length) buffer = Buffer.allocUnsafe(most * 2);
    let filled = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') filled += buffer.write(piece, filled);
      else {
        buffer.set(piece, filled);
        filled += piece.length;
      }
    }
    const descriptor = openSync(path, 'w');
    try {
      let written = 0;
      while (written < filled) written += writeSync(descriptor, buffer, written, filled - written);
    } finally {
      closeSync(descriptor);
    }
  };
};
