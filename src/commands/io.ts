import { fstatSync, type Stats, statSync, writeSync } from 'node:fs';
import type { Style } from '../feedback/index.js';

/** The world as a command sees it: results go to `write`, progress and diagnostics to `tell`. */
export type Io = {
  readonly write: (text: string) => void;
  readonly tell: (text: string) => void;
  /** How results may look where they go. */
  readonly style: Style;
  /** True where results go to a screen, not to a file or another program. */
  readonly isScreen: boolean;
};

/** Whoever reads our output has stopped reading (`| head`): nothing more to do, and nothing to complain about. */
export class ReaderGone extends Error {}

/** Output could not be written (disk full, device gone). */
export class CannotWrite extends Error {}

/**
 * Writes all of it, at once. Node's own `process.stdout` costs a tenth of a bare start, and loses what is still
 * queued when the process exits; a pipe that is momentarily full (EAGAIN) is waited for.
 */
const writeFully = (descriptor: 1 | 2, text: string): void => {
  const bytes = Buffer.from(text);
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') throw new ReaderGone();
      else throw new CannotWrite(`The output could not be written: ${describe(code)}.`, { cause: error });
    }
  }
};

const describe = (code: string | undefined): string =>
  code === 'ENOSPC' ? 'no space is left on the device' : code === 'EBADF' ? 'it is closed' : (code ?? 'unknown reason');

/** Diagnostics that cannot be shown must not hide the result. */
const tellQuietly = (text: string): void => {
  try {
    writeFully(2, text);
  } catch {
    // There is no third place to say it.
  }
};

/** Node's `tty` brings the network along, a seventh of a bare start: it is asked only where the answer can be yes. */
const isTerminal = (descriptor: number): boolean => {
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || isNullDevice(status)) return false;
    return process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
};

const isNullDevice = ({ rdev }: Stats): boolean => process.platform !== 'win32' && rdev === statSync('/dev/null').rdev;

type Environment = { readonly [name: string]: string | undefined };

/**
 * Colour: FORCE_COLOR (0 and false: none), then NO_COLOR, each where it is set and not empty (force-color.org, no-color.org; Node, too, lets the first win),
 * then whether a screen is there that knows colours.
 */
const wantsColour = (isScreen: boolean, env: Environment): boolean => {
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  if (env['NO_COLOR']) return false;
  return isScreen && env['TERM'] !== 'dumb';
};

/** Letters beyond ASCII: unless the locale says otherwise, or the terminal is one that cannot. An unset locale says nothing. */
const knowsUnicode = (env: Environment): boolean => {
  if (env['TERM'] === 'dumb') return false;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return !locale || /utf-?8/i.test(locale);
};

/** COLUMNS where it is set, else the screen's own width, else 80; never wider than what reads well. */
const widthOf = (isScreen: boolean, env: Environment): number => {
  const stated = Number(env['COLUMNS']);
  const width = Number.isInteger(stated) && stated > 0 ? stated : isScreen ? process.stdout.columns : 80;
  return Math.min(Math.max(width || 80, 20), 100);
};

export const connect = (env: Environment = process.env): Io => {
  const isScreen = isTerminal(1);
  return {
    write: (text) => writeFully(1, text),
    tell: tellQuietly,
    isScreen,
    style: {
      width: widthOf(isScreen, env),
      colour: wantsColour(isScreen, env),
      unicode: knowsUnicode(env),
      plain: false,
    },
  };
};
