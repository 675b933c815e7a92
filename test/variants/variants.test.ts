import { describe, expect, it } from 'vitest';
import { quantity, solve } from '../../src/em/index.js';
import { predict, predictEnds } from '../../src/diagnosis/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Problem } from '../../src/types.js';
import { drawVariant, marginsOf, randomFrom, redrawVariant, tellApart, undrawn } from '../../src/variants/index.js';

const problemOf = async (id: string): Promise<Problem> => {
  const loaded = await loadProblem(id);
  if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
  return loaded.problem;
};
const shared = await problemOf('em-your-own-numbers');
/** The same without the condition that costs a run for every mistake. */
const { variants } = shared;
if (variants === undefined) throw new Error('the problem has no variants');
const { distinctCauses: _distinct, ...ranges } = variants;
const quick: Problem = { ...shared, variants: ranges };
const students = Array.from({ length: 40 }, (_, index) => `s${index}`);

describe('numbers drawn for each student', () => {
  it('are the same for the same student, at any time and on any machine', () => {
    expect(drawVariant(quick, 's1')).toEqual(drawVariant(quick, 's1'));
    expect(drawVariant(quick, 's1').problem.model).toMatchInlineSnapshot(`
      {
        "data": [
          -3,
          -1,
          5,
          9,
          10,
          12,
        ],
        "family": "gaussian",
        "start": {
          "means": [
            -3,
            4,
          ],
          "variances": [
            6,
            3,
          ],
          "weights": [
            0.2,
            0.8,
          ],
        },
      }
    `);
  });

  it('differ from student to student', () => {
    const models = new Set(students.map((student) => JSON.stringify(drawVariant(quick, student).problem.model)));
    expect(models.size).toBe(students.length);
  });

  it('lie in their ranges, and the weights sum to one', () => {
    for (const student of students) {
      const { data, start } = drawVariant(quick, student).problem.model;
      expect(data.every((datum) => Number.isInteger(datum) && Number(datum) >= -6 && Number(datum) <= 12)).toBe(true);
      expect(new Set(data).size).toBe(6);
      expect((start?.weights ?? []).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(start?.['variances']?.every((variance) => variance >= 1 && variance <= 9)).toBe(true);
    }
  });

  it('have every answer, clear of ties', () => {
    for (const student of students) {
      const { problem, meetsConditions } = drawVariant(quick, student);
      const solution = solve(problem.model);
      expect(meetsConditions).toBe(true);
      expect(solution.outcome.kind).toBe('converged');
      for (const { margin } of marginsOf(problem, solution)) expect(margin).toBeGreaterThanOrEqual(0.2);
    }
  });

  it('stand in the texts', () => {
    const { problem } = drawVariant(quick, 's1');
    expect(problem.introduction).toContain(`Your samples are ${problem.model.data.join(', ')}.`);
    expect(undrawn(quick).introduction).toContain('Your samples are -3, 1, 2, 3, 6, 8.');
    expect(JSON.stringify(problem)).not.toMatch(/\{(data|weights|means|variances)\}/);
  });

  it('tell mistakes apart as the problem demands', () => {
    for (const student of ['anna', 'ben']) {
      const { problem, meetsConditions } = drawVariant(shared, student);
      expect(meetsConditions).toBe(true);
      expect(tellApart(problem).share).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('come again where it is known which draw was taken, and are drawn anew where it is not', () => {
    for (const student of students) {
      const { problem, draw } = drawVariant(quick, student);
      expect(redrawVariant(quick, student, draw)).toEqual(problem);
      expect(redrawVariant(quick, student, undefined)).toEqual(problem);
    }
    const { problem, draw } = drawVariant(shared, 'anna');
    expect(redrawVariant(shared, 'anna', draw)).toEqual(problem);
  });

  it('are those of the file where nothing is to be drawn', async () => {
    const homework = await problemOf('em-two-gaussians');
    expect(drawVariant(homework, 's1').problem).toBe(homework);
    expect(redrawVariant(homework, 's1', 3)).toBe(homework);
  });

  it('fall back to the best draw where no draw meets the conditions, and that is said', () => {
    const impossible = { ...quick, variants: { ...ranges, minMargin: 1000 } };
    const { problem, draw, meetsConditions } = drawVariant(impossible, 's1');
    expect([draw, meetsConditions]).toEqual([0, false]);
    expect(redrawVariant(impossible, 's1', draw)).toEqual(problem);
  });
});

describe('margins', () => {
  it('are log-odds for assignments, and differences for choices', async () => {
    const homework = await problemOf('em-two-gaussians');
    const solution = solve(homework.model);
    const [first] = marginsOf(homework, solution);
    const odds = quantity(solution, { from: 'responsibilities', at: 'start', point: 2 });
    if (!Array.isArray(odds)) throw new Error('no row');
    expect(first).toMatchObject({ question: 'assignments', point: 2 });
    expect(first?.margin).toBeCloseTo(Math.log(Number(odds[1]) / Number(odds[0])), 12);
  });
});

describe('telling mistakes apart', () => {
  it('knows what the homework cannot show', async () => {
    const { invisible, alike, visible } = tellApart(await problemOf('em-two-gaussians'));
    expect(invisible).toEqual(
      expect.arrayContaining([
        'resp-no-prior',
        'resp-prior-squared',
        'loop-tolerance-1e-1',
        'loop-tolerance-1e-2',
        'loop-tolerance-1e-3',
      ]),
    );
    expect(visible).toBeGreaterThan(130);
    expect(alike).toEqual([]);
  });
});

describe('random numbers', () => {
  it('follow from their seed and spread evenly', () => {
    const [one, again, other] = [randomFrom('a'), randomFrom('a'), randomFrom('b')];
    const values = Array.from({ length: 2000 }, () => one());
    expect(values.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => again()));
    expect(values[0]).not.toBe(other());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let bin = 0; bin < 10; bin += 1) {
      expect(values.filter((value) => Math.floor(value * 10) === bin).length).toBeGreaterThan(150);
    }
  });
});

describe('the ends of runs', () => {
  it('are those of the runs that are followed step by step', () => {
    for (const student of students.slice(0, 3)) {
      const { problem } = drawVariant(quick, student);
      const [ends, whole] = [predictEnds(problem), predict({ problem }).numbers];
      expect(ends.hypotheses.map(({ id }) => id)).toEqual(whole.hypotheses.map(({ id }) => id));
      for (const [i, column] of whole.columns.entries()) {
        const found = ends.columns[i];
        const answersOf = ({ answers, outcomes }: typeof column) =>
          Array.from(answers, (place) => JSON.stringify(outcomes[place]));
        expect(found && answersOf(found)).toEqual(answersOf(column));
      }
    }
  });
});
