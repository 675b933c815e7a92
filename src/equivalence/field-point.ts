import type { Domain } from '../types.js';
import { type DiscreteLog, makeDiscreteLog } from './discrete-log.js';
import { drawResidue, hashText, isSquare, mix, powerMod } from './modular.js';
import { E_SLOT, type FieldPoint, PI_SLOT, type Program } from './program.js';
import { run, UNDEFINED } from './run.js';
import { type Chain, makeChain } from './worlds.js';

/** What a point must know of a symbol to draw its value: its sign, and the program (for a world) that determines it, if an identity does. */
export type FieldSymbol = {
  readonly name: string;
  readonly sign: -1 | 0 | 1;
  readonly solved?: (world: number) => Program;
};

export const signOfDomain = (domain: Domain | undefined): -1 | 0 | 1 => {
  if (domain === undefined || domain === 'real') return 0;
  if (domain === 'positive' || domain[0] >= 0) return 1;
  return domain[1] <= 0 ? -1 : 0;
};

/** The chains of a setting, made as they are needed, with their logarithms. */
export type ChainStore = {
  readonly chain: (index: number) => Chain;
  readonly logarithm: (index: number, level: number) => DiscreteLog;
};

export const makeChainStore = (): ChainStore => {
  const chains: Chain[] = [];
  const logarithms = new Map<number, DiscreteLog>();
  const chain = (index: number): Chain => (chains[index] ??= makeChain(index));
  return {
    chain,
    logarithm: (index, level) => {
      const key = index * 2 + level;
      const known = logarithms.get(key);
      if (known !== undefined) return known;
      const { moduli, bases } = chain(index);
      const made = makeDiscreteLog(
        bases[level === 0 ? 0 : 1],
        moduli[level === 0 ? 0 : 1],
        moduli[level === 0 ? 1 : 2],
      );
      logarithms.set(key, made);
      return made;
    },
  };
};

/**
 * Positive symbols are squares: at levels 0 and 1 drawn as powers of the base of exp, so that their logarithm is known. A symbol that an
 * identity determines gets its value from the others; where that has not the sign its domain asks for, the point does not exist.
 */
export const makeFieldPoint = (
  store: ChainStore,
  symbols: readonly FieldSymbol[],
  chainIndex: number,
  attempt: number,
): FieldPoint => {
  const chain = store.chain(chainIndex);
  const values: number[][] = [[], [], [], []];
  const seedOf = (name: string, world: number): number => mix(mix(hashText(name), chainIndex * 8 + world), attempt);

  const logarithmOf = (slot: number, world: number): number => {
    const name = symbols[slot]?.name ?? '';
    return drawResidue(seedOf(name, world + 8), chain.moduli[world] ?? 0);
  };
  const draw = (slot: number, world: number): number => {
    const symbol = symbols[slot];
    const p = chain.moduli[world];
    if (symbol === undefined || p === undefined) return UNDEFINED;
    if (symbol.solved !== undefined) {
      const value = run(symbol.solved(world), point);
      if (value === UNDEFINED || symbol.sign === 0) return value;
      return isSquare(symbol.sign > 0 ? value : (p - value) % p, p) ? value : UNDEFINED;
    }
    if (symbol.sign === 0 && slot !== PI_SLOT && slot !== E_SLOT) return drawResidue(seedOf(symbol.name, world), p);
    const base = world < 2 ? chain.bases[world === 0 ? 0 : 1] : 0;
    const square =
      base > 0
        ? powerMod(base, logarithmOf(slot, world + 1), p)
        : powerMod(drawResidue(seedOf(symbol.name, world), p), 2, p);
    return symbol.sign < 0 ? p - square : square;
  };
  const point: FieldPoint = {
    chain,
    valueOf: (slot, world) => {
      const row = values[world] ?? [];
      return (row[slot] ??= draw(slot, world));
    },
    logarithmOf,
    discreteLog: (value, level) => store.logarithm(chainIndex, level)(value),
  };
  return point;
};
