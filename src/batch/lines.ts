import { closeSync, openSync, readSync } from 'node:fs';

const chunkSize = 4 * 1024 * 1024;

/**
 * The whole lines of a file, each with its line end, and where it stands. A line is good until the next one is taken. Something
 * without a line end at the end of the file is left out.
 */
export function* scanLines(descriptor: number): Generator<{ readonly line: Buffer; readonly offset: number }> {
  let chunk = Buffer.allocUnsafe(chunkSize);
  let kept = 0;
  let offset = 0;
  for (;;) {
    const read = readSync(descriptor, chunk, kept, chunk.length - kept, offset + kept);
    const filled = chunk.subarray(0, kept + read);
    let start = 0;
    for (let end = filled.indexOf(10); end >= 0; end = filled.indexOf(10, start)) {
      yield { line: filled.subarray(start, end + 1), offset: offset + start };
      start = end + 1;
    }
    if (read === 0) return;
    kept = filled.length - start;
    offset += start;
    if (start === 0 && filled.length === chunk.length) {
      const larger = Buffer.allocUnsafe(chunk.length * 2);
      chunk.copy(larger);
      chunk = larger;
    } else chunk.copyWithin(0, start, filled.length);
  }
}

/** The lines of a file; each is good until the next one is taken. */
export function* readLinesOf(path: string): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  try {
    for (const { line } of scanLines(descriptor)) yield line;
  } finally {
    closeSync(descriptor);
  }
}
