import type { CauseWording } from '../../wording.js';

const lies = 'A weighted mean lies between the smallest and the largest sample: does yours, for every component?';
const dividesBy = 'A weighted mean divides by the sum of its weights.';

/** The M-step for the means, as numbers and as a formula. */
export const meanCauses = () =>
  ({
    'mu-divided-by-n': {
      mistake: 'The weighted sum is divided by the number of points or samples.',
      hint: lies,
      remedy: dividesBy,
    },
    'mu-no-denominator': {
      mistake: 'This is the weighted sum of the points; nothing divides it.',
      partly: 'The division is missing.',
      hint: lies,
      remedy: dividesBy,
    },
    'mu-missing-parentheses': {
      mistake: 'The fraction line does not reach over the whole numerator and denominator; parentheses may be missing.',
      hint: 'Look at how your formula was read: what ends up above the fraction line?',
    },
    'mu-unweighted': {
      mistake: 'The points are not weighted; the responsibilities are missing.',
      hint: 'Should a point with responsibility 0 influence the mean?',
    },
    'mu-numerator-unweighted': {
      mistake: 'The points in the numerator are not weighted.',
      hint: 'Should a point with responsibility 0 influence the mean?',
    },
    'mu-gamma-index-transposed': {
      mistake: 'The two indices of gamma are exchanged.',
      hint: 'In gamma_ki, which index counts the points?',
      remedy: 'The first index is the component, the second the point.',
    },
    'mu-divided-by-x': {
      mistake: 'The sum is divided by the sum of the points.',
      hint: 'In a weighted mean, what stands below the fraction line?',
      remedy: dividesBy,
    },
    'mu-points-crossed': {
      mistake: 'Each point stands with another point’s weight.',
      hint: 'Which weight belongs to x_1?',
    },
    'mu-component-fixed': {
      mistake: 'This holds for one particular component only.',
      partly: 'The number of one component stands in place of k.',
      hint: 'The formula is asked for any k: where does k occur in your answer?',
    },
    'mu-product-of-sums': {
      mistake: 'The sum of the products was turned into the product of the sums.',
      hint: 'Multiply out (a1 + a2)*(b1 + b2) and compare with a1*b1 + a2*b2.',
    },
    'mu-gamma-squared': {
      mistake: 'The weights enter squared.',
      hint: 'How often is each weight multiplied in?',
    },
    'mu-sign': {
      mistake: 'A minus sign stands where a plus belongs.',
      hint: 'How are the terms of a weighted mean combined?',
    },
    'mu-inverted': {
      mistake: 'Numerator and denominator are exchanged.',
      hint: 'In which unit is your result: that of x, or that of 1/x?',
    },
    'mu-denominator-product': {
      mistake: 'In the denominator the weights are multiplied with each other.',
      hint: 'If one point weighs 2 kg and another 3 kg, what do they weigh together?',
    },
    'mu-divided-twice': {
      mistake: 'The weighted mean is divided once more, by the number of points.',
      hint: 'What does your formula give when all the points are equal?',
    },
    'mu-copy-paste-index': {
      mistake: 'A term repeats the weight of another term: an index was not changed.',
      hint: 'Read the indices of each term once more.',
    },
    'mu-denominator-split': {
      mistake: 'Each term is divided by its own weight, so that the weights cancel.',
      hint: 'Simplify your expression: what remains?',
    },
    'mu-divided-by-k': {
      mistake: 'The weighted sum is divided by the number of components (or of the points in the two-point formula).',
      hint: lies,
      remedy: dividesBy,
    },
    'mu-not-updated': {
      mistake: 'The means were never updated.',
      hint: 'Which of the parameters changed in your M-step?',
    },
    'mu-first-denominator-for-both': {
      mistake: 'Every mean is divided by the responsibilities of the first component.',
      hint: 'Check the index k in the denominator.',
    },
    'mu-denominators-crossed': {
      mistake: 'Each mean is divided by another component’s responsibilities.',
      hint: 'Check the index k in the denominator.',
    },
    'mu-copy-paste-component': {
      mistake:
        'The second component’s mean uses the first component’s responsibilities; that happens when a copied line keeps its index.',
      hint: 'Are your means equal? Should they be?',
    },
    'mu-integer-truncated': {
      mistake: 'The means lost their decimals: an array of integers cuts off what is stored in it.',
      hint: 'Of which type is the array in which you keep the means?',
    },
    'mu-increment': {
      mistake: 'The weighted mean was added to the old mean.',
      hint: 'Does the M-step replace a parameter, or move it by an amount?',
    },
    'mu-prior-weighted': {
      mistake: 'The means carry the mixing weight as an extra factor.',
      hint: 'Once the responsibilities are known, does the mixing weight enter once more?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
