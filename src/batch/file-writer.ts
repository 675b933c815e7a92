import { closeSync, openSync, writeSync } from 'node:fs';

/** A new file, written in large pieces. */
export type FileWriter = {
  readonly write: (content: string | Uint8Array) => void;
  /** Writes what is left; nothing the second time. */
  readonly close: () => void;
};

/** Large enough that the system sets aside what a large file needs in few steps. */
const largest = 1024 * 1024;
const smallest = 64 * 1024;
const newline = 10;

export const createFile = (path: string): FileWriter => {
  const descriptor = openSync(path, 'w');
  let buffer = Buffer.allocUnsafe(smallest);
  let filled = 0;
  let closed = false;
  const writeFully = (bytes: Uint8Array): void => {
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  };
  const flush = (): void => {
    writeFully(buffer.subarray(0, filled));
    filled = 0;
  };
  /** Makes room for so many bytes; false where there can be none. */
  const makeRoom = (size: number): boolean => {
    if (filled + size <= buffer.length) return true;
    if (buffer.length < largest) {
      const larger = Buffer.allocUnsafe(largest);
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
        } else writeFully(content);
      } else if (makeRoom(content.length * 3)) filled += buffer.write(content, filled);
      else writeFully(Buffer.from(content));
    },
    close: () => {
      if (closed) return;
      closed = true;
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
};
