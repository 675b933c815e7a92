/** The setting in which wrong formulas are compared: domains only. */

import { createSetting } from '../equivalence/index.js';
import type { Domain, Domains, FormulaSpec } from '../types.js';

const base = (name: string): string => name.split('_')[0] ?? name;

/** A symbol that the question does not know is of the kind of its namesakes: `gamma_1k` lies where `gamma_k1` does. */
const domainOf = (name: string, known: Domains): Domain => {
  const namesake = Object.keys(known).find((other) => base(other) === base(name));
  return (
    known[name] ?? (namesake === undefined ? undefined : known[namesake]) ?? (/^[nN]$/.test(name) ? 'positive' : 'real')
  );
};

/**
 * The cause of a wrong formula is told better without the identities of the question: with them different mistakes become equal
 * (the transposed mixing weight would be any constant).
 */
export const wrongFormulaSetting = ({ symbols, elsewhere = {} }: FormulaSpec, foreign: readonly string[]) => {
  const known: Domains = { ...elsewhere, ...symbols };
  return createSetting({ ...known, ...Object.fromEntries(foreign.map((name) => [name, domainOf(name, known)])) }, []);
};
