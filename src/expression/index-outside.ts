import type { Expr } from '../types.js';
import { stop } from './problems.js';
import { type Met, note, type Reader } from './reader.js';
import { isIndexed } from './series-body.js';
import { symbolsOf } from './tree.js';

/**
 * Refuses a formula in which the index of a ∑ or ∏ stands outside of it, too: nothing counts it there. A symbol that is offered or known may
 * hold the letter for a reason of its own, as `pi_k` does before a sum over k; where nobody says what is known, such a name is only mentioned.
 * `search` reads the formula again to find the place.
 */
export const refuseIndexOutside = (reader: Reader, expr: Expr, search: () => readonly Met[]): void => {
  for (const name of symbolsOf(expr)) {
    const index = reader.counted.find((letter) => isIndexed(name, letter));
    if (index === undefined || reader.symbols?.includes(name) === true) continue;
    const met = search().find((one) => one.name === name && !one.under.includes(index));
    const at = met?.at ?? { start: 0, end: reader.source.length };
    const place = name === index ? '' : `, in ${name}`;
    if (reader.symbols === undefined && name !== index) {
      note(
        reader,
        'index-outside',
        at,
        `${index} counts the terms of a sum or product, and stands outside of it too${place}.`,
      );
      continue;
    }
    stop(
      'index-outside',
      at,
      `${index} counts the terms of a sum or product, and stands outside of it here${place}.`,
      'Put all that belongs to the sum or product into brackets after its sign, or write the terms one by one.',
    );
  }
};
