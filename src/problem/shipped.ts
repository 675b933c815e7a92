/** The problems that ship with the checker. No promise, and nothing loaded that reads problem files: grading an answers file begins here. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Problem } from '../types.js';
import { restoreProblem } from './compile.js';

export const shippedId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The folder of compiled problems beside the bundle (`dist/problems`), where this code runs from a bundle. */
const compiledFolder = (): string => `${import.meta.dirname}/problems`;
/** The folder of the shipped problem files; they come with the bundle too, for `lint` and for reading. */
export const sourceFolder = (): string =>
  `${import.meta.dirname}/${runsFromSource() ? '../../problems' : '../problems'}`;

export const runsFromSource = (): boolean => /[/\\]src[/\\]problem$/.test(import.meta.dirname);

/** A shipped problem, at once; nothing when it is not shipped, or where this code runs from its source. */
export const loadShippedSync = (id: string): Problem | undefined => {
  if (!shippedId.test(id) || runsFromSource()) return undefined;
  const file = `${compiledFolder()}/${id}.json`;
  const text = readIfThere(file);
  return text === undefined ? undefined : restoreProblem(text, file);
};

/** Whether a problem of this id ships with the checker. */
export const isShipped = (id: string): boolean =>
  shippedId.test(id) &&
  existsSync(runsFromSource() ? `${sourceFolder()}/${id}/problem.yaml` : `${compiledFolder()}/${id}.json`);

/** The ids of the problems that ship with the checker. */
export const shippedProblems = (): readonly string[] => {
  const [folder, ids] = runsFromSource()
    ? [sourceFolder(), (name: string) => (existsSync(`${sourceFolder()}/${name}/problem.yaml`) ? [name] : [])]
    : [compiledFolder(), (name: string) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])];
  return existsSync(folder) ? readdirSync(folder).flatMap(ids).toSorted() : [];
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
};
