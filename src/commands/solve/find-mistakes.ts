import {
  applies,
  formulaMisconceptions,
  numericMisconceptions,
  type NumericMisconception,
} from '../../misconceptions/index.js';
import { suggestion } from '../../spelling/index.js';
import type { Model } from '../../types.js';

export type Found =
  | { readonly kind: 'found'; readonly mistakes: readonly NumericMisconception[] }
  | { readonly kind: 'usage'; readonly message: string };

const usage = (message: string): Found => ({ kind: 'usage', message });

/** The mistakes that `--as` names, several joined by `+`; a message where one is not known or changes nothing in this model. */
export const findMistakes = (text: string | undefined, model: Model): Found => {
  const ids = text === undefined ? [] : text.split('+').map((id) => id.trim());
  const mistakes: NumericMisconception[] = [];
  for (const id of ids) {
    const mistake = numericMisconceptions().find((each) => each.id === id);
    if (mistake === undefined) return usage(unknown(id));
    if (!applies(mistake, model))
      return usage(`The mistake ${id} cannot be made in this problem: it has no such step.`);
    if (mistakes.some((each) => each.id === id)) return usage(`The mistake ${id} is named twice.`);
    mistakes.push(mistake);
  }
  return { kind: 'found', mistakes };
};

const unknown = (id: string): string => {
  if (formulaMisconceptions.some((each) => each.id === id))
    return `The mistake ${id} is one in a formula; it makes no run of its own.`;
  return `There is no mistake “${id}”. ${suggestion(
    id,
    numericMisconceptions().map((each) => each.id),
    8,
  )}`;
};
