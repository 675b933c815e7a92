import type { Domain } from '../types.js';
import { type DiscreteLog, makeDiscreteLog } from './discrete-log.js';
import { drawResidue, hashText, isSquare, mix, powerMod } from './modular.js';
import type { FieldPoint, Program } from './program.js';
import { run, UNDEFINED } from './run.js';
import { type Chain, CHAIN_COUNT, makeChain } from './worlds.js';

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

/** The first points take these chains in turn. */
export const FIRST_CHAINS = 4;
const FIRST_ATTEMPTS = 128;

/** The order of field points: a few chains with some attempts each, then each of the others, then more attempts of all. */
export const placeOf = (index: number): readonly [chain: number, attempt: number] => {
  if (index < FIRST_CHAINS * FIRST_ATTEMPTS) return [index % FIRST_CHAINS, Math.floor(index / FIRST_CHAINS)];
  const later = index - FIRST_CHAINS * FIRST_ATTEMPTS;
  const others = CHAIN_COUNT - FIRST_CHAINS;
  if (later < 2 * others) return [FIRST_CHAINS + (later % others), Math.floor(later / others)];
  const rest = later - 2 * others;
  return [rest % CHAIN_COUNT, FIRST_ATTEMPTS + Math.floor(rest / CHAIN_COUNT)];
};

/** With more constraints than this the signs of determined symbols are no longer asked for: half of all points would go for each. */
const MOST_CONSTRAINED = 6;
const MOST_DRAWS = 2000;

/**
 * Positive symbols are squares: at levels 0 and 1 drawn as powers of the base of exp, so that their logarithm is known. A symbol that an
 * identity determines gets its value from the others; a world is drawn again until all of these have the sign their domain asks for, so
 * that every formula of the setting meets the same points.
 */
export const makeFieldPoint = (
  store: ChainStore,
  symbols: readonly FieldSymbol[],
  chainIndex: number,
  attempt: number,
): FieldPoint => {
  const chain = store.chain(chainIndex);
  const values: number[][] = [[], [], [], []];
  const draws: (number | undefined)[] = [undefined, undefined, undefined, undefined];
  const seedOf = (name: string, world: number, draw: number): number =>
    mix(mix(hashText(name), chainIndex * 8 + world), attempt + draw * 65537);

  const logarithmAt = (slot: number, world: number, draw: number): number =>
    drawResidue(seedOf(symbols[slot]?.name ?? '', world + 8, draw), chain.moduli[world] ?? 0);
  const free = (symbol: FieldSymbol, slot: number, world: number, draw: number): number => {
    const p = chain.moduli[world] ?? 0;
    if (symbol.sign === 0) return drawResidue(seedOf(symbol.name, world, draw), p);
    const base = world < 2 ? chain.bases[world === 0 ? 0 : 1] : 0;
    const exponent = base > 0 ? logarithmAt(slot, world + 1, draw) : 2;
    const square = powerMod(base > 0 ? base : drawResidue(seedOf(symbol.name, world, draw), p), exponent, p);
    return symbol.sign < 0 ? p - square : square;
  };
  const hasItsSign = (value: number, sign: -1 | 0 | 1, world: number): boolean => {
    const p = chain.moduli[world] ?? 0;
    return value !== UNDEFINED && (sign === 0 || isSquare(sign > 0 ? value : (p - value) % p, p));
  };
  /** How often this world was drawn in vain; while it is being found, the draw that is tried. */
  const drawOf = (world: number): number => {
    const known = draws[world];
    if (known !== undefined) return known;
    const solved = symbols
      .flatMap((symbol, slot) => (symbol.solved === undefined ? [] : [slot]))
      .slice(0, MOST_CONSTRAINED);
    for (let draw = 0; draw < MOST_DRAWS; draw++) {
      draws[world] = draw;
      values[world] = [];
      if (solved.every((slot) => hasItsSign(valueOf(slot, world), symbols[slot]?.sign ?? 0, world))) break;
    }
    return draws[world] ?? 0;
  };
  const valueOf = (slot: number, world: number): number => {
    const known = values[world]?.[slot];
    if (known !== undefined) return known;
    const draw = drawOf(world);
    const row = values[world] ?? [];
    const symbol = symbols[slot];
    if (symbol === undefined) return UNDEFINED;
    return (row[slot] ??=
      symbol.solved === undefined ? free(symbol, slot, world, draw) : run(symbol.solved(world), point));
  };
  const point: FieldPoint = {
    chain,
    valueOf,
    logarithmOf: (slot, world) => logarithmAt(slot, world, drawOf(world - 1)),
    discreteLog: (value, level) => store.logarithm(chainIndex, level)(value),
  };
  return point;
};
