import { realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Skipped } from '../report/index.js';
import { readChunk } from '../submission/load.js';
import { createFile } from './file-writer.js';
import type { Refusal } from './output-folder.js';
import { linesOf, type Places } from './place.js';
import { walk } from './walk.js';

export type Input = {
  readonly kind: 'input';
  /** What the output folder belongs to. */
  readonly name: string;
  /** Real paths that the output folder must keep away from. */
  readonly apart: readonly string[];
  /** Finds the submissions; standard input is first kept in `folder`. */
  readonly list: (folder: string) => { readonly places: Places; readonly skipped: readonly Skipped[] };
};

const isClassFile = (path: string): boolean => /\.(?:ndjson|jsonl)$/i.test(path);

/** Looks at what was given: a folder, a class file, a single answers file, or `-`. */
export const findSubmissions = (input: string): Input | Refusal => {
  if (input === '-')
    return { kind: 'input', name: '-', apart: [], list: (folder) => inRoot(folder, [keepStandardInput(folder)], []) };
  const status = look(input);
  if (status === undefined || !(status.isDirectory() || status.isFile())) {
    const message =
      status === undefined ? `There are no submissions at ${input}.` : `${input} is neither a folder nor a file.`;
    return { kind: 'refused', message, fix: 'Give the folder with the answers files, or one .ndjson file.' };
  }
  const path = realpathSync(input);
  if (status.isFile())
    return { kind: 'input', name: path, apart: [], list: () => inRoot(dirname(path), [basename(path)], []) };
  return {
    kind: 'input',
    name: path,
    apart: [path],
    list: () => {
      const { files, skipped } = walk(path);
      return inRoot(path, files, skipped);
    },
  };
};

const look = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

const inRoot = (
  root: string,
  files: readonly string[],
  before: readonly Skipped[],
): { readonly places: Places; readonly skipped: readonly Skipped[] } => {
  if (!files.some(isClassFile)) return { places: { root, paths: files, lines: [] }, skipped: before };
  const paths: string[] = [];
  const lines: Places['lines'][number][] = [];
  const skipped = [...before];
  for (const path of files) {
    if (!isClassFile(path)) {
      paths.push(path);
      lines.push(undefined);
      continue;
    }
    try {
      for (const line of linesOf(root, path)) {
        paths.push(path);
        lines.push(line);
      }
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      skipped.push({
        file: path,
        kind: 'unreadable',
        fault: true,
        reason: `It cannot be read (${code ?? 'unknown reason'}).`,
      });
    }
  }
  return { places: { root, paths, lines }, skipped };
};

/** Standard input can be read once, and attempts are looked at again: it is kept in a file first. */
const keepStandardInput = (folder: string): string => {
  const name = 'stdin.ndjson';
  const file = createFile(join(folder, name));
  const chunk = Buffer.allocUnsafe(256 * 1024);
  try {
    for (;;) {
      const read = readChunk(chunk);
      if (read === 0) return name;
      file.write(chunk.subarray(0, read));
    }
  } finally {
    file.close();
  }
};
