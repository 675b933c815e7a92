/** A problem file to change: sound as it stands, with every part explained. It names its folder by path: an id could be that of a problem that ships. */
export const starterProblem = (
  id: string,
): string => `# A homework problem. Change what you like, then try it out: check lint ./${id}
# Every field is explained in problems/README.md; lines that begin with # are remarks.
id: ${id}
title: My homework on mixtures

# What the student is given. {data}, {weights}, {means} and {variances} become the numbers below.
introduction: |
  The samples {data} come from a mixture of two Gaussians. Fit it by the EM algorithm, starting from the
  weights {weights}, the means {means} and the variances {variances}.

# The model. The solver runs it, and derives every answer that says "from" or "answer: { component-with … }".
model:
  family: gaussian # or binomial, with constants: { trials: 10 } and probabilities in place of means and variances
  data: [1, 2, 4, 7, 8]
  start:
    weights: [0.4, 0.6] # fractions such as 1/3 are fine
    means: [2, 5]
    variances: [1, 3]

policy:
  attempts: 3
  # due: 2027-01-31T23:59:00Z     # with zone
  # extension: 1 day              # for everyone; extensions: { s17: 2 days } for some
  # late: { reduce: 0.1, at-most: 0.5 } # or accept, or refuse
  explain: after-attempts # always, after-attempts, after-due, never
  solutions: after-attempts

questions:
  # A number. "decimals: 1" means: right if it rounds to the same tenth.
  - id: log-likelihood
    prompt: What is the log-likelihood of the samples under the parameters we start from? Round to one decimal.
    points: 1
    number: { from: log-likelihood, at: start, decimals: 1 }
    hint: Is the sum over the components inside the logarithm?
    explanation: The logarithm of each sample's density, which is a sum over the components, summed over the samples.

  # One component a sample; a point each.
  - id: assignments
    prompt: To which component, 1 or 2, does the first E-step give more weight, for each sample?
    points: 5
    assignments: { at: start }
    hint: Compare the weighted densities.
    explanation: The component with the larger product of weight and density.

  # A list of numbers; at: 1 is after the first M-step. A table is: table: { from: responsibilities, at: start, decimals: 2 }
  - id: first-step-means
    prompt: The two means after the first M-step, to two decimals.
    points: 2
    list: { from: means, at: 1, decimals: 2 }
    hint: By what do you divide?
    explanation: The average of the samples, weighted by their responsibilities.

  # A formula. Any right spelling is accepted; "states" lets lint check it against the solver.
  - id: mean
    prompt: With two samples x_1 and x_2, which mean of component k does the M-step give? Use gamma_k1 and gamma_k2.
    points: 1
    formula: (gamma_k1*x_1 + gamma_k2*x_2) / (gamma_k1 + gamma_k2)
    symbols: { gamma_k1: [0, 1], gamma_k2: [0, 1], x_1: real, x_2: real }
    elsewhere: { mu_k: real, sigma_k: positive, pi_k: [0, 1] }
    left-hand-side: [hatmu_k]
    states: means
    hint: What comes out if both responsibilities are 1?
    explanation: The average of both samples, weighted by their responsibilities.
    # Tried by lint: what must come out of these answers.
    examples:
      - { answer: (x_1*gamma_k1 + x_2*gamma_k2)/(gamma_k2 + gamma_k1), verdict: correct }
      - { answer: (x_1 + x_2)/2, verdict: incorrect }

  # A choice. The key of an option is the number of a component.
  - id: wider
    prompt: Which component has the larger variance at convergence?
    points: 1
    attempts: 1
    choice:
      options: { 1: the first, 2: the second }
      answer: { component-with: largest, of: variance, at: converged }
    hint: Which samples does each component have in the end?
    explanation: The one whose samples are further apart.
`;
