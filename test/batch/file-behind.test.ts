import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileBehind } from '../../src/batch/file-behind.js';

const mebibyte = 1024 * 1024;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'behind-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Pieces of all kinds and lengths, the same ones each time. */
const pieces = (count: number, longest: number): readonly (string | Uint8Array)[] =>
  Array.from({ length: count }, (_, i) => {
    const length = (i * 7919) % longest;
    if (i % 5 === 0) return '\n';
    return i % 2 === 0 ? 'σ²ab'.repeat(length / 4) : new Uint8Array(length).fill(i);
  });

describe('a file that is written behind', () => {
  it.each([
    ['nothing', [], 1],
    ['a word', ['σ²'], 1],
    ['many short pieces', pieces(9000, 5000), 1],
    ['many short pieces, with pauses', pieces(9000, 5000), 64],
    ['pieces longer than what is written at once', pieces(12, 3 * mebibyte), 2],
  ] as const)('holds all that was written, in order: %s', async (name, all, pause) => {
    const path = join(folder, name);
    const file = createFileBehind(path);
    for (const [i, piece] of all.entries()) {
      file.write(piece);
      if (pause > 1 && i % pause === 0) await setImmediate();
    }
    await file.close();
    await file.close();
    expect(readFileSync(path).equals(Buffer.concat(all.map((piece) => Buffer.from(piece as string))))).toBe(true);
  });

  it.skipIf(!existsSync('/dev/full')).each([
    ['at the end', 10],
    ['on its way', mebibyte + 10],
    ['several on their way', 9 * mebibyte],
  ])('tells that the disk is full: %s', async (_, length) => {
    const file = createFileBehind('/dev/full');
    const fill = async (): Promise<void> => {
      for (let written = 0; written < length; written += 1000) file.write('x'.repeat(1000));
      await file.close();
    };
    await expect(fill()).rejects.toThrow('ENOSPC');
    // Where a write failed, closing must not fail for another reason.
    await file.close().catch((error: unknown) => expect(String(error)).toContain('ENOSPC'));
  });
});
