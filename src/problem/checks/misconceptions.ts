import { suggestion } from '../../spelling/index.js';
import type { Check } from './check.js';

/** What an author's misconceptions and a question's examples refer to must exist. */
export const checkMisconceptions: Check = ({ problem, error }) => {
  const known = problem.questions.map(({ id }) => id);
  for (const [index, misconception] of (problem.misconceptions ?? []).entries()) {
    for (const question of Object.keys(misconception.predicts)) {
      if (known.includes(question)) continue;
      error(
        'unknown-question',
        ['misconceptions', index, 'predicts', question],
        `There is no question “${question}”.`,
        suggestion(question, known),
        'key',
      );
    }
  }
};
