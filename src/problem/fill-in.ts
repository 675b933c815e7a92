import type { Problem, Vector } from '../types.js';

/**
 * Puts the numbers of the model where texts say `{data}`, `{means}`, … so that another data set or start changes the texts as well.
 * Braces of LaTeX (`\text{data}`, `x_{data}`) are left alone, and so are names the model does not have.
 */
export const fillIn = (problem: Problem): Problem => {
  const { model } = problem;
  const lists: { readonly [name: string]: string } = {
    data: model.data
      .map((datum) => (typeof datum === 'number' ? shown(datum) : `(${datum.map(shown).join(', ')})`))
      .join(', '),
    ...Object.fromEntries(Object.entries(model.start ?? {}).map(([name, values]) => [name, enumerate(values)])),
    ...Object.fromEntries(Object.entries(model.constants ?? {}).map(([name, value]) => [name, shown(value)])),
  };
  const fill = (text: string): string =>
    text.replaceAll(placeholder, (whole, name: string) =>
      Object.hasOwn(lists, name) ? (lists[name] ?? whole) : whole,
    );
  const filled = <K extends string>(
    of: { readonly [P in K]?: string | undefined },
    keys: readonly K[],
  ): { readonly [P in K]?: string } =>
    Object.fromEntries(keys.flatMap((key) => (of[key] === undefined ? [] : [[key, fill(of[key])]]))) as {
      readonly [P in K]?: string;
    };
  return {
    ...problem,
    ...filled(problem, ['introduction']),
    questions: problem.questions.map((question) => ({
      ...question,
      ...filled(question, ['prompt', 'hint', 'explanation']),
    })),
  };
};

/** A name in braces that are not LaTeX's. */
export const placeholder = /(?<![\w\\^}])\{([a-z][a-z-]*)\}/g;

/** The names that stand for numbers of the model. */
export const namesToFillIn = ({ start, constants }: Problem['model']): readonly string[] => [
  'data',
  ...Object.keys(start ?? {}),
  ...Object.keys(constants ?? {}),
];

const enumerate = (values: Vector): string =>
  values.length < 2
    ? values.map(shown).join('')
    : `${values.slice(0, -1).map(shown).join(', ')} and ${shown(values.at(-1) ?? NaN)}`;

/** Thirds and the like are written as fractions, as an author would. */
const shown = (value: number): string => {
  const text = String(value);
  if (text.length < 12) return text;
  for (const denominator of [3, 6, 7, 9, 11, 12, 13]) {
    const numerator = Math.round(value * denominator);
    if (numerator / denominator === value) return `${numerator}/${denominator}`;
  }
  return text;
};
