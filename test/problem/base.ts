/** A small sound problem that the tests break, one way at a time. */
export const base = `id: two-coins
title: Two Gaussians
model:
  data: [-1, 0, 4, 5, 6]
  start:
    weights: [0.5, 0.5]
    means: [6, 7]
    variances: [1, 4]
policy:
  attempts: 3
  due: 2026-09-01T23:59:00Z
  extension: 1 day
questions:
  - id: log-likelihood
    prompt: What is the log-likelihood?
    points: 1
    number: { from: log-likelihood, at: start, decimals: 1 }
  - id: mixing-weight
    prompt: Which weight?
    points: 2
    formula: (gamma_k1 + gamma_k2) / 2
    symbols: { gamma_k1: [0, 1], gamma_k2: [0, 1], gamma_11: [0, 1], gamma_21: [0, 1] }
    given: [gamma_11 + gamma_21 = 1]
    form: { simplified: true, otherwise: 0.5 }
  - id: larger
    prompt: Which variance is larger?
    points: 1
    choice:
      options: { 1: the first, 2: the second }
      answer: { component-with: largest, of: variance, at: converged }
`;

/** The base with every \`from\` replaced by \`to\`; fails where there is nothing to replace. */
export const broken = (...edits: readonly (readonly [from: string, to: string])[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`“${from}” is not in the base`);
    return text.replaceAll(from, () => to);
  }, base);
