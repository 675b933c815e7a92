import type { FieldPoint } from './program.js';
import { UNDEFINED } from './run.js';
import type { Chain } from './worlds.js';

/** The first field points side by side: how many are kept. */
export const ROW_LENGTH = 40;
/** The world that whole formulas are evaluated in. */
export const LEVEL = 1;

/** The values of symbols at the first field points of a branch, a row a symbol, so that a formula can be evaluated at many of them in one walk. */
export type FieldRows = {
  /** The modulus at each point, and its reciprocal. */
  readonly moduli: Float64Array;
  readonly reciprocals: Float64Array;
  /** A symbol's residues at the first `count` points; nothing where the identities leave it without a value at one of them. */
  readonly rowOf: (slot: number, count: number) => Float64Array | undefined;
  /** Rows to write intermediate results into, by depth; an evaluation leaves nothing in them that the next one reads. */
  readonly cell: (depth: number) => Cell;
};

/** The value of a part as a fraction of residues at each point, with bounds on its degree as a fraction. */
export type Cell = {
  /** Numerators: the cell's own row, or that of a symbol. */
  over: Float64Array;
  /** Denominators, none of them zero; absent where they are all 1. */
  under: Float64Array | undefined;
  above: number;
  below: number;
  readonly ownOver: Float64Array;
  readonly ownUnder: Float64Array;
};

const makeCell = (): Cell => {
  const ownOver = new Float64Array(ROW_LENGTH);
  return { over: ownOver, under: undefined, above: 0, below: 0, ownOver, ownUnder: new Float64Array(ROW_LENGTH) };
};

type Row = { readonly values: Float64Array; filled: number };

export const makeFieldRows = (
  chainAt: (index: number) => Chain,
  fieldPoint: (index: number) => FieldPoint,
): FieldRows => {
  const moduli = new Float64Array(ROW_LENGTH);
  for (let index = 0; index < ROW_LENGTH; index++) moduli[index] = chainAt(index).moduli[LEVEL];
  const rows: Row[] = [];
  const cells: Cell[] = [];
  /** Draws the values that are still missing; a point without a value ends the row. */
  const fill = (row: Row, slot: number, count: number): void => {
    while (row.filled < count) {
      const value = fieldPoint(row.filled).valueOf(slot, LEVEL);
      if (value === UNDEFINED) return;
      row.values[row.filled++] = value;
    }
  };
  return {
    moduli,
    reciprocals: moduli.map((modulus) => 1 / modulus),
    rowOf: (slot, count) => {
      const row = (rows[slot] ??= { values: new Float64Array(ROW_LENGTH), filled: 0 });
      if (row.filled < count) fill(row, slot, count);
      return row.filled < count ? undefined : row.values;
    },
    cell: (depth) => (cells[depth] ??= makeCell()),
  };
};
