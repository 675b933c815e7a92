import { closeSync, fstatSync, lstatSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * What this program has written into an output folder, so that it takes away nothing else: fingerprints of files by their path, and the
 * folders with something for each student.
 */
export type Written = {
  readonly files: { readonly [path: string]: readonly string[] };
  readonly folders: readonly string[];
};

const fileOf = (kept: string): string => join(kept, 'written.json');

/** Nothing where that was never noted, or by another version. */
export const readWritten = (kept: string): Written | undefined => {
  try {
    const { files, folders } = JSON.parse(readFileSync(fileOf(kept), 'utf8')) as Partial<Written>;
    return files === undefined || folders === undefined ? undefined : { files, folders };
  } catch {
    return undefined;
  }
};

export const writeWritten = (kept: string, written: Written): void => {
  const file = fileOf(kept);
  writeFileSync(`${file}.new`, JSON.stringify(written));
  renameSync(`${file}.new`, file);
};

/** Both: while reports are replaced, the old ones and the new ones are ours. */
export const joinWritten = (a: Written | undefined, b: Written): Written => ({
  files: Object.fromEntries(
    [...new Set([...Object.keys(a?.files ?? {}), ...Object.keys(b.files)])].map((path) => [
      path,
      [...new Set([...(a?.files[path] ?? []), ...(b.files[path] ?? [])])],
    ]),
  ),
  folders: [...new Set([...(a?.folders ?? []), ...b.folders])],
});

/** Bytes at the beginning and the end of a file that are looked at. */
const looked = 8 * 1024 * 1024;

/** Size and checksum of a regular file, of a very large one from its beginning and end; nothing where there is none. */
export const fingerprintOf = (path: string): string | undefined => {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const first = checksum(descriptor, 0, Math.min(size, looked));
    const rest = checksum(descriptor, Math.max(looked, size - looked), size);
    return `${size} ${first} ${rest}`;
  } finally {
    closeSync(descriptor);
  }
};

const checksum = (descriptor: number, start: number, end: number): number => {
  if (end <= start) return 0;
  const bytes = Buffer.allocUnsafe(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return crc32(bytes.subarray(0, filled));
};
