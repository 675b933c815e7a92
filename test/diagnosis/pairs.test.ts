import { describe, expect, it } from 'vitest';

import { numericMisconceptions } from '../../src/misconceptions/index.js';
import { classroom, handInWith, homework, named, random } from './students.js';

const room = classroom(homework);
const count = Number(process.env['PAIRS'] ?? 100);

/** What can be seen of these faults: the wrong answers, at the digits asked. */
const visible = (ids: readonly string[]): string => {
  const answers = handInWith(homework, ids, 6);
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : Number.isNaN(Number(value)) ? value : Number(value).toFixed(2);
  return JSON.stringify(
    room.grade(answers).questions.map(({ id, verdict }) => (verdict === 'correct' ? 'right' : round(answers[id]))),
  );
};

describe('Two faults at once', () => {
  it('are named from all answers, alone or with others that give the same, in 95 of 100 pairs', () => {
    const draw = random(7);
    const singles = new Set(numericMisconceptions().map(({ id }) => visible([id])));
    const pick = () => numericMisconceptions()[Math.floor(draw() * numericMisconceptions().length)]?.id ?? '';
    const missed: string[] = [];
    const untrue: string[] = [];
    for (let tried = 0; tried < count;) {
      const pair = [pick(), pick()];
      if (pair[0] === pair[1] || singles.has(visible(pair))) continue;
      tried += 1;
      const diagnosis = room.explainWithPairs(handInWith(homework, pair));
      const ids = new Set(named(diagnosis));
      if (!pair.every((id) => ids.has(id))) missed.push(pair.join('+'));
      for (const cause of diagnosis.causes) {
        const isTrue = cause.ids.some((id) => id.split('+').every((part) => pair.includes(part)));
        if (cause.certain && !isTrue) untrue.push(`${pair.join('+')}: ${cause.ids.join()}`);
      }
    }
    expect(missed.length, missed.join(' ')).toBeLessThanOrEqual(count / 20);
    expect(untrue).toEqual([]);
  }, 120_000);

  it('that do not meddle with each other are two causes', () => {
    const { causes } = room.explainWithPairs(handInWith(homework, ['loglik-log10', 'pi-not-divided'], 6));
    expect(causes.map(({ ids, certain }) => [ids, certain])).toEqual([
      [['pi-not-divided'], true],
      [['loglik-log10'], true],
    ]);
  });

  it('are never named from a number given to one decimal, and nothing is certain then', () => {
    for (let value = -60; value < 10; value += 0.7) {
      const { causes } = room.explainWithPairs({ 'log-likelihood': value.toFixed(1) });
      expect(causes.filter(({ certain, ids }) => certain || ids.some((id) => id.includes('+')))).toEqual([]);
    }
  });

  it('leave the forum student his one cause', () => {
    const { causes } = room.explainWithPairs({
      'log-likelihood': -24.5,
      'larger-variance-at-convergence': 2,
      'converged-means': [5.03812884, 0.69307411],
      'converged-variances': [0.6199125, 5.32681503],
    });
    expect(causes.map(({ ids }) => ids)).toEqual([['loop-variance-overwrites-sd']]);
  });
});

describe('Two mistakes in one formula', () => {
  it.each([
    ['gamma_k1*(x_1-mu_k)^2/2+gamma_k2*(x_2-mu_k)^2/2', 'variance', 'var-divided-by-n+var-old-mean'],
    ['(gamma_1k*x_1+gamma_2k*x_2)/2', 'mean', 'mu-divided-by-n+mu-gamma-index-transposed'],
    ['sqrt(gamma_k1*(x_1-mu_k)^2+gamma_k2*(x_2-mu_k)^2)', 'variance', undefined],
    ['(x_1+hatmu_k)^2*gamma_k1+(x_2+hatmu_k)^2*gamma_k2', 'variance', 'var-no-denominator+var-sign'],
  ])('are named, and three are not: %s', (text, question, pair) => {
    const { causes } = room.explainWithPairs({ [question]: text });
    expect(causes.flatMap(({ ids }) => ids)).toEqual(pair === undefined ? [] : [pair]);
  });

  it.each([
    ['gamma_k1', 'mean'],
    ['x_1', 'mean'],
    ['gamma_k2', 'variance'],
  ])('are not read into a formula that shows next to nothing of the right one: %s', (text, question) => {
    const { causes, questions } = room.explainWithPairs({ [question]: text });
    expect(causes).toEqual([]);
    expect(questions[question]?.facts).toContainEqual(expect.objectContaining({ code: 'unused-symbols' }));
  });
});
