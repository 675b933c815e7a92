import type { Matrix, Moment, Problem, QuantityReference } from '../../types.js';
import type { Reading } from '../../em/index.js';
import type { Course } from './courses.js';
import { formatNumber } from './format-number.js';
import { layOutTable, type Column, type Group } from './layout-table.js';

const flat = (value: Reading | undefined): readonly number[] =>
  value === undefined ? [] : typeof value === 'number' ? [value] : value.flat();

/** The title of a group, with the run it belongs to where there are several. */
const titled = (what: string, course: Course, courses: readonly Course[]): string =>
  courses.length > 1 ? `${what}, ${course.name}` : what;

const numberAt = (course: Course, from: string, iteration: number, component?: number): string => {
  if (iteration >= course.first + course.iterates.length) return '';
  const at = iteration === 0 ? 'start' : iteration;
  const value = course.answer({ from, at, ...(component === undefined ? {} : { component }) });
  return formatNumber(flat(value)[0]);
};

/** A mistake may go on for thousands of iterations; so many of them are shown, or as many as the right run has. */
const mostOfAMistake = 40;

/** The iterations to show: all of the right run, the first and the last of a mistake's. */
const shownIterations = ([right, ...wrong]: readonly Course[]): readonly number[] => {
  const first = right?.first ?? 0;
  const end = Math.max(...[right, ...wrong].map((course) => course?.iterates.length ?? 0));
  const shown = Math.min(end, Math.max(right?.iterates.length ?? 0, mostOfAMistake));
  const iterations = Array.from({ length: shown }, (_, index) => first + index);
  return shown < end ? [...iterations, first + end - 1] : iterations;
};

const labels: { readonly [quantity: string]: string } = { 'lower-bound': 'lower bound' };

/** Every iterate: log-likelihood, lower bound and parameters, of all runs beside one another. */
export const iterateTable = (courses: readonly Course[], width: number): readonly string[] => {
  const iterations = shownIterations(courses);
  const column = (course: Course, from: string, component?: number): readonly string[] =>
    iterations.map((iteration) => numberAt(course, from, iteration, component));
  const objective = (course: Course): Group => ({
    title: titled('objective', course, courses),
    columns: ['log-likelihood', 'lower-bound'].map((from) => ({
      label: labels[from] ?? from,
      cells: column(course, from),
    })),
  });
  const parameter =
    (name: string) =>
    (course: Course): Group => ({
      title: titled(name, course, courses),
      columns: (course.iterates[0]?.weights ?? []).map((_, k) => ({
        label: String(k + 1),
        cells: column(course, name, k + 1),
      })),
    });
  const names = Object.keys(courses[0]?.iterates[0] ?? {});
  const groups = [objective, ...names.map(parameter)].flatMap((group) => courses.map(group));
  const left = (iterations.at(-1) ?? 0) - (iterations.at(-2) ?? 0) - 1;
  return [
    ...layOutTable({ label: 'n', cells: iterations.map(String) }, groups, width),
    ...(left > 0 ? ['', `(${left} iterations before the last are left out.)`] : []),
  ];
};

const rowsOf = (value: Reading | undefined): Matrix =>
  typeof value === 'object' ? value.map((row) => (typeof row === 'number' ? [row] : row)) : [];

/** Responsibilities and assignments at a moment; nothing where they cannot be had. */
export const responsibilityTable = (
  courses: readonly Course[],
  at: Moment,
  data: Problem['model']['data'],
  width: number,
): readonly string[] => {
  const tables = courses.map((course) => ({
    course,
    rows: rowsOf(course.answer({ from: 'responsibilities', at })),
    chosen: flat(course.answer({ from: 'assignments', at })),
  }));
  const count = Math.max(...tables.map(({ rows }) => rows.length));
  if (count === 0) return [];
  const points: Column = { label: 'x', cells: Array.from({ length: count }, (_, i) => JSON.stringify(data[i]) ?? '') };
  const groups = tables.map(({ course, rows, chosen }): Group => ({
    title: titled('responsibilities', course, courses),
    columns: [
      ...(rows[0] ?? []).map((_, k) => ({ label: String(k + 1), cells: rows.map((row) => formatNumber(row[k])) })),
      { label: 'given to', cells: chosen.map(String) },
    ],
  }));
  return layOutTable(points, groups, width);
};

const shown = (value: Reading | undefined, ref: QuantityReference): string => {
  if (value === undefined) return '-';
  if (typeof value === 'number') return ref.from === 'assignments' ? String(value) : formatNumber(value);
  return value.map((entry) => (typeof entry === 'number' ? shown(entry, ref) : `[${shown(entry, ref)}]`)).join(', ');
};

/** What each run answers to the questions that the solver answers, one question after the other. */
export const answerList = (problem: Problem, courses: readonly Course[]): readonly string[] =>
  problem.questions.flatMap(({ id, answer }) => {
    if (answer.kind === 'formula' || 'stated' in answer.key) return [];
    const { key } = answer;
    const texts = courses.map((course) =>
      'componentWith' in key ? course.choose(key) : shown(course.answer(key), key),
    );
    if (courses.length === 1) return [`  ${id}: ${texts.join('')}`];
    const differ = new Set(texts).size > 1;
    return [`${differ ? '* ' : '  '}${id}`, ...courses.map(({ name }, index) => `    ${name}: ${texts[index] ?? ''}`)];
  });
