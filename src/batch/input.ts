import { realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Skipped } from '../report/index.js';
import { createFile } from './file-writer.js';
import type { Refusal } from './disk-fault.js';
import { linesOf } from './class-file.js';
import type { Places } from './places.js';
import { walk } from './walk.js';

export type Input = {
  readonly kind: 'input';
  /** What the output folder belongs to. */
  readonly name: string;
  /** Real paths that the output folder must keep away from. */
  readonly apart: readonly string[];
  /** Finds the submissions; standard input is first kept in `folder`. Nothing where it was stopped meanwhile. */
  readonly list: (folder: string, stopped: () => boolean) => Promise<Listed | undefined>;
};

type Listed = { readonly places: Places; readonly skipped: readonly Skipped[] };

const isClassFile = (path: string): boolean => /\.(?:ndjson|jsonl)$/i.test(path);

/** Looks at what was given: a folder, a class file, a single answers file, or `-`. */
export const findSubmissions = (input: string): Input | Refusal => {
  if (input === '-')
    return {
      kind: 'input',
      name: '-',
      apart: [],
      list: async (folder, stopped) =>
        (await keepStandardInput(join(folder, standardInput), stopped))
          ? inRoot(folder, [standardInput], [])
          : undefined,
    };
  const status = look(input);
  if (status === undefined || !(status.isDirectory() || status.isFile())) {
    const message =
      status === undefined ? `There are no submissions at ${input}.` : `${input} is neither a folder nor a file.`;
    return { kind: 'refused', message, fix: 'Give the folder with the answers files, or one .ndjson file.' };
  }
  const path = realpathSync(input);
  if (status.isFile())
    return { kind: 'input', name: path, apart: [], list: async () => inRoot(dirname(path), [basename(path)], []) };
  return {
    kind: 'input',
    name: path,
    apart: [path],
    list: async () => {
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

const inRoot = (root: string, files: readonly string[], before: readonly Skipped[]): Listed => {
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

const standardInput = 'stdin.ndjson';

/** Milliseconds between two looks at whether to go on, while nothing comes. */
const glance = 50;

/** Standard input can be read once, and attempts are looked at again: it is kept in a file first. False where it was stopped. */
const keepStandardInput = async (path: string, stopped: () => boolean): Promise<boolean> => {
  const file = createFile(path);
  const { stdin } = process;
  const watch = setInterval(() => stopped() && stdin.destroy(), glance);
  try {
    for await (const chunk of stdin) file.write(chunk as Buffer);
  } catch (cause) {
    if (!stopped()) throw cause;
  } finally {
    clearInterval(watch);
    file.close();
  }
  return !stopped();
};
