import type { Evidence, Wording } from '../wording.js';
import { causeFor, familyFor } from './causes.js';
import { facts } from './facts.js';
import { digits as digitsOf, foreignSymbols, remarks, unknownSymbols } from './remarks.js';
import { amount, capital, cardinal, listed, moment, plural, points, quoted } from './words.js';

/** Who gives what: the cause as the subject of `give`. */
const giver = ({ mistakes }: Evidence): { readonly name: string; readonly verb: (singular: string) => string } => {
  if (mistakes === 'two together')
    return { name: 'these two mistakes', verb: (singular) => singular.replace(/s$/, '') };
  return {
    name: mistakes === 'one' ? 'this mistake' : 'each of these mistakes',
    verb: (singular) => singular,
  };
};

const evidenceSentence = (evidence: Evidence): string => {
  const { kind, digits, moment: when, leaves } = evidence;
  const { name, verb } = giver(evidence);
  const source =
    when === 'start'
      ? `what ${name} ${verb('gives')}`
      : when === 'end'
        ? `what EM converges to with ${name}`
        : `what EM gives with ${name} after ${plural(when.iteration, 'iteration')}`;
  const agreement =
    digits === undefined || digits < 1
      ? `${kind === 'one number' ? 'is' : 'are'} ${source}`
      : `${kind === 'one number' ? 'agrees' : 'agree'} with ${source} to ${plural(digits, 'digit')}`;
  const fact = {
    'one number': `Your number ${agreement}`,
    numbers: `Your numbers ${agreement}`,
    formula: `Your formula equals what ${name} ${verb('makes')} of the right one`,
    choice: `With ${name} one arrives at this answer`,
  }[kind];
  const not =
    leaves.length > 0
      ? ` It does not explain your ${leaves.length === 1 ? 'answer' : 'answers'} to ${listed(leaves.map(quoted))}.`
      : '';
  return `${fact}.${not}`;
};

/** Possibilities. */
const lettered = (mistakes: readonly string[]): string =>
  mistakes.map((mistake, index) => `(${String.fromCharCode(97 + index)}) ${mistake}`).join(' ');

/** What belongs together, and may itself be one of several possibilities. */
const numbered = (mistakes: readonly string[]): string =>
  mistakes.map((mistake, index) => `(${index + 1}) ${mistake}`).join(' ');

export const english: Wording = {
  verdicts: {
    correct: () => 'Correct.',
    partial: ({ earned, possible, refused }) =>
      possible > 0 && !refused ? `Partly correct: ${amount(earned)} of ${points(possible)}.` : 'Partly correct.',
    incorrect: () => 'Not correct.',
    ungradable: ({ refused }) =>
      refused
        ? 'This could not be graded as it stands.'
        : 'This could not be graded as it stands. It uses up no attempt: mend it and hand it in again.',
    undecided: ({ refused }) =>
      refused ? 'Not decided by the program.' : 'Not decided yet: a person will look at this answer.',
    blank: () => 'Not answered.',
  },
  remarks,
  foreignSymbols,
  unknownSymbols,
  digits: digitsOf,
  facts,
  cause: causeFor,
  family: familyFor,
  certainly: (mistake) => mistake,
  possibly: (mistakes) =>
    mistakes.length === 1
      ? `Possibly this happened: ${mistakes[0] ?? ''}`
      : `Possibly one of these happened: ${lettered(mistakes)}`,
  oneOf: (mistakes, more) =>
    `One of these happened${more ? ', or another mistake' : ''}; each gives these answers: ${lettered(mistakes)}`,
  together: (mistakes) => `${capital(cardinal(mistakes.length))} mistakes together give this: ${numbered(mistakes)}`,
  sameMistake: (mistake, firstSeenIn) =>
    `The same mistake as in ${quoted(firstSeenIn)} explains this answer: ${mistake}`,
  evidence: evidenceSentence,
  jointly: (explained, mistake, certain, evidence) =>
    `${certain ? 'One mistake explains' : 'One mistake may explain'} ${cardinal(explained.length)} of your answers (${listed(explained.map(quoted))}): ${mistake} ${evidenceSentence(evidence)}`,
  hint: (hint) => hint,
  remedy: (remedy) => remedy,
  unexplained: 'Which mistake made this answer is not known.',
  solution: (solution) => `The answer is ${solution}.`,
  attemptsLeft: (left) => (left === 0 ? 'No attempt is left.' : `${capital(plural(left, 'attempt'))} left.`),
  daysLate: (days) => `Handed in ${plural(days, 'day')} late.`,
  refused: (days, { due, earlierCounts }) =>
    `Handed in ${plural(days, 'day')} late, after the deadline of ${moment(due)}: this was not accepted, ${
      earlierCounts
        ? 'and what was handed in before counts.'
        : 'and therefore earns 0 points. What the answers would have earned in time is told with each of them.'
    }`,
  labels: {
    verdicts: {
      correct: 'correct',
      partial: 'partly correct',
      incorrect: 'not correct',
      ungradable: 'not gradable',
      undecided: 'not decided',
      blank: 'not answered',
    },
    points: (earned, possible) => `${amount(earned)} of ${amount(possible)}`,
    ungraded: 'no points',
    refused: 'too late',
    attempt: (attempt) => `attempt ${attempt}`,
    total: (earned, possible) => `${amount(earned)} of ${points(possible)}`,
    skipped: (ids) =>
      `These questions carry no points, but answering them helps to find the mistake: ${ids.join(', ')}.`,
  },
};
