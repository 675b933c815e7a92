import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generator of numbers in [0, 1) that gives the same ones everywhere (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Pool = readonly (readonly [weight: number, answer: unknown])[];

/** How a class answers each question: a few spellings of the right answer make up most, then the usual mistakes. */
const pools: { readonly [question: string]: Pool } = {
  'log-likelihood': [
    [40, -24.5],
    [25, -24.512532330086678],
    [15, '-24.51'],
    [5, -24.51253],
    [4, -24.6],
    [3, 24.5],
    [2, -14.2],
    [1, '-24,5'],
  ],
  responsibility: [
    [40, 'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)'],
    [20, '(pi_k*N_k)/(pi_1*N_1+pi_2*N_2)'],
    [10, 'pi_k * N_k / (pi_2*N_2 + pi_1*N_1)'],
    [5, '\\frac{\\pi_k N_k}{\\pi_1 N_1 + \\pi_2 N_2}'],
    [8, 'pi_k*N_k'],
    [5, 'N_k/(N_1+N_2)'],
    [2, 'pi_k*N_k/(pi_1*N_1*pi_2*N_2)'],
  ],
  assignments: [
    [80, [2, 2, 2, 1, 1]],
    [5, [2, 2, 1, 1, 1]],
    [3, [1, 1, 1, 2, 2]],
    [2, [2, 2, 2, 2, 2]],
  ],
  mean: [
    [50, '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)'],
    [20, '(x_1*gamma_k1+x_2*gamma_k2)/(gamma_k2+gamma_k1)'],
    [8, '(gamma_k1*x_1 + gamma_k2*x_2)/2'],
    [4, 'gamma_k1*x_1 + gamma_k2*x_2'],
  ],
  variance: [
    [50, '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)'],
    [20, '(gamma_k1*(x_1-hatmu_k)**2+gamma_k2*(x_2-hatmu_k)**2)/(gamma_k1+gamma_k2)'],
    [6, '(gamma_k1*(x_1 - hatmu_k) + gamma_k2*(x_2 - hatmu_k))/(gamma_k1 + gamma_k2)'],
    [4, '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/2'],
    [3, 'sqrt((gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2))'],
  ],
  'mixing-weight': [
    [60, '(gamma_k1+ gamma_k2)/2'],
    [15, '0.5*(gamma_k1+gamma_k2)'],
    [8, '(gamma_k1 + gamma_k2)/(gamma_11 + gamma_12 + gamma_21 + gamma_22)'],
    [5, 'gamma_k1 + gamma_k2'],
  ],
  'shifts-left-more': [
    [85, 2],
    [15, 1],
  ],
  'variance-grows-more': [
    [90, 2],
    [10, 1],
  ],
  'larger-variance-at-convergence': [
    [70, 1],
    [30, 2],
  ],
};

const draw = (pool: Pool, random: () => number): unknown => {
  let left = random() * pool.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, answer] of pool) {
    left -= weight;
    if (left < 0) return answer;
  }
  return pool[0]?.[1];
};

/**
 * How a class hands in. `sheets`: four hundred different sheets, the common ones far more often, three in a hundred with a formula
 * of its own. `answers`: every answer drawn by itself, so that most sheets are unlike any other. `unique`: every formula of every student
 * is written in a way of its own. In each, one file in two hundred is broken.
 */
export type Mix = 'sheets' | 'answers' | 'unique';

type Sheet = { readonly [question: string]: unknown };

const drawSheet = (random: () => number): Sheet => {
  const answers: { [question: string]: unknown } = {};
  for (const [question, pool] of Object.entries(pools)) if (random() >= 0.02) answers[question] = draw(pool, random);
  if (random() < 0.1) {
    answers['converged-means'] = random() < 0.5 ? [5, -0.5] : [5.03812884, 0.69307411];
    answers['converged-variances'] = random() < 0.5 ? [0.67, 0.25] : [0.6199125, 5.32681503];
  }
  return answers;
};

/** A formula in a way that nobody else writes it. */
const ownWay = (answer: unknown, i: number): unknown =>
  typeof answer === 'string' && answer.includes('_') ? `(${answer})*${i + 2}/${i + 2}` : answer;

const sheetOf = (mix: Mix, i: number, sheets: readonly Sheet[], random: () => number): Sheet => {
  if (mix !== 'sheets') {
    const sheet = drawSheet(random);
    return mix === 'answers'
      ? sheet
      : Object.fromEntries(Object.entries(sheet).map(([question, answer]) => [question, ownWay(answer, i)]));
  }
  const sheet = sheets[Math.floor(random() ** 2 * sheets.length)] ?? {};
  return random() < 0.03 ? { ...sheet, mean: ownWay(sheet['mean'] ?? 'x_1', i) } : sheet;
};

const due = Date.UTC(2016, 7, 17, 23, 59);
const day = 86_400_000;

/** Most hand in on the last days, to a second of their own; two in a hundred are late, by less than a day. */
const drawTime = (random: () => number): string => {
  const time = random() < 0.02 ? due + random() * 0.9 * day : due - random() ** 2 * 5 * day;
  return new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000', '');
};

/** The answers files of a class of `size`, by name: the same ones every time. */
export function* generateClass(size: number, mix: Mix): Generator<readonly [name: string, content: string]> {
  const random = createRandom(17);
  const clock = createRandom(18);
  const sheets = Array.from({ length: 400 }, () => drawSheet(random));
  for (let i = 0; i < size; i++) {
    const student = `s${String(i).padStart(6, '0')}`;
    const answers = sheetOf(mix, i, sheets, random);
    const content = JSON.stringify({
      problem: 'em-two-gaussians',
      student,
      attempt: 1,
      submittedAt: drawTime(clock),
      answers,
    });
    yield [`${student}.json`, random() < 0.005 ? content.slice(0, -7) : content];
  }
}

/** Writes the class into a folder, a file a student. */
export const writeClass = (folder: string, size: number, mix: Mix): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of generateClass(size, mix)) writeFileSync(join(folder, name), content);
};
