import type { CauseWording } from '../../wording.js';

/** The E-step: responsibilities as numbers and as a formula, and the assignments read off them. */
export const responsibilityCauses = () =>
  ({
    'resp-no-prior': {
      mistake: 'The mixing weights do not enter the responsibilities.',
      hint: 'Which two factors make up p(x, y = k)?',
      remedy:
        'Bayes’ rule multiplies each density by its prior. With equal weights the difference does not show in the first step.',
    },
    'resp-same-prior-cancels': {
      mistake: 'The same mixing weight stands in every term of the denominator.',
      hint: 'Which weight belongs to which density?',
    },
    'resp-unnormalised': {
      mistake: 'The terms of the components have not been divided by their total.',
      hint: 'Do your values for one point add up to one?',
    },
    'resp-likelihood-only': {
      mistake: 'This is p(x | y = k), not p(y = k | x).',
      partly: 'The density stands alone.',
      hint: 'Which way round is the conditional probability?',
    },
    'resp-prior-only': {
      mistake: 'This is the mixing weight itself, so it does not depend on the point.',
      partly: 'The mixing weight stands alone.',
      hint: 'Should all points have the same responsibilities? Where does x enter?',
    },
    'resp-denominator-no-prior': {
      mistake: 'The mixing weights are missing in the denominator.',
      hint: 'Is your denominator p(x)?',
    },
    'resp-numerator-no-prior': {
      mistake: 'The mixing weight is missing in the numerator.',
      hint: 'Is your numerator p(x, y = k)?',
    },
    'resp-missing-parentheses': {
      mistake: 'Only the first part of the denominator is divided by; parentheses may be missing around it.',
      hint: 'Look at how your formula was read: what ends up under the fraction line?',
    },
    'resp-component-fixed': {
      mistake: 'This holds for one particular component only.',
      partly: 'The number of one component stands in place of k.',
      hint: 'The formula is asked for any k: where does k occur in your answer?',
    },
    'resp-denominator-product': {
      mistake: 'The terms of the denominator are multiplied with each other.',
      hint: 'How does p(x) combine the Gaussians?',
    },
    'resp-denominator-crossed': {
      mistake: 'In the denominator each weight stands with another component’s density.',
      hint: 'Which weight belongs to N_1?',
    },
    'resp-odds': {
      mistake: 'This is the ratio of one component to another (odds), not a probability.',
      partly: 'One component is divided by another, not by the total.',
      hint: 'Can a probability exceed one?',
    },
    'resp-inverted': {
      mistake: 'Numerator and denominator are exchanged.',
      hint: 'A responsibility is a probability: is your value below one?',
    },
    'resp-sum-of-products-split': {
      mistake: 'The sum of products was turned into a product of sums.',
      hint: 'Is a1*b1 + a2*b2 the same as (a1 + a2)*(b1 + b2)?',
    },
    'resp-added': {
      mistake: 'Weights and densities are added to each other.',
      hint: 'How do prior and likelihood combine in Bayes’ rule?',
    },
    'resp-other-component': {
      mistake: 'This is one minus the responsibility of component k: that of all the others.',
      partly: 'The result is subtracted from one.',
      hint: 'Is your value large where N_k is large?',
    },
    'resp-denominator-averaged': {
      mistake:
        'The responsibilities of one point add up to more than one, as they do where the denominator is an average in place of a sum.',
      hint: 'Do your values for one point add up to one?',
    },
    'resp-prior-squared': {
      mistake: 'The mixing weight is multiplied in twice.',
      hint: 'How often should pi_k occur in the numerator?',
      remedy: 'Each prior enters once.',
    },
    'resp-sign': {
      mistake: 'A minus sign stands in the denominator.',
      hint: 'Are the probabilities of events that exclude each other added or subtracted?',
    },
    'resp-log-left': {
      mistake: 'This is the logarithm of the responsibility.',
      partly: 'A logarithm is taken of the whole.',
      hint: 'A responsibility is a probability: is your value between 0 and 1?',
    },
    'resp-normalised-over-points': {
      mistake: 'The table was normalised over the samples, so each component’s column adds up to one.',
      hint: 'Along which axis must your table add up to one?',
    },
    'resp-normalised-over-table': {
      mistake: 'The table was divided by the total of all its entries, as a sum without an axis does.',
      hint: 'For one sample, what should the numbers add up to?',
    },
    'resp-components-swapped': {
      mistake: 'The columns of your responsibilities are exchanged between the components.',
      hint: 'Which component lies nearest to which samples?',
    },
    'resp-hard-assignment': {
      mistake: 'Every sample was given wholly to its likelier component.',
      hint: 'Must a sample belong to one Gaussian only, or can it belong to several in part?',
      remedy: 'EM uses the probabilities themselves.',
    },
    'resp-nearest-mean': {
      mistake: 'Every sample was given to the component with the nearest mean, as k-means does.',
      hint: 'Does distance alone decide when the Gaussians differ in width and weight?',
    },
    'resp-softmax-of-joint': {
      mistake: 'The products pi_k·N_k were put through a softmax, which exponentiates them once more.',
      hint: 'Are your scores logarithms, or already probabilities that lack only the normalising?',
    },
    'resp-softmax-of-density': {
      mistake: 'The densities were put through a softmax, which exponentiates them once more.',
      hint: 'Are your scores logarithms, or already probabilities that lack only the normalising?',
    },
    'resp-log-normalised': {
      mistake: 'The logarithms were divided by their sum.',
      hint: 'Do logarithms divided by their sum give probabilities?',
    },
    'assign-nearest-mean': {
      mistake: 'The points were assigned by their distance to the means alone.',
      hint: 'How unlikely is a point many standard deviations away from the nearer mean?',
      remedy: 'The widths of the Gaussians and their weights count as well.',
    },
    'assign-inverted': {
      mistake: 'The component numbers are exchanged throughout.',
      hint: 'Which number does the question want when p(y = 2 | x) is the larger?',
    },
    'assign-zero-based': {
      mistake: 'Your components are numbered from 0; the question numbers them from 1.',
      hint: 'Which answers does the question allow?',
    },
    'assign-final-clusters': {
      mistake: 'These are the clusters one sees by eye, or after EM has run; the question is about the first E-step.',
      hint: 'With the initial parameters, where exactly does one Gaussian overtake the other?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
