import type { Remark } from '../../types.js';
import type { Circumstances, DigitRemark, Wording } from '../wording.js';
import {
  amount,
  capital,
  cardinal,
  decimalPlace,
  listed,
  placed,
  plural,
  points,
  quoted,
  readable,
  cutShort,
} from './words.js';

/** Every remark that grading can make, in words. An empty text: not to be said under these circumstances. */
export const remarks = {
  misrounded: (remark) => digits([remark]),
  'wrong-further-digits': (remark) => digits([remark]),
  'too-few-digits': (remark) => digits([remark]),
  // The simpler formula is what earns the rest of the points: the constant is not told before another attempt, only where it is.
  'not-simplified': ({ replace, by }, { shown }) => {
    if (shown.explanation || shown.solution)
      return `Your formula is right, but it can be simplified: ${quoted(replace)} always equals ${quoted(by)}.`;
    return shown.hint
      ? `Your formula is right, but it can be simplified: ${quoted(replace)} is the same number for all values that its symbols can have.`
      : 'Your formula is right, but it can be simplified.';
  },
  'sign-only': ({ at }, { shown }) => (shown.cause ? placed(at, 'only the sign is wrong.') : ''),
  'components-exchanged': (_, { shown }) =>
    shown.cause
      ? 'Your values are right but for the names of the components: check which one the question calls number 1.'
      : '',
  'order-exchanged': (_, { shown, entries }) => {
    if (!shown.cause) return '';
    return entries === 2
      ? 'Both of your values are right, but they stand in the other order than the question asks for.'
      : 'Your values are right, but they do not stand in the order that the question asks for.';
  },
  'entries-wrong': ({ at }, about) => entriesWrong(at, about),
  'entries-blank': ({ at }) => `Left blank: ${places(at)}.`,
  'zero-based': () => 'Your components are numbered from 0; the question numbers them from 1.',
  unreadable: ({ at, problem, source }) => placed(at, unreadable(problem, source)),
  'unknown-symbol': (remark) => unknownSymbols([remark]),
  'foreign-symbol': (remark, { shown }) => foreignSymbols([remark], shown),
  'wrong-left-hand-side': ({ given, asked }) =>
    `Before the equals sign stands ${quoted(given)}; asked for is ${listed(asked, 'or')}. You can leave that part out.`,
  'wrong-shape': ({ expected, given }) => `This question asks for ${expected}; your answer is ${given}.`,
  'not-an-option': ({ given, options }) => `${quoted(given)} is not one of the options; they are ${listed(options)}.`,
  'not-finite': ({ at, given }) =>
    placed(at, `${quoted(given)} is no finite number. A division by zero or the logarithm of zero may have made it.`),
  // It may begin with a symbol, which a capital would change.
  note: ({ text }) => withStop(text),
  gap: ({ at }) => {
    const values = Object.entries(at).map(([symbol, value]) => `${symbol} = ${value}`);
    return values.length === 0
      ? 'Right wherever your formula has a value; for many values of its symbols it has none.'
      : `Right wherever your formula has a value. It has none at ${listed(values)}, which can happen with the numbers of this problem: a program would stop there.`;
  },
  undecided: ({ reason }) => `The program cannot decide this: ${withoutStop(reason)}. A person has to look at it.`,
  witness: ({ witness }, { verdict, shown, isExplained }) => {
    const values = Object.entries(witness.values).map(([symbol, value]) => `${symbol} = ${readable(value)}`);
    if (verdict === 'correct' || verdict === 'partial' || isExplained || values.length === 0) return '';
    const given = `Try it with ${listed(values)}: there your formula ${outcome(witness.right)}`;
    if (shown.solution)
      return outcome(witness.left) === outcome(witness.right)
        ? `${given}, and the right one differs from that in later digits.`
        : `${given}, and the right one ${outcome(witness.left)}.`;
    return witness.right === 'undefined'
      ? `${given}; the right one has one.`
      : `${given}, which is not the value asked for.`;
  },
  'attempts-used-up': ({ attempts }) =>
    `The ${attempts === 1 ? 'one attempt at this question is' : `${cardinal(attempts)} attempts at this question are`} used up; answers given after that do not count.`,
  late: (remark, { question }) => late(remark, question.points > 0),
  carried: ({ from, credit, instead = 0 }, { question, titleOf, earned }) =>
    `This follows rightly from your own ${from.length === 1 ? 'answer' : 'answers'} to ${listed(from.map(titleOf).map(quoted))}${
      credit === 0 || earned === 0 || question.points === 0
        ? ''
        : `, and earns ${points(credit)} ${instead > 0 ? `in place of ${amount(instead)}` : 'for that'}`
    }. The mistake lies there, not here.`,
} as const satisfies {
  readonly [C in Remark['code']]: (remark: Extract<Remark, { code: C }>, about: Circumstances) => string;
} satisfies Wording['remarks'];

/** What is said of the digits of some entries, or of the whole answer. */
export const digits: Wording['digits'] = (found) => {
  const [first] = found;
  const at = found.flatMap((remark) => (remark.at === undefined ? [] : [remark.at]));
  if (first === undefined) return '';
  const clause = digitClauses[first.code](first.asked);
  return at.length < 2 ? placed(first.at, clause) : `${capital(places(at))}: ${clause}`;
};

const digitClauses: { readonly [C in DigitRemark['code']]: (asked: number) => string } = {
  misrounded: (asked) =>
    `the value is right, but it was cut off or rounded twice. Round once, to ${decimalPlace(asked)}.`,
  'wrong-further-digits': (asked) =>
    `right to ${decimalPlace(asked)}, as asked; the digits after that are not those of the exact value.`,
  'too-few-digits': (asked) =>
    `too few digits to tell: write ${asked === 1 ? 'one digit' : `${cardinal(asked)} digits`} after the decimal point.`,
};

/** One sentence for all of them, and where the explanation is shown what belongs in their places. */
export const foreignSymbols: Wording['foreignSymbols'] = (found, { explanation }) => {
  const names = listed(found.map(({ symbol }) => quoted(symbol)));
  const subject = found.length === 1 ? `symbol ${names} belongs` : `symbols ${names} belong`;
  const places = found.flatMap(({ symbol, suggestion }) =>
    suggestion === undefined || !explanation ? [] : [` In the place of ${quoted(symbol)} belongs ${suggestion}.`],
  );
  return `The ${subject} to another part of the problem, not to this formula.${places.join('')}`;
};

/** One sentence for all of them, with what was meant where that is known, else with what there is. */
export const unknownSymbols: Wording['unknownSymbols'] = (found) => {
  const [first] = found;
  const meant = found.flatMap(({ suggestion }) => suggestion ?? []);
  const offered = first?.offered ?? [];
  const mend =
    meant.length === found.length
      ? `Did you mean ${listed([...new Set(meant)].map(quoted))}?`
      : offered.length === 0
        ? 'It asks for a number.'
        : `Its symbols are ${listed(offered)}.`;
  const names = listed(
    found.map(({ symbol }) => quoted(symbol)),
    'or',
  );
  return placed(first?.at, `this question has no symbol ${names}. ${mend}`);
};

/** What lateness cost. Answers without points lose nothing by being refused. */
const late = ({ days, lost, refused }: Extract<Remark, { code: 'late' }>, hasPoints: boolean): string => {
  if (refused === true) {
    if (!hasPoints) return '';
    return lost > 0
      ? `Too late to be accepted: in time this would have earned ${points(lost)}.`
      : 'Too late to be accepted.';
  }
  const delay = `Handed in ${plural(days, 'day')} late`;
  return lost > 0 ? `${delay}: this takes ${points(lost)} off.` : `${delay}.`;
};

/** What a formula gives at the values of a witness. */
const outcome = (value: string): string => (value === 'undefined' ? 'has no value' : `gives ${cutShort(value)}`);

/** Which entries are wrong. Where an entry can only be one of a few numbers, naming it would be telling the answer. */
const entriesWrong = (at: readonly (readonly number[])[], { question, shown, entries }: Circumstances): string => {
  if (at.length === entries && at.length > 1)
    return at.length === 2 ? 'Neither of your values is right.' : 'None of your values is right.';
  const count =
    at.length === 1
      ? 'One of your values is not right'
      : `${capital(cardinal(at.length))} of your values are not right`;
  if (question.answer.kind === 'assignments' && !shown.solution) return `${count}.`;
  const where = places(at);
  return `${count}${where.startsWith('row') && !where.includes('column') ? ', in' : ':'} ${where}.`;
};

/** Where entries are: a table's by their rows where several in each are meant. */
const places = (at: readonly (readonly number[])[]): string => {
  const rows = [...new Set(at.map(([row = 0]) => row))];
  const isByRow = at.every(([row], _, all) => all.filter(([other]) => other === row).length > 1);
  if (isByRow) {
    const names = rows.map((row) => `${row + 1}`);
    return `${rows.length === 1 ? 'row' : 'rows'} ${listed(firstOf(names))}`;
  }
  return listed(firstOf(at.map(place)));
};

const mostPlaces = 6;
const firstOf = (names: readonly string[]): readonly string[] =>
  names.length > mostPlaces ? [...names.slice(0, mostPlaces), `${cardinal(names.length - mostPlaces)} more`] : names;

const place = (at: readonly number[]): string => {
  const [row = 0, column] = at;
  return column === undefined ? `number ${row + 1}` : `row ${row + 1}, column ${column + 1}`;
};

const unreadable = (problem: Extract<Remark, { code: 'unreadable' }>['problem'], source: string): string => {
  const text = source.slice(problem.at.start, problem.at.end).slice(0, 20);
  const where =
    source.length <= 3 ? '' : ` at character ${problem.at.start + 1}${text.trim() === '' ? '' : `, ${quoted(text)}`}`;
  return `this could not be read${where}: ${withoutStop(problem.message)}. ${sentence(problem.fix)}`;
};

const withoutStop = (text: string): string => text.replace(/\.$/, '');
const withStop = (text: string): string => (text === '' || /[.?!]$/.test(text) ? text : `${text}.`);
const sentence = (text: string): string => capital(withStop(text));
