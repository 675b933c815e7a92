import type { Problem, Question } from '../../src/types.js';
import type { KeptQuestion, KeptReport, Picture, Row } from '../../src/report/index.js';

/** The mean, with the wrong denominator. */
const latex = '\\frac{\\gamma_{k1} x_{1} + \\gamma_{k2} x_{2}}{2}';

const question = (id: string, title: string, points: number, prompt: string): Question => ({
  id,
  title,
  prompt,
  points,
  answer: { kind: 'number', key: { stated: '1' }, precision: { decimals: 1 } },
});

export const problem: Problem = {
  id: 'mixture',
  title: 'A mixture of two Gaussians',
  model: {
    family: 'gaussian',
    data: [-1, 0, 4, 5, 6],
    start: { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] },
  },
  policy: {
    attempts: 3,
    late: { kind: 'accept' },
    keep: 'best',
    hints: 'always',
    causes: 'always',
    explanations: 'after-attempts',
    solutions: 'after-due',
    followThrough: 0,
  },
  questions: [
    question(
      'log-likelihood',
      'Log-likelihood',
      1,
      'What is the log-likelihood of the data for the initial parameters?',
    ),
    question('mean', 'M-step: the mean', 3, 'What is the optimal mean of component k?'),
    {
      ...question('larger', 'Variance at convergence', 1, 'Which variance is larger once the algorithm has converged?'),
      answer: { kind: 'choice', options: { 1: 'σ₁²', 2: 'σ₂²' }, key: { stated: '1' } },
    },
    question('weight', 'M-step: the mixing weight', 1, 'What is the optimal mixing weight of component k?'),
    question('converged-means', 'Means at convergence', 0, 'Which means does your program converge to?'),
  ],
};

const reportOn = (id: string, verdict: KeptQuestion['verdict'], more: Partial<KeptQuestion>): KeptQuestion => ({
  id,
  verdict,
  earned: 0,
  possible: problem.questions.find((entry) => entry.id === id)?.points ?? 0,
  proof: { method: 'none' },
  causes: [],
  messages: [],
  ...more,
});

const mistake = { ids: ['loop-variance-overwrites-sd'], certain: true };

export const report: KeptReport = {
  problem: 'mixture',
  student: 's17',
  file: 's17.json',
  attempt: 1,
  earned: 2,
  possible: 6,
  questions: [
    reportOn('log-likelihood', 'correct', {
      earned: 1,
      answer: -24.5,
      messages: ['Right.'],
      proof: { method: 'rounding', reference: '-24.5', given: '-24.5', decimals: 1 },
    }),
    reportOn('mean', 'partial', {
      earned: 1,
      answer: '(gamma_k1*x_1 + gamma_k2*x_2)/2',
      latex,
      messages: ['The numerator is right.', 'What should a weighted average be divided by?'],
    }),
    reportOn('larger', 'incorrect', {
      answer: '2',
      causes: [mistake],
      messages: ['Not right. It follows from the variance that your loop stores as a standard deviation.'],
    }),
    reportOn('weight', 'undecided', {
      answer: 'log(exp(gamma_k1))',
      messages: ['This could not be decided, so a person will look at it.'],
    }),
    reportOn('converged-means', 'incorrect', {
      answer: [5.03812884, 0.69307411],
      causes: [mistake],
      messages: [
        'After the first M-step the new variance is stored in the variable that the density reads as a standard deviation.',
        'Both numbers agree to eight digits with what that mistake gives.',
        'Which of the two does your density take, and which does your M-step hand back?',
      ],
    }),
  ],
  causes: [{ ...mistake, explains: ['larger', 'converged-means'], leaves: ['mean'], digits: 9, chance: 1e-12 }],
  messages: ['One mistake explains two of your answers.'],
  warnings: [],
};

export const picture: Picture = {
  data: [-1, 0, 4, 5, 6],
  theirs: {
    samples: [-1, 0, 4, 5, 6],
    parameters: { weights: [0.58, 0.42], means: [5.038, 0.69], variances: [0.6199, 5.3268] },
    responsibilities: [
      [0.0001, 0.9999],
      [0.01, 0.99],
      [0.46, 0.54],
      [0.76, 0.24],
      [0.62, 0.38],
    ],
    logLikelihoods: [-24.51, -11.5, -10.9, -11.05, -10.8, -10.78],
  },
  right: {
    samples: [-1, 0, 4, 5, 6],
    parameters: { weights: [0.6, 0.4], means: [5, -0.5], variances: [2 / 3, 0.25] },
    responsibilities: [
      [0.00001, 0.99999],
      [0.002, 0.998],
      [0.4, 0.6],
      [0.7, 0.3],
      [0.6, 0.4],
    ],
    logLikelihoods: [-24.51, -10.6, -9.4, -8.2, -7.9, -7.88],
  },
};

/** A row with verdicts and points for the questions of the problem. */
export const rowOf = (student: string, verdicts: readonly KeptQuestion['verdict'][], more: Partial<Row> = {}): Row => {
  const questions = problem.questions.map(({ id, points }, i) => {
    const verdict = verdicts[i] ?? 'blank';
    return {
      id,
      verdict,
      earned: verdict === 'correct' ? points : verdict === 'partial' ? points / 2 : 0,
      possible: points,
      lost: 0,
    };
  });
  return {
    problem: 'mixture',
    student,
    file: `${student}.json`,
    attempt: 1,
    earned: questions.reduce((sum, { earned }) => sum + earned, 0),
    possible: 6,
    lost: 0,
    questions,
    causes: [],
    unexplained: [],
    waiting: questions
      .filter(({ verdict, possible }) => possible > 0 && (verdict === 'undecided' || verdict === 'ungradable'))
      .map(({ id }) => ({ question: id, text: '?', why: 'Why.' })),
    warnings: [],
    pictures: [],
    ...more,
  };
};
