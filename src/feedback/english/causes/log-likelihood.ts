import type { CauseWording } from '../../wording.js';

/** The log-likelihood. */
export const logLikelihoodCauses = () =>
  ({
    'loglik-log10': {
      mistake: 'The logarithm is the one to base 10.',
      hint: 'Which logarithm does the question ask for, and which one does your function compute?',
    },
    'loglik-log2': {
      mistake: 'The logarithm is the one to base 2.',
      hint: 'Which logarithm does the question ask for, and which one does your function compute?',
    },
    'loglik-log1p': {
      mistake: 'You took log(1 + p) where log(p) is meant.',
      hint: 'What does your log function do to its argument first?',
    },
    'loglik-mean': {
      mistake: 'You averaged over the samples.',
      hint: 'Is the log-likelihood of the data a total, or a value per sample?',
    },
    'loglik-product-not-log': {
      mistake: 'This is the likelihood itself, a product of densities; its logarithm was not taken.',
      hint: 'Your number is close to 0: would the logarithm of such a small number be close to 0 too?',
    },
    'loglik-sum-no-log': {
      mistake: 'The densities were added without taking logarithms.',
      hint: 'Which operation does the logarithm turn into a sum?',
    },
    'loglik-log-of-total': {
      mistake: 'The densities of all samples were added, and one logarithm was taken of the total.',
      hint: 'The samples are independent: are their densities added or multiplied?',
    },
    'loglik-weighted-logs': {
      mistake: 'The logarithm of each Gaussian was taken, and the logarithms were averaged with the mixing weights.',
      hint: 'Can the logarithm be moved past the sum over the components?',
      remedy: 'The sum over the components stands inside the logarithm.',
    },
    'loglik-log-each-term': {
      mistake: 'The logarithm was taken of each weighted Gaussian, and the logarithms were added over the components.',
      hint: 'Can the logarithm be moved past the sum over the components?',
      remedy: 'The sum over the components stands inside the logarithm.',
    },
    'loglik-log-each-density': {
      mistake:
        'The logarithms of the Gaussians were added over the components, without the weights and without the mixture’s sum.',
      hint: 'How does the mixture combine its Gaussians for one sample?',
    },
    'loglik-multiply-components': {
      mistake: 'For each sample the weighted Gaussians were multiplied with each other.',
      hint: 'Is a sample drawn from all the Gaussians at once, or from one of them?',
    },
    'loglik-weights-added': {
      mistake: 'The mixing weights were added to the densities.',
      hint: 'How does the mixture formula combine pi_k and N_k?',
    },
    'loglik-no-weights': {
      mistake: 'The mixing weights are missing in the mixture density.',
      hint: 'Does your p(x) integrate to one?',
    },
    'loglik-weight-first-only': {
      mistake: 'Only the first Gaussian is multiplied by its mixing weight.',
      hint: 'Check which weight multiplies which term.',
    },
    'loglik-sign': {
      mistake: 'This is the negative log-likelihood: the sign is turned round.',
      hint: 'What sign does the logarithm of a number below one have?',
    },
    'loglik-deviance': {
      mistake: 'This is the deviance: the log-likelihood times −2.',
      hint: 'Which factor stands in front of your sum?',
    },
    'loglik-max-component': {
      mistake: 'For each sample only the larger of the weighted Gaussians was kept.',
      hint: 'Does a sample’s density come from one component, or from all of them?',
    },
    'loglik-first-component-only': {
      mistake: 'Only the first weighted Gaussian is in your sum.',
      hint: 'How many Gaussians does the mixture have?',
    },
    'loglik-first-density-only': {
      mistake: 'A single Gaussian was evaluated, not the mixture.',
      hint: 'How many Gaussians does the mixture have?',
    },
    'loglik-expected-complete-data': {
      mistake:
        'This is the expected complete-data log-likelihood, the sum that the M-step works with, without its entropy term.',
      hint: 'The problem speaks of more than one objective function: which one does this question ask for?',
    },
    'loglik-resp-weighted-density': {
      mistake: 'The logarithms of the Gaussians were weighted with the responsibilities.',
      hint: 'Do responsibilities occur in the definition of the log-likelihood?',
    },
    'loglik-of-normalised-weights': {
      mistake: 'The logarithm was taken after normalising, when the terms of every sample already add up to 1.',
      hint: 'Where in your loop do you take the logarithm: before or after dividing by the total?',
    },
    'loglik-max-responsibility': {
      mistake: 'The logarithms of the largest responsibilities were added.',
      hint: 'Is a responsibility a density of x?',
    },
    'loglik-after-one-iteration': {
      mistake: 'This is the log-likelihood after one EM step, not at the initial parameters.',
      hint: 'Did your code update theta before it printed?',
    },
    'loglik-at-convergence': {
      mistake: 'This is the log-likelihood after EM has converged, not at the initial parameters.',
      hint: 'Did your code update theta before it printed?',
    },
    'loglik-densities-rounded-4dp': {
      mistake: 'The densities were rounded to four places before the logarithm, so the smallest of them became 0.',
      hint: 'How small is the density of the point that lies farthest out? What is the logarithm of 0?',
    },
    'loglik-intermediate-3-digits': {
      mistake: 'Intermediate values were rounded to a few digits, so the last digits of the result differ.',
      hint: 'How many digits do you keep between the steps?',
    },
    'loglik-terms-rounded': {
      mistake: 'Each sample’s term was rounded before the terms were added.',
      hint: 'At which moment do you round: for every term, or for the sum?',
    },
    'loglik-float32': {
      mistake: 'The computation ran in single precision, so the later digits differ.',
      hint: 'Of which type are your arrays?',
    },
    'loglik-epsilon': {
      mistake: 'A small constant was added inside the logarithm.',
      hint: 'What did you add to avoid log(0), and is it needed here?',
    },
    'loglik-rounded-to-integer': {
      mistake: 'The result was rounded to a whole number.',
      hint: 'To which place does the question ask you to round?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
