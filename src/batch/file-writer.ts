import { closeSync, openSync, writeSync } from 'node:fs';

/** A new file, written in large pieces. */
export type FileWriter = {
  readonly write: (content: string | Uint8Array) => void;
  /** Writes what is left; nothing the second time. */
  readonly close: () => void;
};

/** Large enough that the system sets aside what a large file needs in few steps. */
export const largestPiece = 1024 * 1024;
const smallest = 64 * 1024;
const newline = 10;

/** Where the pieces of a file go, one after the other. */
export type Pieces = {
  /** Takes a buffer of which so many bytes are filled; gives one as large to go on with. */
  readonly take: (buffer: Buffer, filled: number) => Buffer;
  /** Takes what is longer than any buffer. */
  readonly takeLong: (bytes: Uint8Array) => void;
};

/** Gathers what is written into pieces. */
export const gather = ({
  take,
  takeLong,
}: Pieces): { readonly write: FileWriter['write']; readonly rest: () => Buffer } => {
  let buffer: Buffer = Buffer.allocUnsafe(smallest);
  let filled = 0;
  const flush = (): void => {
    buffer = take(buffer, filled);
    filled = 0;
  };
  /** Makes room for so many bytes; false where there can be none. */
  const makeRoom = (size: number): boolean => {
    if (filled + size <= buffer.length) return true;
    if (buffer.length < largestPiece) {
      const larger = Buffer.allocUnsafe(largestPiece);
      buffer.copy(larger, 0, 0, filled);
      buffer = larger;
    } else flush();
    if (filled + size > buffer.length) flush();
    return size <= buffer.length;
  };
  return {
    write: (content) => {
      if (content === '\n' && filled < buffer.length) buffer[filled++] = newline;
      else if (typeof content !== 'string') {
        if (makeRoom(content.length)) {
          buffer.set(content, filled);
          filled += content.length;
        } else takeLong(content);
      } else if (makeRoom(content.length * 3)) filled += buffer.write(content, filled);
      else takeLong(Buffer.from(content));
    },
    rest: () => {
      const left = buffer.subarray(0, filled);
      filled = 0;
      return left;
    },
  };
};

export const createFile = (path: string): FileWriter => {
  const descriptor = openSync(path, 'w');
  let closed = false;
  const writeFully = (bytes: Uint8Array): void => {
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  };
  const { write, rest } = gather({
    take: (buffer, filled) => {
      writeFully(buffer.subarray(0, filled));
      return buffer;
    },
    takeLong: writeFully,
  });
  return {
    write,
    close: () => {
      if (closed) return;
      closed = true;
      try {
        writeFully(rest());
      } finally {
        closeSync(descriptor);
      }
    },
  };
};
