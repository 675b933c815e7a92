import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, readSubmission } from '../../src/submission/index.js';

const seed = { seed: 20160817, numRuns: 300 };

const answer = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.integer(),
  fc.array(fc.integer(), { maxLength: 5 }),
  fc.array(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, noInteger: true }), { maxLength: 3 }), {
    maxLength: 3,
  }),
);
const submission = fc.record({
  student: fc.stringMatching(/^[a-z0-9]{1,8}$/),
  attempt: fc.integer({ min: 1, max: 9 }),
  answers: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/), answer, { noNullPrototype: true }),
});

/** A reader that never has the quick way open: an escape is in the text. */
const carefully = (text: string) => readSubmission(text.replace('"answers"', String.raw`"\u0061nswers"`), 'a.json');

/** Numbers may come back as the digits they were written with. */
const numbers = (text: string): string =>
  JSON.stringify(JSON.parse(text), (_, entry: unknown) =>
    typeof entry === 'string' && entry.trim() !== '' && !Number.isNaN(Number(entry)) ? Number(entry) : entry,
  );

describe('reading submissions', () => {
  it('gives back what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(submission, (value) => {
        fc.pre(!Object.hasOwn(value.answers, 'constructor'));
        const reading = readSubmission(JSON.stringify(value), 'a.json');
        expect(reading.kind).toBe('submission');
        if (reading.kind !== 'submission') return;
        const { student, attempt, answers } = reading.submission;
        expect({ student, attempt }).toEqual({ student: value.student, attempt: value.attempt });
        expect(numbers(JSON.stringify(answers))).toBe(numbers(JSON.stringify(value.answers)));
      }),
      seed,
    );
  });

  it('reads the same, quickly and carefully', () => {
    fc.assert(
      fc.property(submission, fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(readSubmission(text, 'a.json')).toEqual(carefully(text));
      }),
      seed,
    );
  });

  it('reads escapes the same, quickly and carefully', () => {
    const piece = fc.constantFrom('\\\\', '\\"', '\\n', '\\f', '\\/', '\\u00e9', 'rac', ':', '{', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = `{"answers": {"mean": "${pieces.join('')}", "other": "\\\\frac"}}`;
        const carefullyRead = readSubmission(text.replace('"other"', String.raw`"\u006fther"`), 'a.json');
        expect(readSubmission(text, 'a.json')).toEqual(carefullyRead);
      }),
      seed,
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const reading = readSubmission(bytes, 'a.json');
        if (reading.kind === 'unreadable')
          for (const { message, fix } of reading.problems) expect(`${message}${fix}`).not.toMatch(/undefined|\[object/);
      }),
      seed,
    );
  });

  it('accepts no mutation of a good file that JSON.parse refuses, and says where', () => {
    const good = JSON.stringify({
      student: 's1',
      answers: { mean: '(a+b)/2', assignments: [2, 1], 'log-likelihood': -24.5 },
    });
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(3), fc.string({ maxLength: 3 }), (at, drop, put) => {
        const text = good.slice(0, at) + put + good.slice(at + drop);
        const reading = readSubmission(text, 'a.json');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (!isJson) expect(reading.kind).toBe('unreadable');
        if (reading.kind === 'unreadable') expect(reading.problems[0].line).toBeGreaterThan(0);
      }),
      { ...seed, numRuns: 2000 },
    );
  });
});

describe('a class file', () => {
  it('is read line by line; a bad line does not stop the others, and places are those of the file', () => {
    const text =
      '{"student":"a","answers":{"mean":1}}\n\n{"student":"b","answers":{"mean":}}\r\n{"student":"c","answers":{"mean":1e-400}}\n';
    const lines = [...readLines(new TextEncoder().encode(text), 'class.ndjson')];
    expect(lines.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 submission', '3 unreadable', '4 submission']);
    const [first, second, third] = lines;
    expect(first?.kind === 'submission' && first.submission.file).toBe('class.ndjson:1');
    expect(second?.kind === 'unreadable' && second.problems[0]).toMatchObject({
      file: 'class.ndjson:3',
      line: 3,
      column: 34,
    });
    expect(third?.kind === 'submission' && third.submission.warnings[0]).toMatchObject({
      file: 'class.ndjson:4',
      line: 4,
    });
  });

  it('says of what goes on in the next line that it must not', () => {
    const lines = [...readLines(new TextEncoder().encode('{"answers":\n{"mean":"x\n[]\n'), 'class.ndjson')];
    const said = lines.map((line) => (line.kind === 'unreadable' ? line.problems[0] : undefined));
    expect(said).toMatchObject([
      { message: expect.stringMatching(/^The line ends too early/), fix: expect.stringContaining('in one line') },
      { message: expect.stringMatching(/^The line ends inside/), fix: expect.stringContaining('in one line') },
      { message: expect.stringMatching(/^The line holds a list/) },
    ]);
  });

  it('may have the line ends of old Macs', () => {
    const lines = [...readLines(new TextEncoder().encode('{"answers":{}}\r\r{"answers":{}}'), 'class.ndjson')];
    expect(lines.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 submission', '3 submission']);
  });

  it('confines bad bytes to their line', () => {
    const good = new TextEncoder().encode('{"answers":{}}\n');
    const lines = [...readLines(new Uint8Array([...good, 0xff, 10, ...good]), 'class.ndjson')];
    expect(lines.map(({ kind }) => kind)).toEqual(['submission', 'unreadable', 'submission']);
  });
});
