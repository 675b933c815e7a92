import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Rooms whose doors stand open to everyone. */
const open = ['types.ts', 'spelling', 'dates', 'memory'];

/** Whose other doors a room opens. A room that is not in a list is out of bounds. */
const mayImport: Record<string, readonly string[]> = {
  'types.ts': [],
  spelling: [],
  memory: [],
  dates: [],
  expression: [],
  em: [],
  equivalence: ['expression'],
  answers: ['expression', 'em', 'equivalence', 'misconceptions'],
  misconceptions: ['expression', 'em'],
  grading: ['expression', 'em', 'answers'],
  diagnosis: ['expression', 'em', 'equivalence', 'answers', 'misconceptions', 'grading'],
  problem: ['expression', 'em', 'equivalence'],
  submission: [],
  feedback: ['expression', 'em', 'misconceptions'],
  report: ['expression', 'em', 'misconceptions', 'feedback'],
  batch: ['expression', 'grading', 'diagnosis', 'variants', 'submission', 'feedback', 'report'],
  variants: ['em', 'misconceptions', 'diagnosis', 'problem'],
  lint: ['expression', 'em', 'equivalence', 'grading', 'diagnosis', 'variants'],
};

/** Files that stand for themselves: tools and doors of the whole house. */
const free = new Set(['cli.ts', 'index.ts', 'build.ts']);

/** Doors besides `index.ts`: the two places that read files. */
const sideDoors = new Set(['problem/load.ts', 'problem/shipped.ts', 'submission/load.ts', 'batch/worker.ts']);

const mayReadFiles = (file: string): boolean =>
  file === 'problem/load.ts' ||
  file === 'problem/shipped.ts' ||
  file === 'submission/load.ts' ||
  file === 'build.ts' ||
  file === 'cli.ts' ||
  file.startsWith('batch/') ||
  file.startsWith('commands/');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const room = (file: string): string => file.split('/')[0] ?? file;

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const specifiers = /(?:^|\n)\s*(?:import|export)(\s+type)?\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(source, from), 'utf8').matchAll(specifiers)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const to = specifier.startsWith('.')
      ? relative(source, normalize(join(source, dirname(from), specifier))).replace(/\.js$/, '.ts')
      : specifier;
    return { from, to, typeOnly: match[1] !== undefined };
  }),
);
const inner = imports.filter(({ to }) => files.includes(to));

describe('the house', () => {
  it('has imports to look at', () => {
    expect(inner.length).toBeGreaterThan(20);
  });

  it('opens only the doors that the table allows', () => {
    const wrong = inner.filter(({ from, to }) => {
      if (free.has(from) || room(from) === 'commands' || room(from) === room(to)) return false;
      return !open.includes(room(to)) && !(mayImport[room(from)] ?? []).includes(room(to));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no door in the table that nobody opens', () => {
    const used = new Set(inner.map(({ from, to }) => `${room(from)} → ${room(to)}`));
    const idle = Object.entries(mayImport).flatMap(([from, doors]) =>
      doors.map((to) => `${from} → ${to}`).filter((edge) => !used.has(edge)),
    );
    expect(idle).toEqual([]);
  });

  it('enters a room by its door', () => {
    const wrong = inner.filter(
      ({ from, to }) =>
        room(from) !== room(to) && to.includes('/') && !/^[^/]+\/index\.ts$/.test(to) && !sideDoors.has(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('leaves files and processes to the rooms that load, batch and command', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('node:') && !mayReadFiles(from));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('imports heavy libraries only where they are needed, when they are needed', () => {
    const heavy = /^(?:mathjs|nerdamer|yargs|chalk|yaml|ajv|temml)(?:\/|$)/;
    const wrong = files.flatMap((file) =>
      file === 'build.ts'
        ? []
        : [...readFileSync(join(source, file), 'utf8').matchAll(/(?:^|\n)import\s+(?!type\b)[^'"]*?from\s*'([^']+)'/g)]
            .filter((match) => heavy.test(match[1] ?? ''))
            .map((match) => `${file} → ${match[1]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of inner) next.set(from, [...(next.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
