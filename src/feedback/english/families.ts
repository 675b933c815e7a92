import type { CauseWording } from '../wording.js';

/** What to say where several mistakes of one kind give the very same answers. */
export const families = () =>
  ({
    'variance-used-as-sd': {
      mistake: 'A variance was used where a standard deviation belongs.',
      hint: 'Follow sigma through your computation: where is it sigma, and where sigma squared?',
    },
    'sd-used-or-given-as-variance': {
      mistake: 'A standard deviation was used, or handed in, where a variance belongs.',
      hint: 'Follow sigma through your computation: where is it sigma, and where sigma squared?',
    },
    'variance-squared-twice': {
      mistake: 'What was already a variance was squared once more.',
      hint: 'Is the result of your formula sigma squared, or do you square it again afterwards?',
    },
    'components-exchanged': {
      mistake: 'The components are exchanged somewhere: with another order, other values belong to “component 1”.',
      hint: 'Which component is called number 1 in the question? Is it so in every step?',
    },
    'density-normaliser': {
      mistake: 'The factor in front of your density’s exponential is not right.',
      hint: 'Does your density integrate to one, for every sigma?',
    },
    'one-variance-for-both': {
      mistake: 'All components use the same variance.',
      hint: 'Does each component start with a spread of its own?',
    },
    'density-exponent': {
      mistake: 'The exponent of your density is not right.',
      hint: 'Compare your exponent with the formula, factor by factor.',
    },
    'log-inside-the-sum': {
      mistake: 'The logarithm was taken of each component’s term, before the terms were combined.',
      hint: 'Can the logarithm be moved past the sum over the components?',
    },
    'no-logarithm': {
      mistake: 'The logarithm is missing, or was taken of something else than the density.',
      hint: 'The logarithm of what is added up, and over which index?',
    },
    'weights-missing-in-mixture': {
      mistake: 'Not every Gaussian is multiplied by its mixing weight.',
      hint: 'Does your p(x) integrate to one?',
    },
    rounding: {
      mistake: 'Something was rounded, or computed to few digits, before the end.',
      hint: 'How many digits do you keep between the steps?',
    },
    'theta-not-initial': {
      mistake: 'These values belong to other parameters than the initial ones.',
      hint: 'Did your code update theta before it printed?',
    },
    'resp-not-normalised': {
      mistake: 'The responsibilities of a point do not add up to one.',
      hint: 'What should p(y = k | x) add up to over all k?',
    },
    'resp-wrong-axis': {
      mistake: 'The responsibilities were normalised over the wrong index.',
      hint: 'Along which axis must your table add up to one?',
    },
    'softmax-of-probabilities': {
      mistake: 'Probabilities were put through a softmax, which is meant for logarithms.',
      hint: 'Are your scores logarithms, or already probabilities that lack only the normalising?',
    },
    'prior-in-e-step': {
      mistake: 'The mixing weights do not enter the responsibilities as Bayes’ rule has them.',
      hint: 'How often should pi_k occur above and below the fraction line?',
    },
    'hard-assignment': {
      mistake: 'Samples were given wholly to their likelier component.',
      hint: 'Must a sample belong to one Gaussian only, or can it belong to several in part?',
    },
    'deviation-not-squared': {
      mistake: 'The deviations are not squared one by one.',
      hint: 'What is done to each deviation before averaging?',
    },
    'unbiased-variance': {
      mistake: 'A correction for an unbiased variance was applied.',
      hint: 'Is the maximum-likelihood variance the unbiased one?',
    },
    'stopped-early-or-not-iterated': {
      mistake: 'The run was stopped before it had converged, or the E-step was not repeated.',
      hint: 'How do you decide that the algorithm has converged? Do the values still move?',
    },
    'sample-left-out': {
      mistake: 'A sample was left out.',
      hint: 'Count the samples that your sums really visit.',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
