/** Problems by id, as shipped, or by path, from a problem file. With `shipped.ts`, the only place of this room that touches the disk. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { suggestion } from '../spelling/index.js';
import type { ReadBeside } from './data-file.js';
import type { ProblemReading } from './read.js';
import { loadShippedSync, runsFromSource, shippedId, shippedProblems, sourceFolder } from './shipped.js';

export { shippedProblems } from './shipped.js';

/** Larger files are no homework. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The problem with this id, or at this path (a problem file or its folder). An id of a shipped problem wins over a folder of that name in the
 * working directory: write `./name` for the folder. Reading a shipped problem parses no YAML.
 */
export const loadProblem = async (idOrPath: string): Promise<ProblemReading> => {
  if (shippedId.test(idOrPath)) {
    const shipped = await loadShipped(idOrPath);
    if (shipped !== undefined) return shipped;
  }
  if (looksLikePath(idOrPath) || existsSync(idOrPath)) return loadFile(idOrPath);
  return unknownProblem(idOrPath);
};

const unknownProblem = (id: string): Extract<ProblemReading, { kind: 'invalid' }> =>
  invalid(
    'unknown-problem',
    `There is no problem “${id}”.`,
    `${suggestion(id, shippedProblems())} Or give the path of a problem file.`,
  );

/** The file of a problem, by id or path, for whoever has to know where things stand in it; `invalid` as in `loadProblem`. */
export const findProblemFile = (
  idOrPath: string,
):
  | { readonly kind: 'file'; readonly file: string; readonly text: string }
  | Extract<ProblemReading, { kind: 'invalid' }> => {
  const shipped = join(sourceFolder(), idOrPath, 'problem.yaml');
  const found =
    shippedId.test(idOrPath) && existsSync(shipped) ? ({ kind: 'file', file: shipped } as const) : findFile(idOrPath);
  if (found.kind === 'refused') {
    return looksLikePath(idOrPath) || existsSync(idOrPath)
      ? invalid('file', found.message, found.fix, idOrPath)
      : unknownProblem(idOrPath);
  }
  const content = readText(found.file);
  return content.kind === 'text'
    ? { kind: 'file', file: found.file, text: content.text }
    : invalid('file', sentence(content.message), content.fix, found.file);
};

const loadShipped = async (id: string): Promise<ProblemReading | undefined> => {
  if (runsFromSource()) {
    const file = join(sourceFolder(), id, 'problem.yaml');
    return existsSync(file) ? loadFile(file) : undefined;
  }
  const problem = loadShippedSync(id);
  return problem === undefined ? undefined : { kind: 'problem', problem, warnings: [] };
};

const looksLikePath = (text: string): boolean => /[/\\]|\.ya?ml$|^\.{1,2}$/.test(text);

const invalid = (
  code: string,
  message: string,
  fix: string,
  file?: string,
): Extract<ProblemReading, { kind: 'invalid' }> => ({
  kind: 'invalid',
  problems: [{ code, ...(file === undefined ? {} : { file }), message, fix }],
});

const loadFile = async (path: string): Promise<ProblemReading> => {
  const found = findFile(path);
  if (found.kind === 'refused') return invalid('file', found.message, found.fix, path);
  const { readProblem } = await import('./read.js');
  const content = readText(found.file);
  return content.kind === 'text'
    ? readProblem(content.text, found.file, readFrom(dirname(found.file)))
    : invalid('file', sentence(content.message), content.fix, found.file);
};

const findFile = (
  path: string,
):
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'refused'; readonly message: string; readonly fix: string } => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined)
    return {
      kind: 'refused',
      message: `${path} does not exist.`,
      fix: `Check the path. ${suggestion(basename(path), shippedProblems())}`,
    };
  if (!status.isDirectory()) return { kind: 'file', file: path };
  const file = ['problem.yaml', 'problem.yml'].map((name) => join(path, name)).find((name) => existsSync(name));
  return file === undefined
    ? {
        kind: 'refused',
        message: `The folder ${path} holds no problem.yaml.`,
        fix: 'check init problem <id> writes one to start from.',
      }
    : { kind: 'file', file };
};

type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string; readonly fix: string };

const readText = (file: string): Content => {
  try {
    const status = statSync(file);
    if (!status.isFile())
      return { kind: 'refused', message: 'it is not a regular file', fix: 'Give a problem file, or its folder.' };
    if (status.size > mostBytes)
      return {
        kind: 'refused',
        message: `it has ${status.size} bytes, and ${mostBytes} are allowed`,
        fix: 'Check that it is the right file.',
      };
    const bytes = readFileSync(file);
    // Text in UTF-16 is sound UTF-8 as well, with a zero beside every letter.
    if (bytes.includes(0))
      return {
        kind: 'refused',
        message: 'it is UTF-16 text, or no text at all',
        fix: 'Save the file as UTF-8 text.',
      };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { kind: 'refused', message: 'it is not UTF-8 text', fix: 'Save the file as UTF-8 text.' };
    if (code === undefined) throw cause;
    return { kind: 'refused', message: reasons[code] ?? code, fix: 'Check its name and your rights.' };
  }
};

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'it does not exist',
  EACCES: 'you have no right to read it',
  EPERM: 'you have no right to read it',
  EISDIR: 'it is a folder',
};

/** Reads files of a folder and below; a link that leads out is refused, wherever it stands. */
export const readFrom =
  (folder: string): ReadBeside =>
  (name) => {
    const file = resolve(folder, name);
    const status = lstatSync(file, { throwIfNoEntry: false });
    if (status === undefined) return { kind: 'refused', message: 'it does not exist' };
    if (!realpathSync(file).startsWith(realpathSync(folder) + sep))
      return { kind: 'refused', message: 'it leads out of the folder of the problem' };
    return readText(file);
  };
