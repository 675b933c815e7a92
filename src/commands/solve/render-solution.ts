import { solve } from '../../em/index.js';
import { escapeForTerminal, paint, type Style, toAscii, wrap } from '../../feedback/index.js';
import type { NumericMisconception } from '../../misconceptions/index.js';
import type { Parameters, Problem } from '../../types.js';
import { type Course, rightCourse, wrongCourse } from './courses.js';
import { plotSvg } from './plot-svg.js';
import { plotText, type Panel } from './plot-text.js';
import { answerList, iterateTable, responsibilityTable } from './sections.js';

export type SolveRequest = {
  /** Mistakes to show beside the right run, all made together. */
  readonly as: readonly NumericMisconception[];
  readonly plot: boolean;
};

const panel = (title: string, parameters: Parameters | undefined): readonly Panel[] =>
  parameters === undefined ? [] : [{ title, parameters }];

const panelsOf = (courses: readonly Course[]): readonly Panel[] => {
  const [right, ...wrong] = courses;
  const isRun = right?.first === 0;
  return [
    ...(isRun ? panel('At the start', right.iterates[0]) : []),
    ...panel(isRun ? 'After the last iteration' : 'After the M-step', right?.iterates.at(-1)),
    ...wrong.flatMap(({ name, iterates }) => panel(`After the last iteration, ${name}`, iterates.at(-1))),
  ];
};

const coursesOf = ({ model }: Problem, { as }: SolveRequest): readonly Course[] => [
  rightCourse(solve(model)),
  ...(as.length === 0 ? [] : [wrongCourse(model, as)]),
];

/**
 * The reference run of a problem as text: how it ends, every iterate, responsibilities, the answers that follow; with a mistake,
 * its run beside it. The problem's model must be one that the solver takes.
 */
export const renderSolution = (problem: Problem, request: SolveRequest, style: Style): string => {
  const { model } = problem;
  const courses = coursesOf(problem, request);
  const heading = (text: string): string => paint(style, 'strong', text);
  const size = courses[0]?.iterates[0]?.weights.length ?? 0;
  const endings = courses.flatMap((course) =>
    wrap(courses.length > 1 ? `${course.name}: ${course.ending}` : course.ending, style.width),
  );
  const moments = model.start === undefined ? (['start'] as const) : (['start', 'converged'] as const);
  const titles = {
    start: model.start === undefined ? 'Given responsibilities' : 'At the start',
    converged: 'At convergence',
  };
  const responsibilities = moments.flatMap((at) => {
    const table = responsibilityTable(courses, at, model.data, style.width);
    return table.length === 0 ? [] : [heading(titles[at]), ...table, ''];
  });
  const answers = answerList(problem, courses).flatMap((line) => wrapIndented(line, style.width));
  const lines = [
    heading(escapeForTerminal(problem.title)),
    `${model.family} family, ${model.data.length} observation${model.data.length === 1 ? '' : 's'}, ${size} component${size === 1 ? '' : 's'}`,
    '',
    heading('Iterates'),
    ...iterateTable(courses, style.width),
    '',
    ...endings,
    '',
    ...responsibilities,
    ...(answers.length === 0
      ? []
      : [heading(courses.length > 1 ? 'Answers (* where the mistake shows)' : 'Answers'), ...answers, '']),
    ...(request.plot ? plotText(model, panelsOf(courses), style) : []),
  ];
  const text = `${lines.join('\n').trimEnd()}\n`;
  return style.unicode ? text : toAscii(text);
};

const wrapIndented = (line: string, width: number): readonly string[] => {
  const indent = /^[* ]*/u.exec(line)?.[0] ?? '';
  const [first = '', ...more] = wrap(line.slice(indent.length), width - indent.length);
  return [`${indent}${first}`, ...more.map((rest) => `${' '.repeat(indent.length + 2)}${rest}`)];
};

/** The picture of the same as an SVG file. */
export const drawSolution = (problem: Problem, request: SolveRequest): string =>
  plotSvg(problem.model, panelsOf(coursesOf(problem, request)), problem.title);
