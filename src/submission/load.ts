/** Answers files from disk. The only place of this room that touches it. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { InputProblem } from '../types.js';
import { maxBytes } from './limits.js';

export type FileReading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `code`: link, folder, not-a-file, missing, no-right, too-large, changed, unreadable. */
  | { readonly kind: 'refused'; readonly problem: InputProblem };

/**
 * The bytes of an answers file. Only regular files are read, and what was opened is what is checked: a FIFO or a device cannot hang the checker, and a
 * file that grows meanwhile is refused. Links are followed only where `links` says so (a file the user named); in a folder of submissions they could
 * lead anywhere. `largest` is checked before anything is read.
 */
export const readAnswersFile = (
  path: string,
  links: 'follow' | 'refuse' = 'refuse',
  largest = maxBytes,
): FileReading => {
  const refuse = (code: string, message: string, fix: string): FileReading => ({
    kind: 'refused',
    problem: { code, file: path, message, fix },
  });
  // Not to wait for the other end of a FIFO.
  const flags =
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, flags);
    const status = fstatSync(descriptor);
    if (!status.isFile()) {
      if (status.isDirectory()) return refuse(...failures.EISDIR);
      const what = status.isFIFO() ? 'a pipe' : 'a device';
      return refuse('not-a-file', `It is ${what}, not a file.`, 'Give a regular file.');
    }
    if (status.size > largest) {
      return refuse(
        'too-large',
        `It has ${status.size} bytes; ${largest} are allowed.`,
        'Check that it is the right file.',
      );
    }
    // One byte more than there should be, to notice a file that grows.
    const bytes = Buffer.allocUnsafe(status.size + 1);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return length === status.size
      ? { kind: 'bytes', bytes: bytes.subarray(0, length) }
      : refuse('changed', 'It changed while it was read.', 'Try again when nothing writes to it.');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    const known: { readonly [code: string]: readonly [code: string, message: string, fix: string] } = failures;
    const [kind, message, fix] = known[code] ?? [
      'unreadable',
      `It cannot be read (${code}).`,
      'Check the disk and your rights.',
    ];
    return refuse(kind, message, fix);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
};

const failures = {
  ENOENT: ['missing', 'It does not exist.', 'Check the name.'],
  ENOTDIR: ['missing', 'It does not exist.', 'Check the name.'],
  ENAMETOOLONG: ['missing', 'Its name is too long to exist.', 'Check the name.'],
  ELOOP: ['link', 'It is a link.', 'Put the file itself here.'],
  EMLINK: ['link', 'It is a link.', 'Put the file itself here.'],
  EISDIR: ['folder', 'It is a folder, not a file.', 'Give a regular file.'],
  ENXIO: ['not-a-file', 'It is a socket or a pipe, not a file.', 'Give a regular file.'],
  ENODEV: ['not-a-file', 'It is a device, not a file.', 'Give a regular file.'],
  EACCES: ['no-right', 'You have no right to read it.', 'Change its rights.'],
  EPERM: ['no-right', 'You have no right to read it.', 'Change its rights.'],
} as const satisfies { readonly [code: string]: readonly [code: string, message: string, fix: string] };

/** Everything on standard input, up to `largest` bytes. */
export const readStandardInput = (largest = maxBytes): FileReading => {
  const chunks: Buffer[] = [];
  let total = 0;
  const chunk = Buffer.allocUnsafe(64 * 1024);
  for (;;) {
    const read = readChunk(chunk);
    if (typeof read === 'string')
      return {
        kind: 'refused',
        problem: {
          code: 'unreadable',
          message: read === 'EISDIR' ? 'Standard input is a folder.' : `Standard input cannot be read (${read}).`,
          fix: 'Give it the text of an answers file.',
        },
      };
    if (read === 0) return { kind: 'bytes', bytes: Buffer.concat(chunks) };
    total += read;
    if (total > largest) {
      return {
        kind: 'refused',
        problem: {
          code: 'too-large',
          message: `Standard input has more than ${largest} bytes.`,
          fix: 'Check that it is the right input.',
        },
      };
    }
    chunks.push(Buffer.from(chunk.subarray(0, read)));
  }
};

const standardInput = 0;

/** Bytes read from standard input, 0 at the end; or the code of what went wrong. A terminal or pipe that has nothing yet is asked again. */
const readChunk = (chunk: Buffer): number | string => {
  for (;;) {
    try {
      return readSync(standardInput, chunk, 0, chunk.length, null);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code === undefined) throw cause;
      if (code !== 'EAGAIN') return code;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
};
