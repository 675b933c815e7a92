import type { Check } from './check.js';

/** Ids name things in answers files and reports: each once. */
export const checkIds: Check = ({ problem, error }) => {
  const once = (ids: readonly string[], list: string, what: string): void => {
    const first = new Map<string, number>();
    for (const [index, id] of ids.entries()) {
      const before = first.get(id);
      if (before === undefined) first.set(id, index);
      else
        error(
          'duplicate-id',
          [list, index, 'id'],
          `The id “${id}” is also that of ${what} ${before + 1}.`,
          'Give each its own id.',
        );
    }
  };
  once(
    problem.questions.map(({ id }) => id),
    'questions',
    'question',
  );
  once(
    (problem.misconceptions ?? []).map(({ id }) => id),
    'misconceptions',
    'misconception',
  );
};
