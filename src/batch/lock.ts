import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Holder, isGone, self } from './lock-holder.js';
import { lockFile } from './lock-file.js';

export type Lock =
  | { readonly kind: 'held'; readonly release: () => void }
  | { readonly kind: 'busy'; readonly message: string; readonly fix: string };

/**
 * Keeps others out of a folder until released. Where the system can, the lock is one of its own (flock), which ends with its process
 * however that ends, and holds in all containers of a machine. Elsewhere, and across machines, the file says whose it is: a lock whose
 * process is known to be gone is taken over; of two that find it so at once, one gets it.
 */
export const takeLock = (folder: string): Lock => {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 4; attempt++) {
    const taken = claim(file) ?? takeOver(file);
    if (taken !== undefined) return taken;
  }
  return {
    kind: 'busy',
    message: 'Another run has just begun on this output folder.',
    fix: `Wait for it, or give another --out. If none is running, delete ${file}.`,
  };
};

/** Creates the file. Nothing where it exists. */
const claim = (file: string): Lock | undefined => {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx+');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cause;
  }
  const locked = lockFile(descriptor);
  // Somebody found it before we had locked it, and has it now.
  if (locked === 'no') return end(descriptor, undefined);
  return sign(file, descriptor, locked === 'yes');
};

/** Takes the lock that is there, or says who has it. Nothing where it changed meanwhile. */
const takeOver = (file: string): Lock | undefined => {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r+');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  const locked = lockFile(descriptor);
  if (locked === 'no') return end(descriptor, busy(file, readHolder(file) ?? waitFor(file)));
  if (locked === 'cannot') {
    const holder = readHolder(file) ?? waitFor(file);
    if (holder !== undefined && !isGone(holder, false)) return end(descriptor, busy(file, holder));
    setAside(file);
    return end(descriptor, undefined);
  }
  // It was released, and the file removed, between opening and locking it.
  if (!isStill(file, descriptor)) return end(descriptor, undefined);
  const holder = readHolder(file);
  if (holder !== undefined && !isGone(holder, true)) return end(descriptor, busy(file, holder));
  return sign(file, descriptor, true);
};

const end = <T>(descriptor: number, result: T): T => {
  closeSync(descriptor);
  return result;
};

/** Says in the file whose it is. A lock of the system lasts as long as the file is open. */
const sign = (file: string, descriptor: number, bySystem: boolean): Lock => {
  try {
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, JSON.stringify(self(bySystem)), 0);
  } catch (cause) {
    rmSync(file, { force: true });
    closeSync(descriptor);
    throw cause;
  }
  return {
    kind: 'held',
    release: () => {
      rmSync(file, { force: true });
      closeSync(descriptor);
    },
  };
};

const isStill = (file: string, descriptor: number): boolean => {
  const there = statSync(file, { throwIfNoEntry: false });
  const { ino, dev } = fstatSync(descriptor);
  return there?.ino === ino && there.dev === dev;
};

const busy = (file: string, holder: Holder | undefined): Lock => ({
  kind: 'busy',
  message: `Another run is at work on this output folder${holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host})`}.`,
  fix: `Wait for it, or give another --out. If it is not running any more, delete ${file}.`,
});

const readHolder = (file: string): Holder | undefined => {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    const { pid, started, host, boot = '', machine = '', space = '', bySystem = false } = holder;
    return typeof pid === 'number' && typeof started === 'string' && typeof host === 'string'
      ? { pid, started, host, boot, machine, space, bySystem }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Whoever creates the file writes it within milliseconds. */
const waitFor = (file: string): Holder | undefined => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  return readHolder(file);
};

const setAside = (file: string): void => {
  try {
    const aside = `${file}.${process.pid}`;
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
};
