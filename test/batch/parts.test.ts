import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, studentOfPath } from '../../src/batch/identity.js';
import { openJournal, openRecords } from '../../src/batch/journal.js';
import { createTableBuilder, lookUp } from '../../src/batch/key-table.js';
import { pageName } from '../../src/batch/page-name.js';
import { createProgress } from '../../src/batch/progress.js';
import { createRecordWriter, isWhole, keyOf, partsOf } from '../../src/batch/record.js';
import { isInShard, readShard } from '../../src/batch/shard.js';
import { inFolder } from './class.js';

const submission = (student?: string) => ({
  file: 'f',
  attempt: 1,
  answers: {},
  warnings: [],
  ...(student !== undefined && { student }),
});

describe('who handed in', () => {
  it.each([
    ['s17.json', 's17'],
    ['class/s17.json', 's17'],
    ['s17/answers.json', 's17'],
    ['s17/Submission-2.json', 's17'],
    ['answers.json', 'answers'],
    ['a.b.json', 'a.b'],
  ])('%s seems to be from %s', (path, student) => expect(studentOfPath(path)).toBe(student));

  it.each([
    ['s17', 's17', false],
    ['s17', 's17-attempt-2', false],
    ['s17', 's177', true],
    ['s17', 'other', true],
  ])('%s in a file called %s: said aloud is %s', (stated, name, said) => {
    const { student, note } = identify(submission(stated), name);
    expect([student, note !== undefined]).toEqual(['s17', said]);
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

const recordOf = (key: string, problemHash: string, rest: string, report: string): Buffer => {
  const writer = createRecordWriter();
  writer.add(key, problemHash, {
    rowHead: '["é",',
    rowRest: Buffer.from(rest),
    reportHead: '{',
    reportRest: Buffer.from(report),
  });
  return Buffer.from(writer.bytes());
};

describe('a record', () => {
  const recordKey = '0123456789abcdef'.repeat(2);
  const record = recordOf(recordKey, 'f'.repeat(16), '1]', '"a":"ß"}');

  it('is a line of JSON whose parts are found without parsing', () => {
    expect(JSON.parse(record.toString())).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}$/),
      recordKey,
      'f'.repeat(16),
      '00000008',
      '00000006',
      ['é', 1],
      { a: 'ß' },
    ]);
    const { row, headLength, report } = partsOf(record);
    expect([keyOf(record), row.toString(), headLength, report.toString()]).toEqual([
      recordKey,
      '["é",1]',
      6,
      '{"a":"ß"}',
    ]);
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
      const first = openJournal(path, true);
      for (let i = 0; i < 50; i++) first.append(recordOf(key(i + 1), 'p'.repeat(16), `${i}]`, '}'));
      first.close();
      appendFileSync(path, '["00000000","half');
      const second = openJournal(path, true);
      const records = openRecords(path);
      for (let i = 49; i >= 0; i--) {
        const place = lookUp(second.table, key(i + 1));
        expect(place && partsOf(records.read(place)).row.toString()).toBe(`["é",${i}]`);
      }
      second.append(recordOf(key(99), 'p'.repeat(16), '99]', '}'));
      second.close();
      records.close();
      expect(
        readFileSync(path, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown[]),
      ).toHaveLength(51);
    }));
});

describe('the table of keys', () => {
  it('finds every key it was given, with its last place, and no other', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 4, maxLength: 4 })
      .map((words) => words.map((word) => word.toString(16).padStart(8, '0')).join(''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(digits, fc.integer({ min: 0, max: 2 ** 45 }), fc.integer({ min: 1, max: 2 ** 31 })), {
          maxLength: 2000,
        }),
        digits,
        (entries, other) => {
          const builder = createTableBuilder();
          for (const [each, offset, length] of entries) builder.set(each, { offset, length });
          const table = builder.table();
          const last = new Map(entries.map(([each, offset, length]) => [each, { offset, length }]));
          for (const [each, place] of last) expect(lookUp(table, each)).toEqual(place);
          if (!entries.some(([each]) => each === other)) expect(lookUp(table, other)).toBeUndefined();
        },
      ),
      { seed: 2, numRuns: 20 },
    );
  });
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

const watch = (isTerminal: boolean) => {
  const said: string[] = [];
  let time = 0;
  const progress = createProgress({
    write: (text) => void said.push(text),
    isTerminal,
    width: 60,
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

  it('says nothing of a run that is over at once', () => {
    const said: string[] = [];
    const progress = createProgress({
      write: (text) => void said.push(text),
      isTerminal: false,
      width: 60,
      unicode: true,
      now: () => 0,
    });
    for (let done = 1; done <= 7; done++) progress.step(done, 7, 'Grading');
    progress.end();
    expect(said).toEqual([]);
  });
});
