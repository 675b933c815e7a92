import { functionNamed } from './functions.js';
import { maxNameLength } from './limits.js';
import { canonicalName, isAccent } from './name-parts.js';

/** The symbols of a vocabulary by their spellings, so that a name is looked up and not searched for. */
export type KnownNames = {
  /** Names that can be taken whole where they are written just so; what is found is the name as it was offered. */
  readonly plain: ReadonlyMap<string, string>;
  /** The first symbol with this canonical spelling. */
  readonly canonical: ReadonlyMap<string, string>;
  /** All symbols whose canonical spelling is this one but for the underscore. */
  readonly loose: ReadonlyMap<string, readonly string[]>;
};

const plainName = /^([A-Za-z][A-Za-z0-9]*)(_[A-Za-z0-9]+)?$/;

/** Words that say more than a name when something follows them. */
const isSpecial = (word: string): boolean =>
  isAccent(word) ||
  word === 'sum' ||
  word === 'prod' ||
  functionNamed(word) !== undefined ||
  functionNamed(word.toLowerCase()) !== undefined;

const isPlain = (name: string): boolean => {
  const [, base = ''] = plainName.exec(name) ?? [];
  return base !== '' && name.length <= maxNameLength && !isSpecial(base);
};

/** A symbol with its canonical spelling, and whether it can be taken whole where it is written just so: what takes time to find out, as data. */
export type Spelling = { readonly name: string; readonly canonical: string; readonly plain: boolean };

export const spell = (name: string): Spelling => ({ name, canonical: canonicalName(name), plain: isPlain(name) });

export const knowNames = (spellings: readonly Spelling[]): KnownNames => {
  const plain = new Map<string, string>();
  const canonical = new Map<string, string>();
  const loose = new Map<string, string[]>();
  for (const spelling of spellings) {
    const { name } = spelling;
    if (spelling.plain) plain.set(name, name);
    if (!canonical.has(spelling.canonical)) canonical.set(spelling.canonical, name);
    const glued = spelling.canonical.replace('_', '');
    const others = loose.get(glued);
    if (others === undefined) loose.set(glued, [name]);
    else others.push(name);
  }
  return { plain, canonical, loose };
};
