import { fstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Skipped } from '../report/index.js';
import { createFile } from './file-writer.js';
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
  readonly list: (folder: string, stopped: () => boolean) => Promise<Listed | NoInput | undefined>;
};

/** Why there is nothing to grade, and what to do about it. */
export type NoInput = { readonly kind: 'no-input'; readonly message: string; readonly fix: string };

type Listed = {
  readonly kind: 'listed';
  readonly places: Places;
  readonly skipped: readonly Skipped[];
};

const isClassFile = (path: string): boolean => /\.(?:ndjson|jsonl)$/i.test(path);

/** Looks at what was given: a folder, a class file, a single answers file, or `-`. */
export const findSubmissions = (input: string): Input | NoInput => {
  if (input === '-')
    return {
      kind: 'input',
      name: '-',
      apart: [],
      list: async (folder, stopped) => {
        const kept = await keepStandardInput(join(folder, standardInput), stopped);
        if (kept !== 'kept') return kept;
        const listed = inRoot(folder, [standardInput], []);
        return listed.places.paths.length === 0
          ? noInput('Standard input is empty.', 'Give it a line of JSON for each student: … | check batch -')
          : listed;
      },
    };
  const status = look(input);
  if (status === undefined || !(status.isDirectory() || status.isFile())) {
    const message =
      status === undefined
        ? `There are no submissions at ${input === '' ? '“”' : input}.`
        : `${input} is neither a folder nor a file.`;
    return noInput(message, 'Give the folder with the answers files, or one .ndjson file.');
  }
  const path = realpathSync(input);
  if (status.isFile())
    return { kind: 'input', name: path, apart: [], list: async () => inRoot(dirname(path), [basename(path)], []) };
  return {
    kind: 'input',
    name: path,
    apart: [path],
    list: async () => {
      try {
        const { files, skipped } = walk(path);
        return inRoot(path, files, skipped);
      } catch (cause) {
        return noInput(`The folder ${input} cannot be read (${codeOf(cause)}).`, 'Check its rights, and the disk.');
      }
    },
  };
};

const noInput = (message: string, fix: string): NoInput => ({ kind: 'no-input', message, fix });

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';

const look = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

const inRoot = (root: string, files: readonly string[], before: readonly Skipped[]): Listed => {
  if (!files.some(isClassFile)) return { kind: 'listed', places: { root, paths: files, lines: [] }, skipped: before };
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
      const already = paths.length;
      for (const line of linesOf(root, path)) {
        paths.push(path);
        lines.push(line);
      }
      if (paths.length === already)
        skipped.push({
          file: path,
          kind: 'unreadable',
          reason: 'It is empty: a class file has a line for each student.',
        });
    } catch (cause) {
      skipped.push({
        file: path,
        kind: 'unreadable',
        fault: true,
        reason: `It cannot be read (${codeOf(cause)}).`,
      });
    }
  }
  return { kind: 'listed', places: { root, paths, lines }, skipped };
};

const standardInput = 'stdin.ndjson';

/** Milliseconds between two looks at whether to go on, while nothing comes. */
const glance = 50;

/** Standard input can be read once, and attempts are looked at again: it is kept in a file first. Nothing where it was stopped. */
const keepStandardInput = async (path: string, stopped: () => boolean): Promise<'kept' | NoInput | undefined> => {
  const unfit = unfitInput();
  if (unfit !== undefined)
    return noInput(`Standard input is ${unfit}.`, 'Give it a line of JSON for each student: … | check batch -');
  const file = createFile(path);
  const { stdin } = process;
  const watch = setInterval(() => stopped() && stdin.destroy(), glance);
  const chunks = stdin[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await read(chunks);
      if (stopped()) return undefined;
      if ('fault' in next)
        return noInput(
          `Standard input broke off (${next.fault}), so nothing is graded.`,
          'Run the same command again.',
        );
      if (next.done === true) return 'kept';
      file.write(next.value as Buffer);
    }
  } finally {
    clearInterval(watch);
    file.close();
  }
};

/** What cannot be read to its end, or has none. */
const unfitInput = (): string | undefined => {
  try {
    return fstatSync(0).isDirectory() ? 'a folder' : undefined;
  } catch {
    return 'closed';
  }
};

/** A fault of reading, apart from those of writing. */
const read = async (chunks: AsyncIterator<unknown>): Promise<IteratorResult<unknown> | { readonly fault: string }> => {
  try {
    return await chunks.next();
  } catch (cause) {
    return { fault: codeOf(cause) };
  }
};
