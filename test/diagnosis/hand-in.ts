/** What a run makes a student hand in. */

import type { perform } from '../../src/misconceptions/index.js';
import type { Answer, Problem, Submission } from '../../src/types.js';

export type Answers = Submission['answers'];
type Performance = ReturnType<typeof perform>;

/** How students write a number: `digits` after the point, or all of them. */
export const write = (value: number, decimals?: number): Answer => {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return decimals === undefined ? value : value.toFixed(decimals).replace(/^-(0\.?0*)$/, '$1');
};

/** The right formulas, as the problem states them. */
export const rightFormulas = ({ questions }: Problem): Answers =>
  Object.fromEntries(questions.flatMap(({ id, answer }) => (answer.kind === 'formula' ? [[id, answer.formula]] : [])));

/** Everything a run makes a student hand in, the formulas being right. */
export const handIn = (problem: Problem, performance: Performance, decimals?: number): Answers => {
  const numbers = problem.questions.flatMap(({ id, answer }): readonly (readonly [string, Answer])[] => {
    if (answer.kind === 'formula' || 'stated' in answer.key) return [];
    if ('componentWith' in answer.key) {
      const choice = performance.choose(answer.key);
      return choice === undefined ? [] : [[id, String(choice.component)]];
    }
    const reading = performance.answer(answer.key);
    if (reading === undefined) return [];
    const places = answer.kind === 'assignments' ? 0 : decimals;
    const deep = (value: typeof reading): Answer =>
      typeof value === 'number' ? write(value, places) : value.map(deep);
    return [[id, deep(reading)]];
  });
  return { ...rightFormulas(problem), ...Object.fromEntries(numbers) };
};
