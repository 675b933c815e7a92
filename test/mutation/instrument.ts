import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A change that Stryker makes to the sources, switched on by its number. */
export type Mutant = {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
};

type Position = { readonly line: number; readonly column: number };
type Made = {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
};
type Instrumenter = {
  instrument(
    files: readonly { readonly name: string; readonly mutate: true; readonly content: string }[],
    options: object,
  ): Promise<{
    readonly files: readonly { readonly name: string; readonly content: string }[];
    readonly mutants: readonly Made[];
  }>;
};

const silent = (): void => undefined;

const makeInstrumenter = async (): Promise<Instrumenter> => {
  const fromCore = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core'));
  const { Instrumenter: Made } = (await import(fromCore.resolve('@stryker-mutator/instrumenter'))) as {
    readonly Instrumenter: new (logger: object) => Instrumenter;
  };
  return new Made({ debug: silent, info: silent, warn: silent, isDebugEnabled: () => false });
};

const cut = (source: string, { start, end }: Made['location']): string => {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column);
  lines[0] = (lines[0] ?? '').slice(start.column);
  return lines.join('\n');
};

const HEADER_END = 'return isActive(id);\n}';

/** Stryker's helpers are functions in each file; ours are plain comparisons with one object, which cost little while a mutant sleeps. */
const switches = (code: string): string =>
  code
    .slice(code.includes(HEADER_END) ? code.lastIndexOf(HEADER_END) + HEADER_END.length : 0)
    .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, '(mutation.active === $1 && mutation.hit())')
    .replaceAll(/stryCov_9fa48\(([^)]*)\)/g, (_, ids: string) => `mutation.cover(${ids.replaceAll('"', '')})`);

/** All mutants of some files, and the files with all of them inside. */
export const instrument = async (
  files: readonly string[],
): Promise<{ readonly sources: ReadonlyMap<string, string>; readonly mutants: readonly Mutant[] }> => {
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const instrumenter = await makeInstrumenter();
  const made = await instrumenter.instrument(
    [...texts].map(([name, content]) => ({ name, mutate: true as const, content })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return {
    sources: new Map(made.files.map(({ name, content }) => [name, switches(content)])),
    mutants: made.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id: Number(id),
      file: fileName,
      line: location.start.line + 1,
      column: location.start.column + 1,
      mutator: mutatorName,
      original: cut(texts.get(fileName) ?? '', location),
      replacement,
    })),
  };
};
