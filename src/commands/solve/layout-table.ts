import { columnsOf } from '../../expression/index.js';

export type Column = { readonly label: string; readonly cells: readonly string[] };
/** Columns that belong together, under one title. */
export type Group = { readonly title: string; readonly columns: readonly Column[] };

const gap = '  ';

const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - columnsOf(text))) + text;

const widthOf = ({ label, cells }: Column): number => Math.max(...[label, ...cells].map(columnsOf));

type Block = { readonly width: number; readonly lines: readonly string[] };

/** The lines of a group: title, labels, cells. Its columns share the room that a long title takes. */
const blockOf = ({ title, columns }: Group): Block => {
  const widths = columns.map(widthOf);
  const inner = widths.reduce((left, right) => left + right, 0) + gap.length * (columns.length - 1);
  const width = Math.max(inner, columnsOf(title));
  const row = (cell: (column: Column) => string): string =>
    padStart(columns.map((column, index) => padStart(cell(column), widths[index] ?? 0)).join(gap), width);
  const count = Math.max(...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: count }, (_, i) => row(({ cells }) => cells[i] ?? ''));
  return { width, lines: [padStart(title, width), row(({ label }) => label), ...rows] };
};

const beside = (blocks: readonly Block[]): readonly string[] => {
  const count = Math.max(...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, i) =>
    blocks
      .map(({ lines }) => lines[i] ?? '')
      .join(gap)
      .trimEnd(),
  ).filter((line) => line !== '');
};

/**
 * Groups of columns beside a first column that names the rows. What does not fit into the width goes below, beside the same
 * first column; a group is never torn apart.
 */
export const layOutTable = (first: Column, groups: readonly Group[], width: number): readonly string[] => {
  const names = blockOf({ title: '', columns: [first] });
  const rows: Block[][] = [];
  for (const block of groups.map(blockOf)) {
    const row = rows.at(-1);
    const taken = (row ?? []).reduce((total, other) => total + gap.length + other.width, names.width);
    if (row !== undefined && taken + gap.length + block.width <= width) row.push(block);
    else rows.push([block]);
  }
  return rows.flatMap((row, index) => [...(index > 0 ? [''] : []), ...beside([names, ...row])]);
};
