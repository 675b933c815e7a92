import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFile, type SplitFile } from '../../src/batch/split-file.js';
import { readSubmission } from '../../src/submission/index.js';
import type { Submission } from '../../src/types.js';

const split = (text: string | Uint8Array): SplitFile | undefined => {
  const bytes = Buffer.concat([Buffer.from('before'), Buffer.from(text), Buffer.from('"behind"}}')]);
  const found = splitFile(bytes, 6, bytes.length - 10);
  return found && { ...found, answersAt: found.answersAt - 6 };
};

const answers = '{"mean": "x_1", "log-likelihood": -24.5}';

describe('an answers file', () => {
  it.each<readonly [string, Partial<SplitFile>]>([
    [`{"answers":${answers}}`, { attempt: 1, answersAt: 11 }],
    [
      ` {"problem":"p-1","student":"s17","attempt":12,"submittedAt":"2016-08-16T20:00:00Z","answers":${answers}}\n`,
      { problem: 'p-1', student: 's17', attempt: 12, submittedAt: '2016-08-16T20:00:00Z' },
    ],
    [`{\r\n\t"student" : "José" ,\n "answers"\n: ${answers}\n}\n`, { student: 'José' }],
    [`{"submittedAt":"2016-08-16 20:00+02:00","answers":{}}`, { submittedAt: '2016-08-16 20:00+02:00' }],
  ])('%j is split', (text, found) => expect(split(text)).toMatchObject(found));

  it.each([
    ['with a mark before it', `\ufeff{"answers":${answers}}`],
    ['with an escape', `{"student":"s\\u0031","answers":${answers}}`],
    ['with a field of its own', `{"x":1,"answers":${answers}}`],
    ['with a field twice', `{"student":"a","student":"a","answers":${answers}}`],
    ['with an attempt twice', `{"attempt":1,"attempt":1,"answers":${answers}}`],
    ['with a field after the answers', `{"answers":${answers},"student":"a"}`],
    ['with an attempt that is none', `{"attempt":0,"answers":${answers}}`],
    ['with an attempt begun by zero', `{"attempt":01,"answers":${answers}}`],
    ['with a fraction of an attempt', `{"attempt":1.5,"answers":${answers}}`],
    ['with more attempts than anyone has', `{"attempt":10001,"answers":${answers}}`],
    ['with a time that is none', `{"submittedAt":"2016-02-30T20:00:00Z","answers":${answers}}`],
    ['with an empty student', `{"student":"","answers":${answers}}`],
    ['with blanks around the student', `{"student":" a","answers":${answers}}`],
    ['with a hidden character', `{"student":"a\u200b","answers":${answers}}`],
    ['with a path for a problem', `{"problem":"../p","answers":${answers}}`],
    ['with a number for a student', `{"student":1,"answers":${answers}}`],
    ['without answers', '{"student":"a"}'],
    ['with a list of answers', '{"answers":[1]}'],
    ['cut off', `{"student":"a","answers":${answers}`],
    ['cut off early', '{"student":"a'],
    ['that is empty', ''],
  ])('%s is left to the strict reader', (_, text) => expect(split(text)).toBeUndefined());

  it('in another encoding is left to the strict reader', () => {
    expect(split(Buffer.from(`{"student":"José","answers":${answers}}`, 'latin1'))).toBeUndefined();
    expect(split(Buffer.from(`{"answers":${answers}}`, 'utf16le'))).toBeUndefined();
  });
});

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('s17', 'em-two-gaussians', '2016-08-16T20:00:00Z', '2016-08-17', 'é', '') },
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const scalar = fc.oneof(fc.integer({ min: -2, max: 20_000 }), fc.double(), fc.boolean(), fc.constant(null));
const value = fc.oneof({ weight: 4, arbitrary: text }, scalar, fc.array(scalar, { maxLength: 2 }));
const answer = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>('x_1', 2, -24.5, [1, 2], 'a"b', '\\frac', '}}', 'é') },
  { weight: 1, arbitrary: value },
);
const question = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('mean', 'answers', 'attempt') }, text);
const object = fc.dictionary(question, answer, { maxKeys: 3 });
const oddField = fc.oneof(
  fc.tuple(fc.constantFrom('problem', 'student', 'submittedAt', 'attempt'), value),
  fc.tuple(text, value),
);
const usual: readonly (readonly [string, unknown])[] = [
  ['problem', 'em-two-gaussians'],
  ['student', 's17'],
  ['student', 'Zoë Ångström'],
  ['attempt', 2],
  ['submittedAt', '2016-08-16T20:00:00Z'],
  ['submittedAt', '2016-08-16T20:00:00.5+02:00'],
];
const fields = fc.uniqueArray(
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: oddField }),
  { maxLength: 4, selector: ([name]) => name },
);
const blank = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('', ' ', '\n', '\t', '\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\u00a0', '\f', '\0') },
);

/** Files that are nearly right: fields in any order, answers mostly at their end, blanks between, at times a piece replaced. */
const file = fc
  .record({
    fields,
    twice: fc.boolean(),
    answers: fc.oneof({ weight: 12, arbitrary: object }, value),
    last: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, oddField),
    blanks: fc.array(blank, { minLength: 6, maxLength: 6 }),
    mend: fc.option(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('"', '}', ',', '\\', '{', '0', '\0')), {
      freq: 4,
    }),
  })
  .map(({ fields: first, twice, answers: given, last, blanks, mend }) => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = blanks;
    const all: readonly (readonly [string, unknown])[] = [
      ...first,
      ...(twice && mend === null && first.length === 4 ? first.slice(0, 1) : []),
      ['answers', given],
      ...(last ? [last] : []),
    ];
    const written = all.map(([name, each]) => `${b}${JSON.stringify(name)}${c}:${d}${JSON.stringify(each)}`);
    const whole = `${a}{${written.join(`${e},`)}${f}}${a}`;
    if (mend === null) return whole;
    const at = mend[0] % (whole.length + 1);
    return whole.slice(0, at) + mend[2] + whole.slice(at + mend[1]);
  });

const namesOf = ({ problem, student, attempt, submittedAt }: Submission | SplitFile) => ({
  problem,
  student,
  attempt,
  submittedAt,
});

/** Reads a file that was split, and the same answers under other names. */
const readNames = (found: SplitFile, content: string): void => {
  const strict = readSubmission(Buffer.from(content), 'f');
  if (strict.kind !== 'submission' || strict.submission.warnings.length > 0) return;
  expect(namesOf(strict.submission)).toEqual(namesOf(found));
  // Another head before the same answers is read as that head says, with the same answers.
  const body = Buffer.from(content).subarray(found.answersAt).toString();
  for (const head of ['{"answers":', '{ "attempt" : 3 , "student":"z",\n"problem":"q","answers": ']) {
    const other = head + body;
    const split2 = split(other);
    expect(split2, other).toBeDefined();
    const again = readSubmission(Buffer.from(other), 'f');
    expect(again, other).toMatchObject({ kind: 'submission', submission: { warnings: [] } });
    if (again.kind !== 'submission' || split2 === undefined) continue;
    expect(namesOf(again.submission)).toEqual(namesOf(split2));
    expect(again.submission.answers).toEqual(strict.submission.answers);
  }
};

describe('the strict reader', () => {
  it('agrees with what was split, and reads the same answers under any names', () => {
    let seen = 0;
    fc.assert(
      fc.property(file, (content) => {
        const found = split(content);
        if (found === undefined) return;
        seen++;
        readNames(found, content);
      }),
      { seed: 11, numRuns: 6000 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('reads everything that is split and whose answers it can read, or says why it cannot, under any names', () => {
    fc.assert(
      fc.property(file, (content) => {
        const found = split(content);
        if (found === undefined) return;
        const body = Buffer.from(content).subarray(found.answersAt).toString();
        const kinds = [content, `{"answers":${body}`, `{"student":"a","attempt":2,"answers":${body}`].map((each) => {
          const reading = readSubmission(Buffer.from(each), 'f');
          return reading.kind === 'submission' ? `read ${reading.submission.warnings.length}` : 'unreadable';
        });
        expect(new Set(kinds).size, kinds.join()).toBe(1);
      }),
      { seed: 12, numRuns: 3000 },
    );
  });
});
