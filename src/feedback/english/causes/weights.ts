import type { CauseWording } from '../../wording.js';

const total = 'What should the mixing weights of all components add up to?';
const average = 'A mixing weight is the average of its component’s responsibilities over the points.';

/** The M-step for the mixing weights, as numbers and as a formula. */
export const weightCauses = () =>
  ({
    'pi-not-divided': {
      mistake: 'This is the sum of the component’s responsibilities; nothing divides it.',
      partly: 'The division is missing.',
      hint: total,
      remedy: average,
    },
    'pi-missing-parentheses': {
      mistake: 'Only the last term is divided; parentheses may be missing around the sum.',
      hint: 'Look at how your formula was read: what ends up above the fraction line?',
    },
    'pi-product': {
      mistake: 'The responsibilities are multiplied with each other.',
      hint: 'Is the share of a component a product over the points?',
      remedy: average,
    },
    'pi-constant': {
      mistake: 'This is a constant: it does not depend on the responsibilities.',
      hint: 'Should the mixing weight depend on the data?',
    },
    'pi-normalised-by-itself': {
      mistake: 'Numerator and denominator are the same, so this is always 1.',
      hint: total,
      remedy: average,
    },
    'pi-gamma-index-transposed': {
      mistake: 'The two indices of gamma are exchanged, so the sum runs over the components of one point.',
      hint: 'In gamma_ki, over which index does the share of component k run?',
    },
    'pi-divided-by-five': {
      mistake:
        'The sum is divided by the number of samples in the data set, but this formula is about the points it names.',
      hint: 'How many points are there in this part of the problem?',
    },
    'pi-component-fixed': {
      mistake: 'This holds for one particular component only.',
      partly: 'The number of one component stands in place of k.',
      hint: 'The formula is asked for any k: where does k occur in your answer?',
    },
    'pi-sign': {
      mistake: 'A minus sign stands where a plus belongs.',
      hint: 'What does your formula give when all the responsibilities are equal?',
    },
    'pi-one-point': {
      mistake: 'This is the share of one point within the component, not the share of the component.',
      partly: 'One point’s responsibility is divided by the sum of all.',
      hint: total,
      remedy: average,
    },
    'pi-is-mean-numerator': {
      mistake: 'The points x_i stand in the formula.',
      hint: 'Does the share of a component depend on where its points lie?',
    },
    'pi-other-component': {
      mistake: 'This is one minus the mixing weight of component k: the share of all the others.',
      partly: 'The result is subtracted from one.',
      hint: 'Is your value large when the responsibilities of component k are large?',
    },
    'pi-geometric-mean': {
      mistake: 'This is a geometric mean of the responsibilities.',
      partly: 'A root of a product is taken.',
      hint: 'With which kind of mean do the weights of all components add up to one?',
    },
    'pi-inverted': {
      mistake: 'Numerator and denominator are exchanged.',
      hint: 'A mixing weight is a share: is your value below one?',
    },
    'pi-divided-by-four': {
      mistake: 'The sum is divided by the number of points times the number of components.',
      hint: total,
      remedy: average,
    },
    'pi-hard': {
      mistake: 'Only the largest responsibility is taken.',
      hint: 'Does each point count?',
    },
    'pi-divided-by-two': {
      mistake: 'The sum is divided by 2 as in the two-point formula, but the data set has another number of samples.',
      hint: 'Where did the 2 in the two-point formula come from?',
    },
    'pi-not-updated': {
      mistake: 'The mixing weights were never updated.',
      hint: 'Which of the parameters changed in your M-step?',
    },
    'pi-hard-counts': {
      mistake: 'The samples were counted by their likelier component.',
      hint: 'Must each sample count wholly for one component?',
    },
    'pi-swapped': {
      mistake: 'The mixing weights are exchanged between the components.',
      hint: 'Which component has the larger share of the samples?',
    },
    'pi-divided-by-n-minus-1': {
      mistake: 'The sum is divided by one less than the number of samples.',
      hint: total,
      remedy: average,
    },
    'pi-last-sample-only': {
      mistake:
        'The weights are the responsibilities of the last sample alone; a variable left over from the loop would do that.',
      hint: 'Over which samples is a mixing weight averaged?',
    },
  }) as const satisfies { readonly [id: string]: CauseWording };
