import type { CauseWording } from '../../wording.js';

const converged = 'How do you decide that the algorithm has converged? Do the values still move?';
const fixedDuring = 'Which quantities stay fixed during the whole M-step?';
const keepDigits = 'How many digits do you keep between the steps?';

/** The schedule of the steps, and what is reported at the end. */
export const loopCauses = () =>
  ({
    'loop-one-iteration': { mistake: 'The run was stopped after one iteration.', hint: converged },
    'loop-two-iterations': { mistake: 'The run was stopped after two iterations.', hint: converged },
    'loop-five-iterations': { mistake: 'The run was stopped after five iterations.', hint: converged },
    'loop-frozen-responsibilities': {
      mistake: 'The responsibilities were computed once and never again.',
      hint: 'Which step has to be repeated after the parameters have changed?',
    },
    'loop-tolerance-1e-1': {
      mistake:
        'The run was stopped as soon as the log-likelihood changed by less than 0.1 in a step; that was too early.',
      hint: converged,
    },
    'loop-tolerance-1e-2': {
      mistake:
        'The run was stopped as soon as the log-likelihood changed by less than 0.01 in a step; that was too early.',
      hint: converged,
    },
    'loop-tolerance-1e-3': {
      mistake:
        'The run was stopped as soon as the log-likelihood changed by less than 0.001 in a step (scikit-learn’s default); that was too early.',
      hint: converged,
    },
    'loop-reestimates-between-updates': {
      mistake: 'The responsibilities were computed anew between the update of the means and that of the variances.',
      hint: fixedDuring,
    },
    'tool-mixtools-ecm': {
      mistake:
        'These are the values of R’s mixtools::normalmixEM, which computes the responsibilities anew between the two halves of the M-step: the same limit, but another first step.',
      hint: 'In the question’s definition, which quantities stay fixed during the whole M-step?',
    },
    'loop-component-by-component': {
      mistake: 'One component was updated before the responsibilities of the next were computed.',
      hint: fixedDuring,
    },
    'loop-stale-variance': {
      mistake: 'The E-step keeps using the initial variances.',
      hint: 'Which parameters does your E-step read in the second iteration?',
    },
    'loop-stale-mean': {
      mistake: 'The E-step keeps using the initial means.',
      hint: 'Which parameters does your E-step read in the second iteration?',
    },
    'loop-variance-overwrites-sd': {
      mistake:
        'The first step is right, but after it the new variance is stored in the variable that your density reads as a standard deviation.',
      hint: 'What is in your sigma variable after the first M-step: sigma or sigma squared?',
    },
    'loop-sd-read-as-variance-after-first': {
      mistake: 'The first step is right, but after it your density reads a standard deviation as a variance.',
      hint: 'What is in your variance variable after the first M-step: sigma or sigma squared?',
    },
    'loop-rounds-parameters': {
      mistake: 'The parameters were rounded to two places in every step.',
      hint: keepDigits,
    },
    'loop-rounds-parameters-1dp': {
      mistake: 'The parameters were rounded to one place in every step.',
      hint: keepDigits,
    },
    'step-off-by-one': {
      mistake: 'These are the values after one iteration more than the question asks for.',
      hint: 'How many E-steps did you run before you read off the values?',
    },
    'report-sd-for-variance': {
      mistake: 'Standard deviations were handed in where variances are asked for.',
      hint: 'Which power of sigma does the question ask for?',
    },
    'report-squared-variance': {
      mistake: 'The variances were squared once more before they were handed in.',
      hint: 'Is your result sigma squared, or the square of that?',
    },
    'report-components-swapped': {
      mistake: 'The components are in another order than in the question.',
      hint: 'Which component is called number 1 in the question?',
    },
    'report-variances-swapped': {
      mistake: 'The variances are exchanged between the components.',
      hint: 'Which component is the wide one?',
    },
    'report-responsibility-columns-swapped': {
      mistake: 'The columns of the table are exchanged between the components.',
      hint: 'Which component lies nearest to which samples?',
    },
    'training3-extrapolates-first-step': {
      mistake: 'This would be the answer for the first step; after convergence the picture is a different one.',
      hint: 'Which points does each Gaussian own in the end, and which of these groups is spread out more?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
