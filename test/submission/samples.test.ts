import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diagnose, predict, type Predictions } from '../../src/diagnosis/index.js';
import { gradeSubmission, prepareProblem, type PreparedProblem } from '../../src/grading/index.js';
import { loadProblem } from '../../src/problem/load.js';
import { checkAgainst, readSubmission } from '../../src/submission/index.js';
import type { Problem } from '../../src/types.js';
import { drawVariant } from '../../src/variants/index.js';

const folder = fileURLToPath(new URL('../../submissions/', import.meta.url));
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort();

type Expected = {
  readonly 'not-gradable'?: { readonly code: string; readonly line: number; readonly column: number };
  readonly earned?: number;
  readonly possible?: number;
  readonly verdicts?: { readonly [question: string]: string };
  readonly causes?: { readonly [question: string]: readonly string[] };
};

const problemOf = async (id: string): Promise<Problem> => {
  const loaded = await loadProblem(id);
  if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
  return loaded.problem;
};

/** Those of one model serve all samples of it. */
const known = new Map<string, Predictions>();
const predictionsFor = (prepared: PreparedProblem): Predictions => {
  const key = JSON.stringify(prepared.problem.model);
  const predictions = known.get(key) ?? predict(prepared);
  known.set(key, predictions);
  return predictions;
};

const outcomeOf = async (file: string): Promise<Expected> => {
  const text = readFileSync(`${folder}${file}`);
  const reading = readSubmission(text, file);
  if (reading.kind === 'unreadable') {
    const { code, line = 0, column = 0 } = reading.problems[0];
    return { 'not-gradable': { code, line, column } };
  }
  const { submission } = reading;
  const shared = await problemOf(submission.problem ?? '');
  expect(checkAgainst(shared, submission)).toEqual([]);
  const prepared = prepareProblem(drawVariant(shared, submission.student ?? '').problem);
  const graded = gradeSubmission(prepared, submission);
  const { causes } = diagnose(prepared, predictionsFor(prepared), graded);
  const named = graded.questions.flatMap(({ id }) => {
    const ids = causes
      .filter(({ explains, certain }) => certain && explains.includes(id))
      .flatMap((cause) => cause.ids);
    return ids.length === 0 ? [] : [[id, ids] as const];
  });
  return {
    earned: graded.earned,
    possible: graded.possible,
    verdicts: Object.fromEntries(graded.questions.map(({ id, verdict }) => [id, verdict])),
    causes: Object.fromEntries(named),
  };
};

describe('the samples', () => {
  it('are there', () => expect(samples.length).toBeGreaterThanOrEqual(13));

  it.each(samples)('give what stands beside them: %s', async (file) => {
    const expected = parse(readFileSync(`${folder}${file.replace(/\.json$/, '.expected.yaml')}`, 'utf8')) as Expected;
    const outcome = await outcomeOf(file);
    expect(outcome['not-gradable']).toEqual(expected['not-gradable']);
    expect({ earned: outcome.earned, possible: outcome.possible }).toEqual({
      earned: expected.earned,
      possible: expected.possible,
    });
    expect(outcome.verdicts).toMatchObject(expected.verdicts ?? {});
    expect(outcome.causes ?? {}).toMatchObject(expected.causes ?? {});
  });

  it('of the homework’s record names no cause for a wrong choice alone', async () => {
    expect((await outcomeOf('em-two-gaussians/recorded.json')).causes).toEqual({});
  });
});
