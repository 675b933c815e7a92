import type { CauseWording } from '../../wording.js';

/** The density of one Gaussian. */
export const densityCauses = () =>
  ({
    'density-variance-as-sd': {
      mistake:
        'Your density takes the variance where it wants a standard deviation (the scale argument of scipy.stats.norm is such a place).',
      hint: 'Read the documentation of your density function: is its last argument sigma or sigma squared?',
    },
    'density-sd-as-variance': {
      mistake: 'Your density takes the standard deviation where its formula wants the variance.',
      hint: 'Put sigma = 2 into your density and into the formula of the question: do they agree?',
    },
    'density-no-normaliser': {
      mistake: 'Your density is only the exponential; the factor in front of it is missing.',
      hint: 'Does your density integrate to one?',
      remedy: 'The factor is 1/sqrt(2·pi·sigma^2).',
    },
    'density-no-2pi': {
      mistake: 'The 2·pi is missing in the factor in front of your density’s exponential.',
      hint: 'Evaluate your N(0; 0, 1): the height of the standard normal at its top is about 0.3989.',
    },
    'density-normaliser-no-root': {
      mistake: 'The square root is missing in the factor in front of your density’s exponential.',
      hint: 'Evaluate your N(0; 0, 1): the height of the standard normal at its top is about 0.3989.',
    },
    'density-normaliser-no-sigma': {
      mistake: 'The factor in front of your density’s exponential does not contain sigma.',
      hint: 'Evaluate your density at x = mu for two different sigmas: should the two heights be the same?',
    },
    'density-normaliser-variance-outside-root': {
      mistake: 'The factor in front of your density’s exponential divides by the variance outside the square root.',
      hint: 'Which parts of the factor in front stand under the root?',
      remedy: 'The whole of 2·pi·sigma^2 is under the root.',
    },
    'density-normaliser-sd-under-root': {
      mistake: 'Under the square root in front of your density stands sigma, not its square.',
      hint: 'Check the power of sigma under the root.',
    },
    'density-exponent-no-half': {
      mistake: 'The factor 1/2 is missing in your density’s exponent.',
      hint: 'Compare your exponent with the formula, factor by factor.',
    },
    'density-exponent-sd': {
      mistake: 'Your density’s exponent divides by the standard deviation where the variance belongs.',
      hint: 'Check the units: what must (x − mu)^2 be divided by to become a pure number?',
    },
    'density-exponent-variance-squared': {
      mistake: 'In your density’s exponent the variance is squared once more.',
      hint: 'Is the number you square in the exponent already a square?',
    },
    'density-exponent-no-square': {
      mistake: 'Your density’s exponent uses the distance |x − mu| without squaring it.',
      hint: 'What happens to the distance in the exponent before it is divided?',
    },
    'density-exponent-no-square-signed': {
      mistake:
        'Your density’s exponent uses x − mu without squaring it, so the density keeps growing to the left of the mean.',
      hint: 'Can a normal density be larger far from its mean than at its mean?',
    },
    'density-exponent-sign': {
      mistake: 'The minus sign in your density’s exponent is missing.',
      hint: 'Can a density grow with the distance from its mean?',
    },
    'density-exponent-precedence': {
      mistake: 'In your density’s exponent, “/2*sigma^2” divides by 2 and then multiplies by the variance.',
      hint: 'In which order does your language carry out / and *? Where would parentheses help?',
    },
    'density-normaliser-precedence': {
      mistake: 'In front of your density, “1/sqrt(2*pi)*sigma” divides by the root and then multiplies by sigma.',
      hint: 'In which order does your language carry out / and *? Where would parentheses help?',
    },
    'density-cdf-for-pdf': {
      mistake: 'The cumulative distribution function was used in place of the density.',
      hint: 'Which function gives the height of the curve, and which the area to its left?',
    },
    'density-pi-rounded': {
      mistake: 'The number pi was typed as 3.14, so the later digits differ.',
      hint: 'Does your language have the constant to full precision?',
    },
    'density-pi-shadowed': {
      mistake: 'Your density uses the mixing weight (a variable called pi) where the number 3.14159… belongs.',
      hint: 'Two different things in this problem are called pi: which of them stands in your density?',
    },
    'density-copy-paste-variance': {
      mistake: 'Every component’s density uses the first variance; that happens when a copied line keeps its index.',
      hint: 'Read the line of the second component and check every index in it.',
    },
    'density-copy-paste-mean': {
      mistake: 'Every component’s density uses the first mean; that happens when a copied line keeps its index.',
      hint: 'Read the line of the second component and check every index in it.',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
