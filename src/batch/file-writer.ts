import { closeSync, openSync, writeSync } from 'node:fs';

/** A new file, written in large pieces. */
export type FileWriter = { readonly write: (content: string | Uint8Array) => void; readonly close: () => void };

const bufferSize = 256 * 1024;

export const createFile = (path: string): FileWriter => {
  const descriptor = openSync(path, 'w');
  const buffer = Buffer.allocUnsafe(bufferSize);
  let filled = 0;
  const writeFully = (bytes: Uint8Array): void => {
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  };
  const flush = (): void => {
    writeFully(buffer.subarray(0, filled));
    filled = 0;
  };
  return {
    write: (content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (filled + bytes.length > bufferSize) flush();
      if (bytes.length > bufferSize) writeFully(bytes);
      else {
        buffer.set(bytes, filled);
        filled += bytes.length;
      }
    },
    close: () => {
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
};
