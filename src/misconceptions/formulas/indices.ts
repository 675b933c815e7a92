/** Symbol names as students type them: `gamma_k1` is the base `gamma` with the indices `k` and `1`. */

export type IndexedName = { readonly base: string; readonly indices: readonly string[] };

/** Letters stand alone, digits stand together: `gamma_k12` is gamma with `k` and `12`. */
export const readName = (name: string): IndexedName => {
  const [base = name, ...rest] = name.split('_');
  return { base, indices: rest.join('_').match(/\p{L}|\d+/gu) ?? [] };
};

const writeName = ({ base, indices }: IndexedName): string =>
  indices.length === 0 ? base : `${base}_${indices.join('')}`;

export const isNumeric = (index: string): boolean => /^\d+$/.test(index);

/** The index that runs over the points in `gamma_k1`, over the components in `pi_1`: the one that is a number. */
export const numericIndex = (name: string): string | undefined => readName(name).indices.find(isNumeric);

/** The index that stands for any component, such as the `k` of `gamma_k1`. */
export const letterIndex = (name: string): string | undefined =>
  readName(name).indices.find((index) => !isNumeric(index));

export const withBase = (name: string, base: string): string => writeName({ ...readName(name), base });

/** `gamma_k1` with its number replaced: `gamma_k2`. */
export const withNumber = (name: string, number: string): string => {
  const { base, indices } = readName(name);
  return writeName({ base, indices: indices.map((index) => (isNumeric(index) ? number : index)) });
};

/** `gamma_k1` with its letter replaced: `gamma_21`. */
export const withLetter = (name: string, replacement: string): string => {
  const { base, indices } = readName(name);
  return writeName({ base, indices: indices.map((index) => (isNumeric(index) ? index : replacement)) });
};

/** `gamma_k1` with its indices exchanged: `gamma_1k`; names with another number of indices stay. */
export const transposed = (name: string): string => {
  const { base, indices } = readName(name);
  return indices.length === 2 ? writeName({ base, indices: [...indices].reverse() }) : name;
};
