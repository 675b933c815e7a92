import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlocks, filesInBlock, openReaderSide, openTakerSide } from '../../src/batch/ahead/blocks.js';
import { openReadAhead } from '../../src/batch/ahead/taker.js';
import type { Places } from '../../src/batch/places.js';
import { openReader } from '../../src/batch/read-place.js';
import { buildReader } from './bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'ahead-'));
const module = pathToFileURL(join(folder, 'reader.cjs'));
const root = join(folder, 'class');
const count = 6000;

/** Texts of many lengths; some do not fit into a block, some are empty, some are not there, some are links. */
const contentOf = (i: number): string | undefined => {
  if (i % 701 === 5) return undefined;
  if (i % 501 === 7) return '';
  if (i % 1201 === 9) return `${i} `.repeat(100_000);
  return `${i} `.repeat((i * 37) % 400);
};
/** Short, for whoever reads that something differs. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
const nameOf = (i: number): string => `${i % 3 === 0 ? 'b/ü ' : ''}s${i}.json`;

beforeAll(async () => {
  mkdirSync(join(root, 'b'), { recursive: true });
  for (let i = 0; i < count; i++) {
    const content = contentOf(i);
    if (content !== undefined) writeFileSync(join(root, nameOf(i)), content);
    else if (i % 2 === 0) symlinkSync(join(root, nameOf(0)), join(root, nameOf(i)));
  }
  await buildReader(join(folder, 'reader.cjs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places: Places = { root, paths: Array.from({ length: count }, (_, i) => nameOf(i)), lines: [] };

/** What is read of all places, and of how many of them another thread or a block was in it. */
const readAll = (
  given: Places,
  script: URL,
  pause = 0,
): { readonly texts: readonly string[]; readonly ahead: number } => {
  let ahead = 0;
  const opened = openReadAhead(script, given);
  const counted = opened && {
    ...opened,
    find: (place: number): boolean => {
      const found = opened.find(place);
      if (found) ahead += 1;
      return found;
    },
  };
  const reader = openReader(given, counted);
  const idle = new Int32Array(new SharedArrayBuffer(4));
  const texts = given.paths.map((_, place) => {
    if (pause > 0 && place % 100 === 0) Atomics.wait(idle, 0, 0, pause);
    return reader.readQuickly(place)
      ? digest(reader.bytes().toString('utf8', reader.start(), reader.end()))
      : 'with care';
  });
  reader.close();
  opened?.close();
  return { texts, ahead };
};

/** Longer than the quick way takes, empty, or not there. */
const expected = places.paths.map((_, i) => {
  const content = contentOf(i);
  return content === undefined || content === '' || content.length >= 64 * 1024 ? 'with care' : digest(content);
});

describe('files read ahead', () => {
  it.each([0, 2])('are what they would be without it, in order (pauses of %i ms)', (pause) => {
    const { texts, ahead } = readAll(places, module, pause);
    expect(texts).toEqual(expected);
    expect(ahead).toBeGreaterThan(count * 0.9);
  });

  it('are all read where the thread ends at once', () => {
    writeFileSync(join(folder, 'broken.cjs'), 'throw new Error("no");');
    expect(readAll(places, pathToFileURL(join(folder, 'broken.cjs')), 1).texts).toEqual(expected);
  });

  it('are all read where the thread claims one and gives nothing', () => {
    const file = join(folder, 'stuck.cjs');
    writeFileSync(
      file,
      'const { workerData: { blocks } } = require("node:worker_threads"); Atomics.add(new Int32Array(blocks.control), 0, 1);',
    );
    expect(readAll(places, pathToFileURL(file), 1).texts).toEqual(expected);
  });

  it('are not read by another thread where there are few of them', () => {
    expect(openReadAhead(module, { ...places, paths: places.paths.slice(0, 1000) })).toBeUndefined();
  });

  it('leave out lines of class files', () => {
    const file = join(root, 'class.ndjson');
    writeFileSync(file, 'first\nsecond\n');
    const mixed: Places = {
      root,
      paths: ['class.ndjson', 'class.ndjson', ...places.paths],
      lines: [{ number: 1, start: 0, end: 5 }, { number: 2, start: 6, end: 12 }, ...places.paths.map(() => undefined)],
    };
    expect(readAll(mixed, module, 1).texts).toEqual([digest('first'), digest('second'), ...expected]);
  });
});

describe('blocks', () => {
  it('are claimed by one of the two', () => {
    const shared = createBlocks();
    const [reader, taker] = [openReaderSide(shared), openTakerSide(shared)];
    expect(taker.claimThis(0)).toBe(true);
    expect(reader.claim()).toBe(1);
    expect(taker.claimThis(1)).toBe(false);
    expect(taker.claim()).toBe(2);
  });

  it('are given when they are read, with where each file stands', () => {
    const shared = createBlocks();
    const [reader, taker] = [openReaderSide(shared), openTakerSide(shared)];
    const number = reader.claim();
    const room = reader.room(number);
    room?.bytes.write('abc');
    room?.places.set([0, 1, 1, 3]);
    expect([taker.isGiven(number), taker.wait(number, 1)]).toEqual([false, undefined]);
    reader.give(number);
    const block = taker.wait(number, 1);
    expect(block?.bytes.toString('latin1', block.places[2], block.places[3])).toBe('bc');
    expect(block?.places).toHaveLength(2 * filesInBlock);
  });

  it('have no room when no more is wanted', () => {
    const shared = createBlocks();
    openTakerSide(shared).close();
    expect(openReaderSide(shared).room(0)).toBeUndefined();
  });
});
