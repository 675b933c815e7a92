import { componentFor, isFailure, quantity, type Outcome, type Reading, type Solution } from '../../em/index.js';
import { perform, type NumericMisconception } from '../../misconceptions/index.js';
import type { ComponentCriterion, Model, Parameters, QuantityReference } from '../../types.js';
import { formatNumber } from './format-number.js';

/** A run to be shown: the right one, or that of a mistake. Answers are texts, or a word for why there is none. */
export type Course = {
  readonly name: string;
  /** θ by iteration, from `first` on. */
  readonly iterates: readonly Parameters[];
  readonly first: number;
  readonly ending: string;
  readonly answer: (ref: QuantityReference) => Reading | undefined;
  readonly choose: (criterion: ComponentCriterion) => string;
};

const endings = {
  converged: ({ iterations }) => `Converged: after ${iterations} iterations no parameter moves any more.`,
  'not-converged': ({ iterations, move }) =>
    `Not converged: after ${iterations} iterations a parameter still moves by ${formatNumber(move)}.`,
  'variance-zero': ({ component, iteration }) =>
    `Collapsed: in iteration ${iteration} component ${component} closes in on a single value, and its variance becomes zero.`,
  'empty-component': ({ component, iteration }) =>
    `Lost: in iteration ${iteration} no observation is left to component ${component}.`,
  'out-of-range': ({ iteration }) =>
    `Out of range: in iteration ${iteration} numbers are too large or too small to calculate with.`,
  'single-step': () => 'One M-step from the given responsibilities; there is no loop.',
} satisfies { readonly [Kind in Outcome['kind']]: (outcome: Extract<Outcome, { kind: Kind }>) => string };

const endingOf = (outcome: Outcome): string => {
  // Each entry takes the outcome of its own kind.
  const say: (outcome: never) => string = endings[outcome.kind];
  return say(outcome as never);
};

/** The run of the right procedure. */
export const rightCourse = (solution: Solution): Course => ({
  name: 'right',
  iterates: solution.iterates.map(({ parameters }) => parameters),
  first: solution.iterates[0]?.iteration ?? 0,
  ending: endingOf(solution.outcome),
  answer: (ref) => {
    const value = quantity(solution, ref);
    return isFailure(value) ? undefined : value;
  },
  choose: (criterion) => {
    const choice = componentFor(solution, criterion);
    if (choice.kind === 'component') return String(choice.component);
    return choice.kind === 'tie' ? 'tie' : '-';
  },
});

/** The run that some misconceptions make of it. */
export const wrongCourse = (model: Model, misconceptions: readonly NumericMisconception[]): Course => {
  const performance = perform(model, misconceptions);
  const iterations = performance.trajectory.length - 1;
  const first = model.start === undefined ? 1 : 0;
  const ways = {
    settled: `Settles: after ${iterations} iterations no parameter moves any more.`,
    stopped: `Stops after ${iterations} iteration${iterations === 1 ? '' : 's'}.`,
    unsettled: `Does not settle: after ${iterations} iterations the parameters still move.`,
    'not-finite': `Breaks down: after ${iterations} iterations a number is none any more.`,
    'variance-zero': 'Collapses.',
    'empty-component': 'Loses a component.',
  } satisfies { readonly [Kind in typeof performance.ending.kind]: string };
  return {
    name: misconceptions.map(({ id }) => id).join(' + '),
    iterates: performance.trajectory.slice(first),
    first,
    ending: ways[performance.ending.kind],
    answer: performance.answer,
    choose: (criterion) => {
      const choice = performance.choose(criterion);
      return choice === undefined ? '-' : choice.clear ? String(choice.component) : 'open';
    },
  };
};
