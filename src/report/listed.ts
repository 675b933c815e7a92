/** Lists on the class page end after so many entries and say how many are left out: a page of a megabyte is not read. */
export const mostListed = 500;

/** A list that keeps some of its entries and counts all of them. */
export type Listed<T> = { readonly first: readonly T[]; readonly total: number };
