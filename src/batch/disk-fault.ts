import { resolve } from 'node:path';
import { realPath } from './make-folder.js';

/** Why nothing was done, and what to do about it. */
export type Refusal = { readonly kind: 'refused'; readonly message: string; readonly fix: string };

export const refuse = (message: string, fix: string): Refusal => ({ kind: 'refused', message, fix });

const another = 'Give another --out.';

const reasons: { readonly [code: string]: readonly [message: string, fix: string] } = {
  ENOSPC: ['No space is left on the device', 'Make room and run the same command again: it goes on where it stopped.'],
  EDQUOT: ['Your disk quota is used up', 'Make room and run the same command again: it goes on where it stopped.'],
  EROFS: ['The disk is read-only', 'Give an --out on a disk that can be written.'],
  EACCES: ['You have no right to write there', 'Change its rights, or give another --out.'],
  EPERM: ['You have no right to write there', 'Change its rights, or give another --out.'],
  EMFILE: ['Too many files are open', 'Close other programs, or raise the limit (ulimit -n).'],
  ENFILE: ['Too many files are open', 'Close other programs, and run the same command again.'],
  EIO: ['The disk reports an error', 'Check the disk, or give an --out on another one.'],
  EFBIG: ['A file is larger than allowed there', 'Give an --out on another disk.'],
  ENAMETOOLONG: ['The path is too long', 'Give a shorter --out.'],
  ENOTDIR: ['A part of its path is a file, not a folder', another],
  EEXIST: ['A file lies where a folder is needed', another],
  EISDIR: ['A folder lies where a file is needed', another],
  ELOOP: ['Its path goes round in links', another],
  EBUSY: ['Another program holds a file there', 'Close it, and run the same command again.'],
  ENOENT: ['It does not exist, or nothing can be made there', another],
  EINVAL: ['Nothing of that name can be made there', another],
  EXDEV: ['It lies on two disks', 'Give an --out that lies on one disk, without links to another.'],
  ESTALE: ['The disk is gone', 'Connect it again, or give an --out on another one.'],
  ENODEV: ['The disk is gone', 'Connect it again, or give an --out on another one.'],
};

/** What can be a fault of ours as well, so that it is said of the disk only where it was met in the output folder. */
const ofPlaces = new Set(['ENOENT', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EINVAL', 'ELOOP']);

/** What a fault of the disk means, in words. The reports that were there before are as they were. */
export const explainDiskFault = (cause: unknown, out: string): Refusal | undefined => {
  if (!(cause instanceof Error)) return undefined;
  const { code = '', path } = cause as NodeJS.ErrnoException & { readonly path?: unknown };
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (reason === undefined) return undefined;
  // In the folder, or on the way to it.
  const isThere =
    typeof path === 'string' &&
    [resolve(out), realPath(out)].some((folder) => path.startsWith(folder) || folder.startsWith(path));
  return ofPlaces.has(code) && !isThere
    ? undefined
    : refuse(
        `The output folder ${out} could not be written: ${reason[0]}. Earlier reports are as they were.`,
        reason[1],
      );
};
