/** A line (from 1) of a class file, and the bytes it has, from `start` to `end`. */
export type Line = { readonly number: number; readonly start: number; readonly end: number };

/** Where submissions lie, by number: files, or lines of class files. Paths are relative to the root, in columns, as there may be many. */
export type Places = {
  readonly root: string;
  readonly paths: readonly string[];
  /** By the same number; empty where there is no class file. */
  readonly lines: readonly (Line | undefined)[];
};

/** How a place is called in reports: `s17.json`, `class.ndjson:12`. */
export const labelOf = ({ paths, lines }: Places, place: number): string => {
  const path = paths[place] ?? '';
  const line = lines[place];
  return line === undefined ? path : `${path}:${line.number}`;
};
