import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodepoint, type Skipped } from '../report/index.js';

/** What lies in a folder of submissions. Paths are relative to it, with `/` between their parts, in codepoint order. */
export type Walk = { readonly files: readonly string[]; readonly skipped: readonly Skipped[] };

/** Deeper folders are a mistake, or an attack. */
const mostDepth = 40;

/**
 * Finds the answers files (`.json`) and class files (`.ndjson`, `.jsonl`) in a folder and below. Links are not followed, and
 * only regular files are named: what is a file here is checked again when it is opened. Everything else is listed with the reason.
 */
export const walk = (root: string): Walk => {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of entriesOf(root, folder, skipped)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const reason = reasonToSkip(entry, depth);
      if (reason !== undefined) skipped.push({ file: path, kind: isOurs(entry) ? 'unreadable' : 'ignored', reason });
      else if (entry.isDirectory()) visit(path, depth + 1);
      else files.push(path);
    }
  };
  visit('', 0);
  return { files: files.sort(byCodepoint), skipped: skipped.sort((a, b) => byCodepoint(a.file, b.file)) };
};

const entriesOf = (root: string, folder: string, skipped: Skipped[]): readonly Dirent[] => {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    if (folder === '') throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    skipped.push({
      file: `${folder}/`,
      kind: 'unreadable',
      fault: true,
      reason: `The folder cannot be read (${code ?? 'unknown reason'}).`,
    });
    return [];
  }
};

/** A name that Node could not decode cannot be opened by it either. */
const isUndecodable = (name: string): boolean => name.includes('\ufffd');

const isAnswers = (name: string): boolean => /\.(?:json|ndjson|jsonl)$/i.test(name);

/** A regular answers file that is skipped all the same is somebody's work. */
const isOurs = (entry: Dirent): boolean => entry.isFile() && isUndecodable(entry.name) && isAnswers(entry.name);

const reasonToSkip = (entry: Dirent, depth: number): string | undefined => {
  const { name } = entry;
  if (entry.isSymbolicLink()) return 'A link. Links are not followed: put the file itself here.';
  if (entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice())
    return 'A pipe, socket or device, not a file.';
  if (name === '.DS_Store' || name === 'Thumbs.db' || name === '__MACOSX')
    return 'Kept by the system, not an answers file.';
  if (name.startsWith('.')) return 'Hidden, so not taken for answers.';
  if (/~$|^#.*#$|\.(?:bak|orig|swp|swo|tmp|part)$/i.test(name)) return 'A backup or a file that an editor keeps.';
  if (entry.isDirectory()) {
    if (isAnswers(name)) return 'A folder, though it is named like an answers file.';
    return depth >= mostDepth ? `Folders inside each other end after ${mostDepth}.` : undefined;
  }
  if (!isAnswers(name)) return 'Not a .json or .ndjson file.';
  return isUndecodable(name) ? 'Its name is not valid UTF-8, so it cannot be opened. Rename it.' : undefined;
};
