import { suggestion } from '../../spelling/index.js';
import type { Check } from './check.js';

/** A stated choice must be one of its options, and options must differ. */
export const checkChoices: Check = ({ problem, error }) => {
  for (const [index, { answer }] of problem.questions.entries()) {
    if (answer.kind !== 'choice') continue;
    const path = ['questions', index, 'choice'];
    const keys = Object.keys(answer.options);
    if ('stated' in answer.key && !keys.includes(answer.key.stated)) {
      error(
        'no-option',
        [...path, 'answer'],
        `“${answer.key.stated}” is none of the options.`,
        suggestion(answer.key.stated, keys),
      );
    }
    const seen = new Map<string, string>();
    for (const [key, text] of Object.entries(answer.options)) {
      const before = seen.get(text);
      if (before === undefined) seen.set(text, key);
      else
        error(
          'same-option',
          [...path, 'options', key],
          `Options ${before} and ${key} say the same.`,
          'Change one of them.',
          'key',
        );
    }
  }
};
