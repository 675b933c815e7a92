import { componentFor, isFailure, quantity, type Solution } from '../em/index.js';
import type { AnswerSpec, Precision, Problem } from '../types.js';

/** By question id: the right answer as a text, for where it may be shown. */
export type Solutions = { readonly [question: string]: string };

/**
 * The right answers of a solved problem, written as a student could hand them in; numbers with the digits asked for. Of all questions, or
 * of those that are needed.
 */
export const solutionsOf = (
  problem: Problem,
  solution: Solution,
  isNeeded: (question: string) => boolean = () => true,
): Solutions =>
  Object.fromEntries(
    problem.questions.flatMap(({ id, answer }) => {
      if (!isNeeded(id)) return [];
      const text = solutionOf(answer, solution);
      return text === undefined ? [] : [[id, text]];
    }),
  );

const solutionOf = (answer: AnswerSpec, solution: Solution): string | undefined => {
  switch (answer.kind) {
    case 'formula':
      return answer.formula;
    case 'choice':
      return optionText(answer, solution);
    case 'assignments':
      return 'stated' in answer.key ? answer.key.stated.join(', ') : solved(answer.key, {}, solution);
    case 'number':
    case 'list':
    case 'table':
      return 'stated' in answer.key ? stated(answer.key.stated) : solved(answer.key, answer.precision, solution);
    default:
      return answer satisfies never;
  }
};

type Reference = Parameters<typeof quantity>[1];

const solved = (reference: Reference, precision: Precision, solution: Solution): string | undefined => {
  const { component, ...whole } = reference;
  const picked = quantity(solution, reference);
  if (!isFailure(picked)) return inRows(picked, precision);
  const table = quantity(solution, whole);
  if (component === undefined || isFailure(table) || typeof table === 'number') return undefined;
  return table.map((row) => (typeof row === 'number' ? '' : digits(row[component - 1] ?? NaN, precision))).join(', ');
};

type Rows = number | readonly (number | readonly number[])[];

const inRows = (value: Rows, precision: Precision): string => {
  if (typeof value === 'number') return digits(value, precision);
  const rows = value.map((row) =>
    typeof row === 'number' ? digits(row, precision) : row.map((entry) => digits(entry, precision)).join(', '),
  );
  return rows.join(value.some((row) => typeof row === 'object') ? '; ' : ', ');
};

const digits = (value: number, { decimals }: Precision): string =>
  decimals === undefined
    ? `${Number(value.toPrecision(10))}`
    : value.toFixed(decimals).replace(/^-(0(?:\.0*)?)$/, '$1');

const stated = (key: string | readonly (string | readonly string[])[]): string =>
  typeof key === 'string'
    ? key
    : key
        .map((row) => (typeof row === 'string' ? row : row.join(', ')))
        .join(key.some((row) => typeof row === 'object') ? '; ' : ', ');

const optionText = (answer: Extract<AnswerSpec, { kind: 'choice' }>, solution: Solution): string | undefined => {
  const chosen = 'stated' in answer.key ? undefined : componentFor(solution, answer.key);
  const key =
    'stated' in answer.key ? answer.key.stated : chosen?.kind === 'component' ? `${chosen.component}` : undefined;
  const option = key === undefined ? undefined : answer.options[key];
  return key === undefined || option === undefined || option === key ? key : `${key} (${option})`;
};
