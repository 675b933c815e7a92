import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreement } from '../../src/batch/identity.js';
import { createPathNames } from '../../src/batch/path-names.js';
import { createBodyTable } from '../../src/batch/body-table.js';
import { openJournal } from '../../src/batch/journal.js';
import { createKeyTable } from '../../src/batch/key-table.js';
import { identityOf, openKnown } from '../../src/batch/known.js';
import { pageName } from '../../src/batch/page-name.js';
import { createProgress } from '../../src/batch/progress.js';
import { addEntry, createEntries } from '../../src/batch/entries.js';
import { judgeAttempts } from '../../src/batch/same-student.js';
import { bytesOf } from '../../src/batch/byte-text.js';
import { createRecordWriter, isWhole, keyOf, partsOf, type RecordPlace } from '../../src/batch/record.js';
import { isInShard, readShard } from '../../src/batch/shard.js';
import { inFolder } from './class.js';

/** By path, the students that files seem to be from when they lie together. */
const studentsOf = (paths: readonly string[]): { readonly [path: string]: string } => {
  const names = createPathNames(paths);
  return Object.fromEntries(paths.map((path) => [path, names(path).student]));
};

describe('who handed in', () => {
  it.each([
    ['s17.json', 's17'],
    ['class/s17.json', 's17'],
    ['s17/answers.json', 's17'],
    ['s17/Submission-2.json', 's17'],
    ['s17/hw1.json', 's17'],
    ['s17/attempt-2/answers.json', 's17'],
    ['attempt-2/s17.json', 's17'],
    ['hw1/s17/my-answers.json', 's17'],
    ['answers.json', 'answers'],
    ['attempt-1/answers.json', 'attempt-1'],
    ['a.b.json', 'a.b'],
    ['v.json', 'v'],
    ['ann lee .json', 'ann lee'],
    ['Jose\u0301.json', 'José'],
  ])('%s alone seems to be from %s', (path, student) => expect(studentsOf([path])).toEqual({ [path]: student }));

  it.each<[why: string, students: { readonly [path: string]: string }]>([
    [
      'folders side by side with files of one name are students',
      { 'alice/em.json': 'alice', 'bob/em.json': 'bob', 'carol/em.json': 'carol' },
    ],
    [
      'also where some files have names of their own',
      { 'alice/em.json': 'alice', 'bob/EM.json': 'bob', 'cy/x.json': 'cy' },
    ],
    [
      'also where each has handed in two',
      {
        'a/one.json': 'a',
        'a/two.json': 'a',
        'b/one.json': 'b',
        'b/two.json': 'b',
        'c/one.json': 'c',
      },
    ],
    [
      'also further down',
      {
        'x/alice/em/work.json': 'alice',
        'x/bob/em/work.json': 'bob',
        'y/dan/em/work.json': 'dan',
        'y/eve/em/work.json': 'eve',
      },
    ],
    [
      'folders of many students are none',
      { 'monday/ann.json': 'ann', 'monday/ben.json': 'ben', 'friday/ann.json': 'ann', 'friday/cy.json': 'cy' },
    ],
    [
      'folders for attempts are none',
      { 'attempt-1/ann.json': 'ann', 'attempt-2/ann.json': 'ann', 'attempt-3/ann.json': 'ann' },
    ],
    ['attempts may lie in the folder of a student', { 'ann/try/em.json': 'ann', 'ben/attempt-1/em.json': 'ben' }],
  ])('%s', (_, students) => {
    expect(studentsOf(Object.keys(students))).toEqual(students);
    expect(studentsOf(Object.keys(students).toReversed())).toEqual(students);
  });

  it.each([
    ['s17', 's17', false],
    ['s17', 's17-attempt-2', false],
    ['s17', 's177', true],
    ['s17', 'other', true],
    ['José', 'Jose\u0301', false],
  ])('%s in a file called %s: said aloud is %s', (stated, name, said) => {
    const path = `class/${name}.json`;
    expect(disagreement(stated, path, createPathNames([path])) !== undefined).toBe(said);
  });
});

describe('more submissions than anybody hands in', () => {
  it('are nobody’s, and are listed once', () => {
    const entries = createEntries(false);
    const paths = Array.from({ length: 10_001 }, (_, i) => `s1-${i}.json`);
    for (const place of paths.keys()) addEntry(entries, 's1', place, (place % 10_000) + 1, 0, undefined);
    const places = { root: '', paths, lines: [] };
    const { attempts, refused, note } = judgeAttempts([...paths.keys()], entries, places, createPathNames(paths), 'p');
    expect([attempts, note]).toEqual([[], undefined]);
    expect(refused).toEqual([
      {
        file: 's1-0.json',
        kind: 'unreadable',
        reason: '10,001 files are from s1 for p, and 10,000 at most are taken. Check what made them.',
        student: 's1',
      },
    ]);
  });
});

describe('the name of a page', () => {
  it.each([
    ['s17', 's17'],
    ['ann.lee', 'ann.lee'],
    ['Ann', /^ann-[0-9a-f]{12}$/],
    ['ann', 'ann'],
    ['José Ñandú', /^jose-nandu-[0-9a-f]{12}$/],
    ['../../etc/passwd', /^etc-passwd-[0-9a-f]{12}$/],
    ['con', /^con-/],
    ['学生', /^student-/],
    ['', /^student-/],
    ['.hidden', /^hidden-/],
  ])('of %j is %s', (student, name) =>
    expect(pageName(student)).toMatch(name instanceof RegExp ? name : new RegExp(`^${name.replaceAll('.', '\\.')}$`)),
  );

  it('is safe on every disk and different for different students, also without capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        for (const name of [pageName(a), pageName(b)]) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,79}$/);
        if (a !== b) expect(pageName(a)).not.toBe(pageName(b));
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(new Set(['ann', 'Ann', 'ANN', 'aNn'].map(pageName)).size).toBe(4);
  });
});

const recordOf = (key: string, rest: string, report: string): Buffer => {
  const writer = createRecordWriter();
  writer.add(key, { rowRest: bytesOf(rest), reportRest: bytesOf(report) });
  return Buffer.from(writer.bytes());
};

describe('a record', () => {
  const recordKey = '0123456789abcdef'.repeat(2);
  const record = recordOf(recordKey, '"é",1]', '"a":"ß"}');

  it('is a line of JSON whose parts are found without parsing', () => {
    expect(JSON.parse(record.toString())).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}$/),
      recordKey,
      '00000007',
      ['é', 1],
      { a: 'ß' },
    ]);
    const { rowRest, reportRest } = partsOf(record);
    expect([keyOf(record), rowRest.toString(), reportRest.toString()]).toEqual([recordKey, '"é",1]', '"a":"ß"}']);
  });

  it('is whole as it was written, and with any byte changed it is not', () => {
    expect(isWhole(record)).toBe(true);
    for (let i = 2; i < record.length; i++) {
      const damaged = Buffer.from(record);
      damaged[i] = (damaged[i] ?? 0) ^ 1;
      if (i !== 10) expect(isWhole(damaged), `byte ${i}`).toBe(false);
    }
  });
});

const key = (i: number): string => i.toString(16).padStart(8, '0').repeat(4);

describe('the journal', () => {
  it('gives back what was written, and forgets a line that was cut off', () =>
    inFolder((folder) => {
      const path = join(folder, 'journal.ndjson');
      const first = openJournal(path, true, () => undefined);
      for (let i = 0; i < 50; i++) first.append(recordOf(key(i + 1), `${i}]`, '}'));
      first.close();
      appendFileSync(path, '["00000000","half');
      const found = new Map<string, RecordPlace>();
      const second = openJournal(path, true, (each, place) => void found.set(each, place));
      for (let i = 49; i >= 0; i--) {
        const place = found.get(key(i + 1));
        expect(place && partsOf(second.read(place)).rowRest.toString()).toBe(`${i}]`);
      }
      second.append(recordOf(key(99), '99]', '}'));
      second.close();
      expect(
        readFileSync(path, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown[]),
      ).toHaveLength(51);
    }));
});

describe('the table of keys', () => {
  it('finds every key it was given, with its last number, and no other', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 4, maxLength: 4 })
      .map((words) => words.map((word) => word.toString(16).padStart(8, '0')).join(''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(digits, fc.integer({ min: 0, max: 2 ** 31 })), { maxLength: 2000 }),
        digits,
        (entries, other) => {
          const table = createKeyTable();
          for (const [each, value] of entries) table.set(each, value);
          for (const [each, value] of new Map(entries)) expect(table.get(each)).toBe(value);
          if (!entries.some(([each]) => each === other)) expect(table.get(other)).toBeUndefined();
        },
      ),
      { seed: 2, numRuns: 20 },
    );
  });
});

const large = (i: number): Buffer => Buffer.alloc(500_000, `${i} `);

describe('the table of bodies', () => {
  it('finds every piece of bytes that was added, wherever it stands, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 200 }), (pieces) => {
        const table = createBodyTable();
        const numbers = new Map<string, number>();
        pieces.forEach((piece, i) => {
          const bytes = Buffer.concat([Buffer.alloc(i % 5, 7), piece, Buffer.from('tail')]);
          const [start, end] = [i % 5, (i % 5) + piece.length];
          const name = Buffer.from(piece).toString('hex');
          const found = table.find(bytes, start, end);
          expect(found).toBe(numbers.get(name) ?? -1);
          if (found < 0) numbers.set(name, table.add(bytes, start, end));
        });
        expect([...numbers.values()]).toEqual([...numbers.keys()].map((_, i) => i));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('holds no more than fits: it begins anew, and finds what comes after', () => {
    const table = createBodyTable();
    const numbers = Array.from({ length: 40 }, (_, i) => table.add(large(i), 0, 500_000));
    expect(numbers.slice(0, 3)).toEqual([0, 1, 2]);
    expect(numbers.lastIndexOf(0)).toBeGreaterThan(0);
    expect(table.find(large(0), 0, 500_000)).toBe(-1);
    expect(table.find(large(39), 0, 500_000)).toBe(numbers[39]);
    expect(table.add(Buffer.alloc(2_000_000), 0, 2_000_000)).toBe(-1);
  });
});

describe('what an earlier run has graded', () => {
  it('is known again, also when the end of the file was cut off', () =>
    inFolder((folder) => {
      const path = join(folder, 'known');
      const first = openKnown(path);
      const [a, b, c] = [identityOf('a.json', 'a', 1), identityOf('a.json', 'b', 1), identityOf('a.json', 'a', 2)];
      expect(new Set([a, b, c]).size).toBe(3);
      first.add(a);
      first.add(b);
      first.flush();
      first.close();
      appendFileSync(path, 'half');
      const second = openKnown(path);
      second.add(c);
      second.flush();
      second.close();
      const third = openKnown(path);
      expect([a, b, c, identityOf('b.json', 'a', 1)].map(third.has)).toEqual([true, true, true, false]);
      third.close();
    }));
});

describe('a shard', () => {
  it.each([
    ['1/1', true],
    ['2/5', true],
    ['0/5', false],
    ['6/5', false],
    ['a/b', false],
    ['1', false],
    ['1/0', false],
  ])('%s is one: %s', (text, good) => expect(readShard(text) !== undefined).toBe(good));

  it('of several has every student exactly once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (student, count) => {
        const holding = Array.from({ length: count }, (_, i) => isInShard({ index: i + 1, count }, student)).filter(
          Boolean,
        );
        expect(holding).toHaveLength(1);
      }),
      { seed: 3 },
    );
  });
});

const watch = (isTerminal: boolean, width = 60) => {
  const said: string[] = [];
  let time = 0;
  const progress = createProgress({
    write: (text) => void said.push(text),
    isTerminal,
    width: () => width,
    unicode: true,
    now: () => time,
  });
  for (let done = 0; done <= 1000; done += 10) {
    time += 100;
    progress.step(done, 1000, 'Grading');
  }
  progress.end();
  return said;
};

describe('progress', () => {
  it('is a bar with rate and time left on a terminal, and is wiped away at the end', () => {
    const said = watch(true);
    expect(said[50]).toContain('Grading 500 of 1,000, 100 a second, 5 s left');
    expect(said[50]).toMatch(/█+░+/);
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('is a few plain lines elsewhere', () => {
    const said = watch(false);
    expect(said.length).toBeLessThanOrEqual(6);
    for (const line of said) expect(line).toMatch(/^Grading [\d,]+ of 1,000, \d+ a second(?:, \d+ s left)?\n$/);
  });

  it.each([
    [46, 'Grading 500 of 1,000, 100 a second, 5 s left'],
    [40, 'Grading 500 of 1,000, 5 s left'],
    [22, 'Grading 500 of 1,000'],
  ])('keeps to %i columns of a terminal', (width, text) => {
    const said = watch(true, width).map((line) => line.replace('\r\u001b[K', ''));
    expect(said[50]).toContain(text);
    for (const line of said) expect(line.length).toBeLessThan(width);
  });

  it('says nothing of a run that is over at once', () => {
    const said: string[] = [];
    const progress = createProgress({
      write: (text) => void said.push(text),
      isTerminal: false,
      width: () => 60,
      unicode: true,
      now: () => 0,
    });
    for (let done = 1; done <= 7; done++) progress.step(done, 7, 'Grading');
    progress.end();
    expect(said).toEqual([]);
  });
});
