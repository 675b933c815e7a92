import type { CauseWording } from '../../wording.js';

const sumOrMean = 'Is a variance a sum of squares, or a mean of squares? A mean with which weights?';
const dividesBy = 'The weighted sum of squares is divided by the sum of its weights.';

/** The M-step for the variances, as numbers and as a formula. */
export const varianceCauses = () =>
  ({
    'var-no-square': {
      mistake: 'The deviations are not squared.',
      hint: 'What do the weighted deviations from the weighted mean always add up to?',
    },
    'var-divided-by-n': {
      mistake: 'The weighted sum is divided by the number of points or samples.',
      hint: sumOrMean,
      remedy: dividesBy,
    },
    'var-no-denominator': {
      mistake: 'This is the weighted sum of squares; nothing divides it.',
      partly: 'The division is missing.',
      hint: sumOrMean,
      remedy: dividesBy,
    },
    'var-old-mean': {
      mistake: 'The variance is measured around the mean from before this M-step.',
      hint: 'Which mean makes the bound largest together with this variance: the one before or the one after the step?',
      remedy: 'The new mean, mu-hat, belongs there.',
    },
    'var-missing-parentheses': {
      mistake: 'The fraction line does not reach over the whole numerator and denominator; parentheses may be missing.',
      hint: 'Look at how your formula was read: what ends up above the fraction line?',
    },
    'var-sqrt': {
      mistake: 'This is the standard deviation.',
      partly: 'A square root is taken of the whole.',
      hint: 'Which power of sigma does the question ask for?',
    },
    'var-gamma-inside-square': {
      mistake: 'The weight stands inside the square, so it is squared as well.',
      hint: 'What exactly is squared?',
    },
    'var-gamma-on-x-only': {
      mistake: 'The weight multiplies only x_i, inside the square.',
      hint: 'What exactly is weighted: the point, or its squared deviation?',
    },
    'var-square-outside-sum': {
      mistake: 'The square stands outside the sum, so the deviations cancel before they are squared.',
      hint: 'What is squared: each deviation, or their sum?',
    },
    'var-bessel': {
      mistake: 'One was subtracted in the denominator, as for the unbiased variance.',
      hint: 'Is the maximum-likelihood variance the unbiased one?',
    },
    'var-absolute': {
      mistake: 'This is the mean absolute deviation.',
      partly: 'Absolute deviations stand in place of squared ones.',
      hint: 'What is done to each deviation before averaging?',
    },
    'var-second-moment': {
      mistake: 'The mean is not subtracted: this is the weighted mean of x squared.',
      partly: 'The mean is not subtracted.',
      hint: 'Is the variance measured around 0?',
    },
    'var-moment-mean-not-squared': {
      mistake: 'In the short form “mean of the squares minus …” the mean was subtracted without its square.',
      hint: 'Check the units of your two terms.',
    },
    'var-hatmu-index': {
      mistake: 'The index of mu-hat is the number of the point.',
      hint: 'Does each point have a mean of its own?',
      remedy: 'The mean carries the component’s index, k.',
    },
    'var-component-fixed': {
      mistake: 'This holds for one particular component only.',
      partly: 'The number of one component stands in place of k.',
      hint: 'The formula is asked for any k: where does k occur in your answer?',
    },
    'var-sign': {
      mistake: 'Point and mean are added where their difference belongs.',
      hint: 'What should the deviation be of a point that equals the mean?',
    },
    'var-points-crossed': {
      mistake: 'Each point stands with another point’s weight.',
      hint: 'Which weight belongs to x_1?',
    },
    'var-unweighted': {
      mistake: 'The squared deviations are not weighted with the responsibilities.',
      hint: 'Should a point with responsibility 0 influence the variance?',
    },
    'var-gamma-index-transposed': {
      mistake: 'The two indices of gamma are exchanged.',
      hint: 'In gamma_ki, which index counts the points?',
      remedy: 'The first index is the component, the second the point.',
    },
    'var-square-on-mean-only': {
      mistake: 'Only the mean is squared, not the whole difference; parentheses may be missing.',
      hint: 'Look at how your formula was read: to what does your exponent apply?',
    },
    'var-denominator-squared': {
      mistake: 'The denominator is squared.',
      hint: 'Check the units: do your weights cancel?',
    },
    'var-wrong-power': {
      mistake: 'The deviations are raised to a power that does not make a variance.',
      hint: 'Check the units of your result.',
    },
    'var-gamma-squared': {
      mistake: 'The weights enter squared.',
      hint: 'How often is each weight multiplied in?',
    },
    'var-absolute-deviation': {
      mistake: 'These are mean absolute deviations.',
      hint: 'What is done to each deviation before averaging?',
    },
    'var-sd-stored': {
      mistake: 'The standard deviation was stored where the variance is kept.',
      hint: 'Is the quantity you keep between the steps sigma or sigma squared?',
    },
    'var-np-cov': {
      mistake: 'A library call (np.cov with aweights is one) applied an unbiasing correction.',
      hint: 'Which ddof does your function use if you say nothing? Is the maximum-likelihood variance the unbiased one?',
    },
    'var-global-mean': {
      mistake: 'The variances are measured around the mean of all the samples.',
      hint: 'Around which mean is the variance of component k measured?',
    },
    'var-not-updated': {
      mistake: 'The variances were never updated.',
      hint: 'Which of the parameters changed in your M-step?',
    },
    'var-divided-by-k': {
      mistake:
        'The weighted sum of squares is divided by the number of components (or of the points in the two-point formula).',
      hint: sumOrMean,
      remedy: dividesBy,
    },
    'var-squared-again': {
      mistake: 'What was already a variance was squared once more.',
      hint: 'Is the result of your formula sigma or sigma squared?',
    },
    'var-pooled': {
      mistake: 'All components got one common variance.',
      hint: 'Does the model have one variance, or one for each component?',
    },
    'var-regularised': {
      mistake:
        'A small constant was added to the variances (scikit-learn’s reg_covar does so), so the digits after about the sixth differ.',
      hint: 'Does your library add something to keep the variances positive?',
    },
    'var-first-denominator-for-both': {
      mistake: 'Every variance is divided by the responsibilities of the first component.',
      hint: 'Check the index k in the denominator.',
    },
    'var-copy-paste-mean': {
      mistake:
        'The second component’s variance is measured around the first component’s mean; that happens when a copied line keeps its index.',
      hint: 'Check the index of the mean in every line.',
    },
    'var-means-crossed': {
      mistake: 'Each variance is measured around another component’s mean.',
      hint: 'Check the index of the mean.',
    },
    'var-integer-truncated': {
      mistake: 'The variances lost their decimals: an array of integers cuts off what is stored in it.',
      hint: 'Of which type is the array in which you keep the variances?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
