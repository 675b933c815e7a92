import { describe, expect, it } from 'vitest';
import { linearScale, ticks } from '../../src/report/scale.js';

const labels = (low: number, high: number, count = 5): readonly string[] =>
  ticks([low, high], count).map(({ label }) => label);

describe('ticks', () => {
  it.each([
    [0, 1, ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [-2.75, 7.75, ['−2', '0', '2', '4', '6']],
    [-24.6, -4.8, ['−20', '−15', '−10', '−5']],
    [0, 13, ['0', '2', '4', '6', '8', '10', '12']],
    [0, 2.1e-10, ['0', '5e−11', '1e−10', '1.5e−10', '2e−10']],
    [0, 1_200_000, ['0', '2e5', '4e5', '6e5', '8e5', '1e6', '1.2e6']],
    [5, 5, ['5']],
    [-12.2223, -12.2221, ['−12.22230', '−12.22225', '−12.22220', '−12.22215', '−12.22210']],
    [123_456_000, 123_456_050, ['123456000', '123456010', '123456020', '123456030', '123456040', '123456050']],
  ])('from %d to %d are %j', (low, high, expected) => expect(labels(low, high)).toEqual(expected));

  it('are never longer than what fits beside an axis', () => {
    for (let power = -300; power <= 300; power += 7)
      for (const label of labels(-(10 ** power) / 3, 10 ** power)) expect(label.length).toBeLessThanOrEqual(10);
  });
});

describe('a scale', () => {
  it('maps the ends of its domain to the ends of its range, and a domain of no width to the middle', () => {
    const { map } = linearScale([2, 4], [100, 0]);
    expect([map(2), map(4), map(3)]).toEqual([100, 0, 50]);
    expect(linearScale([1, 1], [0, 10]).map(1)).toBe(5);
  });
});
