import type { CauseWording } from '../../wording.js';

/** The data, and θ at the start. */
export const dataCauses = () =>
  ({
    'data-drop-first': {
      mistake:
        'The first sample was left out. That happens when the samples are numbered from 0 and a loop starts at 1.',
      hint: 'How many terms does your sum have? Which index does the first sample carry?',
    },
    'data-drop-last': {
      mistake: 'The last sample was left out: a loop stopped one short.',
      hint: 'Count the samples your loop really visits.',
    },
    'data-duplicate-point': {
      mistake: 'One sample is counted twice.',
      hint: 'Compare the list you typed with the list in the question, one entry at a time.',
    },
    'data-minus-sign-lost': {
      mistake: 'A sample lost its minus sign when it was typed in.',
      hint: 'Check the sign of every sample.',
    },
    'data-indices-as-samples': {
      mistake: 'The numbers of the samples (0, 1, 2, …) were used in place of their values.',
      hint: 'What does x^(i) stand for: the number i, or the i-th value?',
    },
    'data-zero-dropped': {
      mistake: 'A sample whose value is 0 got lost; a test such as `if x:` takes 0 for “nothing there”.',
      hint: 'Which of the values is special to a computer’s true-or-false test?',
    },
    'data-standardised': {
      mistake:
        'The samples were rescaled to mean 0 and variance 1, but the initial parameters are given on the original scale.',
      hint: 'Are your samples and your initial means in the same units?',
    },
    'init-variance-read-as-sd': {
      mistake: 'The given initial variances were taken for standard deviations.',
      hint: 'Look at the symbols in theta: which power of sigma is listed?',
      remedy: 'The values listed in theta are already variances (sigma squared).',
    },
    'init-sd-passed-as-variance': {
      mistake:
        'Square roots of the initial variances were taken first, and then used in a formula that expects variances.',
      hint: 'What does your density expect as its third argument: sigma or sigma squared?',
    },
    'init-means-swapped': {
      mistake: 'The initial means are exchanged between the components.',
      hint: 'Which initial mean stands together with which initial variance?',
    },
    'init-variances-swapped': {
      mistake: 'The initial variances are exchanged between the components.',
      hint: 'Which initial variance stands together with which initial mean?',
    },
    'init-theta-order-misread': {
      mistake:
        'The entries of the initial theta were read in another order: mean, variance, mean, variance, one component after the other.',
      hint: 'In which order does the definition of theta list its entries?',
      remedy: 'All the means are listed first, then all the variances.',
    },
    'init-unit-variances': {
      mistake: 'Every component started with variance 1.',
      hint: 'Do all components start with the same spread?',
    },
    'init-components-swapped': {
      mistake: 'Your components are numbered the other way round than in the question.',
      hint: 'Which component is called number 1 in the question?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
