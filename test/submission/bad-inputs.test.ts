import { describe, expect, it } from 'vitest';
import { readSubmission } from '../../src/submission/index.js';
import type { InputProblem } from '../../src/types.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

const problemsOf = (content: Uint8Array | string): readonly InputProblem[] => {
  const reading = readSubmission(content, 'a.json');
  return reading.kind === 'unreadable' ? reading.problems : [];
};

const inAnswers = (json: string): string => `{ "answers": { "mean": ${json} } }`;

/** What was handed in, where the first problem is, its code, and words that the message and its mend must hold. */
const refused: readonly (readonly [
  name: string,
  content: Uint8Array | string,
  place: string,
  code: string,
  words: RegExp,
])[] = [
  ['an empty file', '', '1:1', 'empty', /empty/],
  ['a file of blanks', ' \n\t\n', '1:1', 'empty', /empty/],
  ['a file that ends too early', '{ "answers": {\n  "mean": 1', '2:12', 'truncated', /ends too early/],
  ['a file that ends inside a text', '{ "answers": { "mean": "x_1', '1:24', 'truncated', /ends inside the text/],
  ['two documents', '{"answers":{}}\n{"answers":{}}', '2:1', 'two-documents', /second/],
  ['something after the end', '{"answers":{}} x', '1:16', 'json', /after the last bracket/],
  ['a remark', '{\n // mine\n "answers": {} }', '2:2', 'json', /JSON has none/],
  ['a trailing comma', '{ "answers": {},\n}', '1:16', 'trailing-comma', /last entry has none/],
  ['a trailing comma in a list', inAnswers('[2, 2,]'), '1:29', 'trailing-comma', /Delete the comma/],
  ['two commas', '{"answers":{"mean":1,,"variance":2}}', '1:22', 'json', /Take one of them out/],
  ['two commas in a list', inAnswers('[2,, 2]'), '1:27', 'json', /Two commas/],
  ['a comma before the first entry', inAnswers('[, 2]'), '1:25', 'json', /before the first entry/],
  ['bytes that are no text', Uint8Array.of(0, 1, 2), '1:1', 'json', /U\+0000/],
  ['UTF-16 with its mark', bytes('\ufeff{"answers":{}}', 'utf16le'), '1:1', 'encoding', /UTF-16.*UTF-8/s],
  ['UTF-16 without a mark', bytes('{"answers":{}}', 'utf16le'), '1:1', 'encoding', /UTF-16/],
  ['UTF-16 the other way round', bytes('{"answers":{}}', 'utf16le').toReversed(), '1:1', 'encoding', /UTF-16/],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), '1:1', 'encoding', /UTF-32/],
  ['a byte of Latin-1', bytes('{\n"answers":{"mean":"é"}}', 'latin1'), '2:20', 'encoding', /byte E9/],
  ['an overlong byte sequence', Uint8Array.of(0x22, 0xc0, 0x80, 0x22), '1:2', 'encoding', /byte C0/],
  ['a surrogate in UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), '1:2', 'encoding', /byte ED/],
  ['a key twice', inAnswers('1, "mean": 2'), '1:27', 'duplicate-key', /“mean” stands twice/],
  ['a field twice', '{"answers":{},"attempt":1,"attempt":2}', '1:27', 'duplicate-key', /stands twice/],
  ['a key twice, once escaped', '{"answers":{"mean":1,"m\\u0065an":2}}', '1:22', 'duplicate-key', /stands twice/],
  ['the key __proto__', '{"answers":{"__proto__":[1]}}', '1:13', 'reserved-key', /__proto__/],
  ['the key constructor', '{"constructor":1,"answers":{}}', '1:2', 'reserved-key', /constructor/],
  ['NaN', inAnswers('NaN'), '1:24', 'json', /Write "nan"/],
  ['Infinity', inAnswers('[1, -Infinity]'), '1:28', 'json', /Write "-inf"/],
  ['None of Python', inAnswers('None'), '1:24', 'json', /Python/],
  ['a decimal comma', inAnswers('-24,5'), '1:28', 'json', /write a point/],
  ['a fraction without quotes', inAnswers('1/3'), '1:25', 'json', /double quotes/],
  ['a formula without quotes', inAnswers('x_1 + x_2'), '1:24', 'json', /"x_1"/],
  ['a leading plus', inAnswers('+5'), '1:24', 'json', /Write 5/],
  ['a number that begins with a point', inAnswers('.5'), '1:24', 'json', /Write 0.5/],
  ['a number that ends with a point', inAnswers('5.'), '1:24', 'json', /Write 5.0/],
  ['a leading zero', inAnswers('007'), '1:24', 'json', /Write 7/],
  ['a hexadecimal number', inAnswers('0x10'), '1:24', 'json', /without quotes/],
  ['a missing value', inAnswers(''), '1:25', 'json', /Write ""/],
  ['a missing comma', '{"answers":{"mean":1 "variance":2}}', '1:22', 'json', /comma is missing/],
  ['a key without quotes', '{answers:{}}', '1:2', 'json', /double quotes/],
  ['single quotes', "{'answers':{}}", '1:2', 'json', /plain double quote/],
  ['typographic quotes', '{“answers”:{}}', '1:2', 'json', /plain double quote/],
  ['a line break in a text', inAnswers('"x\n"'), '1:24', 'json', /does not end in its line/],
  ['a raw control character', inAnswers('"x\u0000"'), '1:26', 'json', /U\+0000/],
  ['LaTeX with one backslash', inAnswers(String.raw`"\pi_k"`), '1:25', 'latex-escape', /\\\\pi/],
  [
    'LaTeX that JSON would read as a form feed',
    inAnswers(String.raw`"1 + \frac{1}{2}"`),
    '1:29',
    'latex-escape',
    /\\\\frac/,
  ],
  ['LaTeX that JSON would read as a tab', inAnswers(String.raw`"2 \times 3"`), '1:27', 'latex-escape', /\\\\times/],
  ['null', 'null', '1:1', 'shape', /null/],
  ['a list', '[1, 2]', '1:1', 'shape', /a list/],
  ['a text', '"mean"', '1:1', 'shape', /the text “mean”/],
  ['no answers', '{ "student": "s1" }', '1:1', 'no-answers', /no field "answers"/],
  ['answers misspelt', '{ "answer": {} }', '1:1', 'no-answers', /Rename/],
  ['answers that are a list', '{ "answers": [] }', '1:14', 'shape', /"answers" is a list/],
  ['an unknown field', '{ "answers": {}, "studnet": "s1" }', '1:18', 'unknown-field', /Did you mean “student”/],
  [
    'an unknown field far from any',
    '{ "answers": {}, "favourite": "s1" }',
    '1:18',
    'unknown-field',
    /Known: problem, student/,
  ],
  ['a yes', inAnswers('true'), '1:24', 'shape', /is true/],
  ['an object for an answer', inAnswers('{"a": 1}'), '1:24', 'shape', /as a list/],
  ['lists too deep', inAnswers('[[[1]]]'), '1:26', 'shape', /list of rows/],
  ['an attempt of zero', '{"answers":{},"attempt":0}', '1:25', 'shape', /whole number from 1/],
  ['an attempt in words', '{"answers":{},"attempt":"first"}', '1:25', 'shape', /whole number from 1/],
  ['a date without zone', '{"answers":{},"submittedAt":"2016-08-16T20:00:00"}', '1:29', 'date', /with zone/],
  [
    'a date that does not exist',
    '{"answers":{},"submittedAt":"2016-02-30T20:00:00Z"}',
    '1:29',
    'date',
    /2016-08-16T20:00:00Z/,
  ],
  ['a path for a problem', '{"answers":{},"problem":"../../etc/passwd"}', '1:25', 'shape', /no id of a problem/],
  ['a student who is a list', '{"answers":{},"student":[1]}', '1:25', 'shape', /must be a text/],
  ['a student of a thousand letters', `{"answers":{},"student":"${'s'.repeat(1000)}"}`, '1:25', 'too-long', /200/],
  ['nesting of 100,000', '['.repeat(100_000), '1:17', 'too-deep', /brackets/],
  ['nesting of 100,000 objects', '{"a":'.repeat(100_000), '1:81', 'too-deep', /brackets/],
  ['a number of 100,000 digits', inAnswers('1'.repeat(100_000)), '1:24', 'too-long', /Round it/],
  ['a file of 2 MB', inAnswers(`"${'x'.repeat(2_000_000)}"`), 'undefined:undefined', 'too-large', /1 MB/],
];

describe('an answers file that cannot be graded', () => {
  it.each(refused)('says where and how to mend %s', (_, content, place, code, words) => {
    const [first] = problemsOf(content);
    expect({ place: `${first?.line}:${first?.column}`, code: first?.code, file: first?.file }).toEqual({
      place,
      code,
      file: 'a.json',
    });
    expect(`${first?.message}\n${first?.fix}`).toMatch(words);
  });

  it('lists everything that is wrong at once, in the order of the file', () => {
    const problems = problemsOf('{ "studnet": 1, "attempt": -1,\n "answers": { "a": true, "b": {}, "b": 2 } }');
    expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '1:3 unknown-field',
      '1:28 shape',
      '2:20 shape',
      '2:31 shape',
      '2:35 duplicate-key',
    ]);
  });
});

const answerTo = (json: string) => {
  const reading = readSubmission(inAnswers(json), 'a.json');
  return reading.kind === 'submission'
    ? { answer: reading.submission.answers['mean'], warnings: reading.submission.warnings.map(({ code }) => code) }
    : reading.problems;
};

const accepted: readonly (readonly [json: string, answer: unknown, warnings: readonly string[]])[] = [
  ['-24.5', -24.5, []],
  ['-24.512532330086678', -24.512532330086678, []],
  ['0.50', '0.50', []],
  ['5.0', 5, []],
  ['5.00', '5.00', []],
  ['2.0', 2, []],
  ['1e3', '1e3', []],
  ['-0', 0, []],
  ['-0.0', 0, []],
  ['0.00', '0.00', []],
  ['1e400', '1e400', ['not-finite']],
  ['-1e400', '-1e400', ['not-finite']],
  ['1e-400', 0, ['underflow']],
  ['9007199254740993', '9007199254740993', []],
  ['9007199254740992', 9007199254740992, []],
  ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827', []],
  ['"0.5"', '0.5', []],
  ['"0,5"', '0,5', []],
  ['"1/3"', '1/3', []],
  ['"-24.5 "', '-24.5 ', []],
  ['"nan"', 'nan', []],
  ['""', '', []],
  ['null', '', []],
  ['[2,2,2.0,1,1]', [2, 2, 2, 1, 1], []],
  [
    '[[0.1,0.9],["1/3","2/3"]]',
    [
      [0.1, 0.9],
      ['1/3', '2/3'],
    ],
    [],
  ],
  [String.raw`"\\frac{\\gamma_{k1}}{2}"`, String.raw`\frac{\gamma_{k1}}{2}`, []],
  [String.raw`"a\tb\n"`, 'a\tb\n', []],
  ['"γ_k1·x₁ − µ"', 'γ_k1·x₁ − µ', []],
  [String.raw`"\ud83d\ude00"`, '😀', []],
  [String.raw`"\ud83d"`, '\ud83d', ['hidden-character']],
  [String.raw`"\u001b[31mred"`, '\u001b[31mred', ['hidden-character']],
  ['"\u202ex_1"', '\u202ex_1', ['hidden-character']],
  ['"x\u200b_1"', 'x\u200b_1', ['hidden-character']],
  ['"x\u0085"', 'x\u0085', ['hidden-character']],
];

const student = (json: string): string | undefined => {
  const reading = readSubmission(`{"answers":{},"student":${json}}`, 'a.json');
  return reading.kind === 'submission' ? reading.submission.student : undefined;
};

describe('an answer that can be graded', () => {
  it.each(accepted)('reads %s', (json, answer, warnings) => {
    expect(answerTo(json)).toEqual({ answer, warnings });
  });

  it('drops a byte order mark', () => {
    expect(readSubmission(bytes('\ufeff{"answers":{"mean":1}}'), 'a.json')).toMatchObject({ kind: 'submission' });
    expect(readSubmission('\ufeff{"answers":{"mean":1}}', 'a.json')).toMatchObject({ kind: 'submission' });
  });

  it('keeps answers in a map that knows no names of its own', () => {
    const reading = readSubmission('{"answers":{"toString":1}}', 'a.json');
    const answers = reading.kind === 'submission' ? reading.submission.answers : {};
    expect(answers['valueOf']).toBeUndefined();
    expect(answers['toString']).toBe(1);
  });

  it.each([
    ['\u202e', /turns the direction of text \(U\+202E\)/],
    ['\u0000', /a control character \(U\+0000\)/],
    ['\n', /a line break \(U\+000A\)/],
    ['\ud800', /half of a character \(U\+D800\)/],
  ])('warns of %j in a name, and says which character it is', (character, message) => {
    const reading = readSubmission(JSON.stringify({ answers: {}, student: `a${character}b` }), 'a.json');
    expect(reading.kind === 'submission' && reading.submission.warnings[0]?.message).toMatch(message);
  });

  it('takes a student number for a name, and an empty name for none', () => {
    expect([student('17'), student('"s17"'), student('""'), student('" s17 "')]).toEqual([
      '17',
      's17',
      undefined,
      's17',
    ]);
  });
});
