import { quantityShapes } from '../em/index.js';

/** A quantity as the solver calls it: authors may write `variance` for `variances`. Unknown names come back as written. */
export const quantityName = (written: string, family: string): string => {
  const known = quantityShapes(family);
  if (Object.hasOwn(known, written)) return written;
  const plurals = [`${written}s`, written.replace(/y$/, 'ies')];
  return plurals.find((name) => Object.hasOwn(known, name)) ?? written;
};
