import { once } from '../memory/index.js';
import { functionNamed } from './functions.js';
import { maxNameLength } from './limits.js';
import { canonicalName, isAccent } from './name-parts.js';

/** The symbols of a vocabulary by their spellings, so that a name is looked up and not searched for. */
export type KnownNames = {
  /** Names that can be taken whole where they are written just so. */
  readonly plain: ReadonlySet<string>;
  /** Such a name as the very text that was met first: one that is known by its place in memory is compared and looked up faster. */
  readonly same: (name: string) => string;
  /** The first symbol with this canonical spelling. */
  readonly canonical: () => ReadonlyMap<string, string>;
  /** All symbols whose canonical spelling is this one but for the underscore. */
  readonly loose: () => ReadonlyMap<string, readonly string[]>;
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

/** How symbols are spelled, where that is not just as they are named: what takes time to find out, as data. */
export type Spellings = {
  /** Canonical spellings that differ from the name. */
  readonly canonical: { readonly [name: string]: string };
  /** Names that cannot be taken whole where they are written just so. */
  readonly special: readonly string[];
};

export const spell = (names: readonly string[]): Spellings => ({
  canonical: Object.fromEntries(
    names.map((name) => [name, canonicalName(name)] as const).filter(([name, canonical]) => name !== canonical),
  ),
  special: names.filter((name) => !isPlain(name)),
});

export const knowNames = (names: readonly string[], { canonical, special }: Spellings = spell(names)): KnownNames => {
  const plain = new Set(names);
  for (const name of special) plain.delete(name);
  const spelled = once(() =>
    names.map((name) => ({ name, as: Object.hasOwn(canonical, name) ? (canonical[name] ?? name) : name })),
  );
  const met = new Map<string, string>();
  return {
    plain,
    same: (name) => {
      const known = met.get(name);
      if (known === undefined) met.set(name, name);
      return known ?? name;
    },
    // The first of equal ones stays.
    canonical: once(
      () =>
        new Map(
          spelled()
            .toReversed()
            .map(({ name, as }) => [as, name]),
        ),
    ),
    loose: once(() => {
      const loose = new Map<string, string[]>();
      for (const { name, as } of spelled()) {
        const glued = as.replace('_', '');
        const others = loose.get(glued);
        if (others === undefined) loose.set(glued, [name]);
        else others.push(name);
      }
      return loose;
    }),
  };
};
