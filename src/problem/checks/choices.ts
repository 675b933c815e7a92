import { suggestion } from '../../spelling/index.js';
import type { Check } from './check.js';

/** A stated choice must be one of its options, and options must differ to who reads the answers. */
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
      const where = [...path, 'options', key];
      const before = seen.get(plain(text));
      if (before === undefined) seen.set(plain(text), key);
      else if (answer.options[before] === text)
        error('same-option', where, `Options ${before} and ${key} say the same.`, 'Change one of them.', 'key');
      else
        error(
          'same-option',
          where,
          `Options ${before} and ${key} differ by case or blanks only, and answers are read without regard to these.`,
          'Change one of them.',
          'key',
        );
      if (plain(text) !== plain(key) && keys.some((other) => other !== key && plain(other) === plain(text)))
        error(
          'same-option',
          where,
          `Option ${key} says “${text}”, which is the key of another option.`,
          'Write it in other words.',
          'key',
        );
    }
  }
};

/** As answers are compared with options. */
const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
