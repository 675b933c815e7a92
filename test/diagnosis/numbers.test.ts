import { describe, expect, it } from 'vitest';

import { applies, numericMisconceptions, perform } from '../../src/misconceptions/index.js';
import {
  type Answers,
  classroom,
  faultCalled,
  handIn,
  handInWith,
  homework,
  named,
  random,
  write,
} from './students.js';
import { runUnlisted, unlisted } from './unlisted.js';

const room = classroom(homework);

/** The forum student: the recorded answers, and where the run converged to. */
const forum = {
  'log-likelihood': -24.512532330086678,
  responsibility: 'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)',
  assignments: [2, 2, 2, 1, 1],
  mean: '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
  variance: '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
  'mixing-weight': '(gamma_k1+ gamma_k2)/2',
  'shifts-left-more': 2,
  'variance-grows-more': 2,
  'larger-variance-at-convergence': 2,
  'converged-means': [5.03812884, 0.69307411],
  'converged-variances': [0.6199125, 5.32681503],
};

const isVisible = (answers: ReturnType<typeof handIn>): boolean =>
  room.grade(answers).questions.some(({ verdict }) => verdict !== 'correct' && verdict !== 'blank');

describe('The forum student', () => {
  it('is told one cause, which explains the limits and the wrong last choice', () => {
    const { causes, unexplained } = room.explain(forum);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ ids: ['loop-variance-overwrites-sd'], certain: true, leaves: [] });
    expect(new Set(causes[0]?.explains)).toEqual(
      new Set(['converged-means', 'converged-variances', 'larger-variance-at-convergence']),
    );
    expect(unexplained).toEqual([]);
  });

  it('is told the family where nothing tells the first step from the later ones', () => {
    const { 'converged-means': m, 'converged-variances': v } = forum;
    const { causes } = room.explain({ 'converged-means': m, 'converged-variances': v });
    expect(causes).toHaveLength(1);
    expect(causes[0]?.family).toBe('variance-used-as-sd');
    expect(named({ causes, questions: {}, unexplained: [] })).not.toContain('var-squared-again');
  });

  it('is told the same where some entries are left blank', () => {
    const { causes, unexplained } = room.explain({
      ...forum,
      'converged-variances': ['', 5.32681503],
    });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ ids: ['loop-variance-overwrites-sd'], certain: true });
    expect(unexplained).toEqual([]);
  });

  it('is told the same where the last choice was guessed', () => {
    const { causes, unexplained } = room.explain({ ...forum, 'larger-variance-at-convergence': 1 });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ ids: ['loop-variance-overwrites-sd'], certain: true });
    expect(unexplained).toEqual([]);
  });

  it('is told nothing of answers that are right', () => {
    const { causes, questions } = room.explain({
      ...forum,
      'converged-means': [5, -0.5],
      'converged-variances': [0.67, 0.25],
      'larger-variance-at-convergence': 1,
    });
    expect(causes).toEqual([]);
    expect(questions).toEqual({});
  });
});

describe('Blank entries', () => {
  it('are no mistake to explain where the others are right', () => {
    const { causes, questions, unexplained } = room.explain({
      ...forum,
      'converged-means': [5, ''],
      'converged-variances': ['', ''],
      'larger-variance-at-convergence': 1,
      assignments: [2, '', 2, 1, 1],
    });
    expect({ causes, questions, unexplained }).toEqual({ causes: [], questions: {}, unexplained: [] });
  });

  it('are not taken for numbers that came out as nan', () => {
    const blank = room.grade({ 'first-step-variances': ['', 3] });
    const nan = room.grade({ 'first-step-variances': ['nan', 3] });
    const printed = (graded: typeof blank): readonly (string | undefined)[] =>
      graded.questions.map(({ fingerprint }) => fingerprint);
    expect(printed(blank)).not.toEqual(printed(nan));
  });

  it('leave the right ones beside them to rule mistakes out', () => {
    const { causes } = room.explain({ ...forum, 'first-step-means': [5.13, ''], 'first-step-variances': [0.62, ''] });
    expect(causes[0]).toMatchObject({ ids: ['loop-variance-overwrites-sd'], certain: true });
  });
});

describe('Every misconception alone, with all its answers', () => {
  for (const decimals of [undefined, 4]) {
    it.each(numericMisconceptions().map(({ id }) => [id]))(
      `is the first cause named, %s, ${decimals === undefined ? 'in full' : 'to four decimals'}`,
      (id) => {
        const answers = handInWith(homework, [id], decimals);
        const { causes, unexplained } = room.explain(answers);
        if (!isVisible(answers)) return expect(causes).toEqual([]);
        const [first] = causes;
        expect(first?.ids).toContain(id);
        expect(unexplained).toEqual([]);
        // Alternatives are named only where they give the same answers.
        for (const other of first?.ids ?? []) {
          const others = handInWith(homework, [other], decimals ?? 8);
          const mine = handInWith(homework, [id], decimals ?? 8);
          for (const question of first?.explains ?? []) {
            if (!question.includes('variance') || decimals !== undefined)
              expect(others[question]).toEqual(mine[question]);
          }
        }
      },
    );
  }
});

describe('A run stopped anywhere', () => {
  it.each([
    ['density-variance-as-sd', 10],
    ['var-divided-by-n', 6],
    ['mu-divided-by-k', 3],
    ['loop-variance-overwrites-sd', 12],
  ])('names the mistake, %s, and the iteration, %i', (id, iteration) => {
    const performance = perform(homework.model, [faultCalled(id)]);
    const read = (name: string) => performance.answer({ from: name, at: iteration });
    const { 'larger-variance-at-convergence': _, 'converged-weights': __, ...all } = handIn(homework, performance);
    const answers = {
      ...all,
      'converged-means': read('means') as readonly number[],
      'converged-variances': read('variances') as readonly number[],
    };
    const [cause] = room.explain(answers).causes;
    expect(cause).toMatchObject({ certain: true, iteration });
    expect(cause?.ids).toContain(id);
  });

  it('is told by its family, and as a guess, where nothing else is wrong', () => {
    const { answer } = perform(homework.model, []);
    const means = answer({ from: 'means', at: 3 }) as readonly number[];
    const { causes } = room.explain({ 'log-likelihood': -24.5, 'converged-means': means });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ family: 'stopped-early-or-not-iterated', certain: false, iteration: 3 });
  });
});

describe('Weak evidence', () => {
  it('of a wrong choice alone makes no cause certain', () => {
    for (const question of ['shifts-left-more', 'variance-grows-more']) {
      expect(room.explain({ [question]: 1 }).causes.filter(({ certain }) => certain)).toEqual([]);
    }
    expect(room.explain({ 'larger-variance-at-convergence': 2 }).causes.filter(({ certain }) => certain)).toEqual([]);
  });

  it('grows with the digits: the base-10 logarithm to one, two and six decimals', () => {
    const certain = ['-10.6', '-10.65', '-10.645658'].map(
      (text) => room.explain({ 'log-likelihood': text }).causes[0]?.certain,
    );
    expect(certain).toEqual([false, false, true]);
  });

  it('is not made up: random wrong numbers seldom get a cause, and next to never a certain one', () => {
    const draw = random(20_160_817);
    const right = handInWith(homework, [], 8);
    const questions = [
      'log-likelihood',
      'first-step-means',
      'first-step-variances',
      'converged-means',
      'converged-variances',
      'converged-weights',
    ];
    const count = Number(process.env['RANDOM_NUMBERS'] ?? 10_000);
    let certain = 0;
    for (let i = 0; i < count; i += 1) {
      const question = questions[i % questions.length] ?? 'log-likelihood';
      const decimals = [1, 2, 4][i % 3] ?? 1;
      const spread = [1, 5, 50][Math.floor(draw() * 3)] ?? 1;
      const near = (value: unknown) => (Number(value) + (draw() * 2 - 1) * spread).toFixed(decimals);
      const key = right[question];
      const wrong = typeof key === 'object' ? key.map(near) : near(key);
      const answers = draw() < 0.5 ? { [question]: wrong } : { ...right, [question]: wrong };
      if (room.explain(answers).causes.some((cause) => cause.certain)) certain += 1;
    }
    expect(certain).toBeLessThanOrEqual(count / 100);
  });
});

const isLate = (id: string): boolean => id.includes('converge') || id === 'shifts-left-more';

/** What a student hands in who finds the mistake between the first steps and the end. */
const mended = (ids: readonly string[], decimals: number) => {
  const wrong = handInWith(homework, ids, decimals);
  const right = handInWith(homework, [], decimals);
  return Object.fromEntries(Object.keys(wrong).map((id) => [id, (isLate(id) ? right[id] : wrong[id]) ?? '']));
};

describe('Right answers that may come of another program', () => {
  it('do not single out, by their choices and limits, one of two mistakes that give the same first steps', () => {
    const { causes } = room.explainWithPairs({
      ...mended(['density-variance-as-sd'], 2),
      'variance-grows-more': '2',
    });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ certain: true, family: 'variance-used-as-sd' });
    expect(causes[0]?.ids).toEqual(expect.arrayContaining(['init-variance-read-as-sd', 'density-variance-as-sd']));
  });

  it('do not bring in a second mistake that undoes the first', () => {
    for (const id of ['density-normaliser-no-sigma', 'resp-hard-assignment', 'density-normaliser-sd-under-root']) {
      const [cause] = room.explainWithPairs(mended([id], 4)).causes;
      expect(cause?.certain).toBe(true);
      expect(cause?.ids).toContain(id);
    }
  });

  it('leave no two mistakes certain that they speak against: both means typed in alike are in no list', () => {
    const typed = handIn(homework, runUnlisted(homework.model, 'starts from means 7 and 7'), 4);
    for (const { certain, ids } of room.explainWithPairs(typed).causes) {
      expect([certain, ids.some((id) => id.includes('+'))]).not.toEqual([true, true]);
    }
  });

  it('rule out what would have made them wrong where they come before what is wrong', () => {
    const all = handInWith(homework, ['loop-variance-overwrites-sd'], 6);
    const { causes } = room.explain(all);
    expect(causes[0]?.ids).toEqual(['loop-variance-overwrites-sd']);
    const { 'log-likelihood': _, responsibilities: __, assignments: ___, ...late } = all;
    const open = room.explain(Object.fromEntries(Object.entries(late).filter(([id]) => id.includes('converge'))));
    expect(open.causes[0]?.ids).toContain('density-variance-as-sd');
  });

  it('leave what is called certain true, in a class that guesses, mends and hands in parts', () => {
    const draw = random(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
    const faults: readonly string[] = numericMisconceptions().map(({ id }) => id);
    const choices = ['shifts-left-more', 'variance-grows-more', 'larger-variance-at-convergence'];
    let [certain, wrong] = [0, 0];
    for (let i = 0; i < 400; i += 1) {
      const truth = draw() < 0.5 ? [pick(faults)] : [pick(faults), pick(faults)];
      const decimals = pick([2, 2, 4, 8]);
      const answers: { [question: string]: Answers[string] } = {
        ...(draw() < 0.8 ? mended(truth, decimals) : handInWith(homework, truth, decimals)),
      };
      for (const choice of choices) if (draw() < 0.5) answers[choice] = pick(['1', '2']);
      const share = pick([0.4, 0.7, 1]);
      const parts = Object.fromEntries(Object.entries(answers).filter(() => draw() < share));
      for (const cause of room.explain(parts).causes) {
        if (!cause.certain) continue;
        certain += 1;
        if (!cause.ids.some((id) => id.split('+').every((part) => truth.includes(part)))) wrong += 1;
      }
    }
    expect(certain).toBeGreaterThan(100);
    expect(wrong).toBeLessThanOrEqual(certain / 100);
  });
});

/** What may be said of a program in no list, since its numbers are those of a listed mistake and so is its nature. */
const sameInNature: { readonly [name: string]: readonly string[] } = {
  'starts from equal means': ['density-copy-paste-mean'],
  'means rounded to whole numbers': ['mu-integer-truncated'],
  'stops where the means move by less than 1': ['loop-two-iterations'],
};

describe('A program whose fault is in no list', () => {
  const sets: readonly (readonly string[] | undefined)[] = [
    undefined,
    ['log-likelihood', 'assignments', 'shifts-left-more', 'variance-grows-more', 'larger-variance-at-convergence'],
    ['converged-weights', 'converged-means', 'converged-variances'],
    ['first-step-means', 'first-step-variances'],
    ['log-likelihood'],
  ];
  it.each(Object.keys(unlisted).map((name) => [name]))('is not explained by another: %s', (name) => {
    const performance = runUnlisted(homework.model, name);
    for (const decimals of [undefined, 4, 2]) {
      const all = handIn(homework, performance, decimals);
      for (const set of sets) {
        const answers =
          set === undefined ? all : Object.fromEntries(Object.entries(all).filter(([id]) => set.includes(id)));
        const certain = room
          .explain(answers)
          .causes.filter((cause) => cause.certain)
          .flatMap(({ ids }) => ids);
        expect(certain.filter((id) => !(sameInNature[name] ?? []).includes(id))).toEqual([]);
      }
    }
  });
});

describe('Calibration', () => {
  it('holds: of the causes called certain in a simulated class, 99 in 100 are true', () => {
    const draw = random(5);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
    const bag = numericMisconceptions().flatMap((fault) =>
      Array.from({ length: { H: 4, M: 2, L: 1 }[fault.plausibility] }, () => fault),
    );
    const names = Object.keys(unlisted);
    const questions = homework.questions.flatMap(({ id, answer }) => (answer.kind === 'formula' ? [] : [id]));
    const count = Number(process.env['SIMULATED_STUDENTS'] ?? 1500);
    let [certain, wrong] = [0, 0];
    for (let i = 0; i < count; i += 1) {
      const kind = draw();
      const faults = kind < 0.6 ? [pick(bag)] : kind < 0.7 ? [pick(bag), pick(bag)] : [];
      const name = kind >= 0.7 && kind < 0.9 ? pick(names) : undefined;
      const performance = name === undefined ? perform(homework.model, faults) : runUnlisted(homework.model, name);
      const decimals = pick([undefined, 2, 3, 4, 6]);
      const share = pick([0.3, 0.6, 1]);
      const answers = Object.fromEntries(
        Object.entries(handIn(homework, performance, decimals)).filter(
          ([id]) => questions.includes(id) && draw() < share,
        ),
      );
      // A slip of the pen: a digit, a sign, another option.
      const slip = draw() < 0.2 ? pick(Object.keys(answers).concat('none')) : 'none';
      const slipped = answers[slip];
      if (typeof slipped === 'number' || typeof slipped === 'string')
        answers[slip] = write(-Number(slipped) + 0.1, decimals);
      const truth = new Set<string>(faults.map(({ id }) => id));
      for (const cause of room.explain(answers).causes) {
        if (!cause.certain) continue;
        certain += 1;
        const isTrue =
          cause.ids.some((id) => id.split('+').every((part) => truth.has(part))) ||
          (sameInNature[name ?? ''] ?? []).some((id) => cause.ids.includes(id));
        if (!isTrue) wrong += 1;
      }
    }
    expect(certain).toBeGreaterThan(count / 5);
    expect(wrong).toBeLessThanOrEqual(certain / 100);
  });
});

describe('Predictions', () => {
  it('survive being written down', () => {
    expect(JSON.parse(JSON.stringify(room.predictions))).toEqual(room.predictions);
  });

  it('hold every misconception that has a meaning for the model', () => {
    const ids = room.predictions.numbers.hypotheses.map(({ id }) => id);
    expect(ids.slice(1)).toEqual(
      numericMisconceptions()
        .filter((fault) => applies(fault, homework.model))
        .map(({ id }) => id),
    );
  });
});
