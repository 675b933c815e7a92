import { describe, expect, it } from 'vitest';
import { predict, predictPairs } from '../../src/diagnosis/index.js';
import { prepareProblem } from '../../src/grading/index.js';
import { loadProblem } from '../../src/problem/load.js';

const reading = await loadProblem('em-two-gaussians');
if (reading.kind !== 'problem') throw new Error('the homework does not load');
const { problem } = reading;

const withPoints = (count: number) => {
  const data = Array.from({ length: count }, (_, i) => (i % 3 === 0 ? -1 : 5) + Math.sin(i));
  return prepareProblem({ ...problem, model: { ...problem.model, data } });
};

describe('many data', () => {
  it('leave pairs of faults untold, and single ones told', () => {
    const prepared = withPoints(200);
    const singles = predict(prepared);
    const faults = singles.numbers.hypotheses.length;
    expect(faults).toBeGreaterThan(100);
    expect(predictPairs(prepared, singles).numbers.first).toEqual([]);
  });
});
