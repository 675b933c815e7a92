/** The outcomes of a question, each kept once. */

import type { Outcome } from './prediction.js';

export type ColumnBuilder = {
  /** The place of an outcome, added where it is new. */
  readonly add: (outcome: Outcome) => number;
  /** The outcomes sorted by their first number, with the new place of each old one. */
  readonly sort: () => { readonly outcomes: readonly Outcome[]; readonly places: readonly number[] };
};

const firstNumber = ([first]: Outcome): number => (typeof first === 'number' ? first : Number.POSITIVE_INFINITY);

export const createColumn = (): ColumnBuilder => {
  const places = new Map<string, number>();
  const outcomes: Outcome[] = [];
  return {
    add: (outcome) => {
      const key = outcome.join();
      const place = places.get(key) ?? outcomes.length;
      if (place === outcomes.length) {
        places.set(key, place);
        outcomes.push(outcome);
      }
      return place;
    },
    sort: () => {
      const order = outcomes
        .map((_, place) => place)
        .sort((a, b) => compare(outcomes[a] ?? [], outcomes[b] ?? []) || a - b);
      const newPlaces = outcomes.map(() => -1);
      for (const [place, old] of order.entries()) newPlaces[old] = place;
      return { outcomes: order.map((old) => outcomes[old] ?? []), places: newPlaces };
    },
  };
};

const compare = (a: Outcome, b: Outcome): number => {
  const [x, y] = [firstNumber(a), firstNumber(b)];
  return x === y ? 0 : x - y;
};
