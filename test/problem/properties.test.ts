import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { answersTemplate, readProblem } from '../../src/problem/index.js';
import { loadProblem, shippedProblems } from '../../src/problem/load.js';
import { readSubmission } from '../../src/submission/index.js';
import { base } from './base.js';

const seed = { seed: 20160817, numRuns: 150 };

const saysWell = (problems: readonly { readonly line?: number; readonly message: string }[]): void => {
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, message } of problems) {
    expect(line).toBeGreaterThan(0);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
};

describe('reading any problem file', () => {
  it('never throws, whatever the text, and says what is wrong and where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const reading = await readProblem(text, 'problem.yaml');
        if (reading.kind === 'invalid') saysWell(reading.problems);
      }),
      seed,
    );
  });

  it('never throws on a sound file with a piece cut out, put in or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(base.length), fc.nat(40), fc.string({ maxLength: 6 }), async (at, drop, put) => {
        const reading = await readProblem(base.slice(0, at) + put + base.slice(at + drop), 'problem.yaml');
        if (reading.kind === 'invalid') saysWell(reading.problems);
      }),
      seed,
    );
  });

  it('never throws on a sound file with a value replaced by one of another kind, and grades what it accepts', async () => {
    const lines = base.split('\n');
    const value = fc.constantFrom(
      'null',
      '[]',
      '{}',
      '-1',
      '1e999',
      '.nan',
      'true',
      '"text"',
      '[[1], [2, 3]]',
      '*alias',
      '!!binary x',
      '0x10',
      '2026-01-01',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), value, async (index, put) => {
        const text = lines.with(index, (lines[index] ?? '').replace(/: .*/, `: ${put}`)).join('\n');
        const reading = await readProblem(text, 'problem.yaml');
        if (reading.kind === 'invalid') saysWell(reading.problems);
        else
          expect(
            gradeSubmission(prepareProblem(reading.problem), { file: 'a', attempt: 1, answers: {}, warnings: [] })
              .earned,
          ).toBe(0);
      }),
      { ...seed, numRuns: 300 },
    );
  });
});

describe('the template of an answers file', () => {
  it.each(shippedProblems())('of %s can be graded as it stands: all blank', async (id) => {
    const loaded = await loadProblem(id);
    if (loaded.kind === 'invalid') throw new Error('not sound');
    const reading = readSubmission(answersTemplate(loaded.problem, 's1'), 'a.json');
    if (reading.kind === 'unreadable') throw new Error(reading.problems[0].message);
    expect(reading.submission).toMatchObject({ problem: id, student: 's1', attempt: 1 });
    const { questions } = gradeSubmission(prepareProblem(loaded.problem), reading.submission);
    expect(questions.map(({ verdict }) => verdict)).toEqual(questions.map(() => 'blank'));
    expect(questions.map(({ id: question }) => question)).toEqual(Object.keys(reading.submission.answers));
  });
});
