import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };

/**
 * What was computed once from a piece of content, kept in the user's cache folder. The name of a file is a hash of all it
 * depends on, so nothing there can be stale; what cannot be read or written is computed again.
 */
export const remembered = <T>(part: string, content: unknown, compute: () => T): T => {
  // Not imported at the top: loading them takes a tenth of a bare start, and problems that ship never come here.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { homedir } = process.getBuiltinModule('node:os');
  const hash = createHash('sha256')
    .update(JSON.stringify([packageFile.version, part, content]))
    .digest('hex')
    .slice(0, 32);
  const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), packageFile.name);
  const file = join(folder, `${part}-${hash}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    const value = compute();
    keep(folder, file, JSON.stringify(value));
    return value;
  }
};

/** Whole or not at all: another run may be reading. */
const keep = (folder: string, file: string, text: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {
    // No place to remember it: the next run computes it again.
  }
};
