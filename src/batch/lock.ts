import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who works in an output folder: process, when it started (a process id comes around again), machine. */
type Holder = { readonly pid: number; readonly started: string; readonly host: string };

export type Lock =
  | { readonly kind: 'held'; readonly release: () => void }
  | { readonly kind: 'busy'; readonly message: string; readonly fix: string };

/** Start of a process in clock ticks since boot (proc(5), field 22 of stat); empty where that cannot be told. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readHolder = (file: string): Holder | undefined => {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.started === 'string' && typeof holder.host === 'string'
      ? { pid: holder.pid, started: holder.started, host: holder.host }
      : undefined;
  } catch {
    return undefined;
  }
};

const isStale = ({ pid, started, host }: Holder): boolean =>
  host === hostname() && (!isAlive(pid) || (started !== '' && startOf(pid) !== started));

/** Creates the file, or tells that it exists. Written under another name first, so that a lock is never seen half written. */
const claim = (file: string): boolean => {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(
      descriptor,
      JSON.stringify({ pid: process.pid, started: startOf(process.pid), host: hostname() } satisfies Holder),
    );
    closeSync(descriptor);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
};

/**
 * Keeps others out of a folder until released. A lock whose process is gone, or is another one by now, is taken over;
 * of two that find it stale at once, one gets it.
 */
export const takeLock = (folder: string): Lock => {
  const file = join(folder, 'lock');
  const held: Lock = { kind: 'held', release: () => rmSync(file, { force: true }) };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (claim(file)) return held;
    const holder = readHolder(file) ?? waitFor(file);
    if (holder !== undefined && !isStale(holder)) {
      return {
        kind: 'busy',
        message: `Another run is at work on this output folder (process ${holder.pid} on ${holder.host}).`,
        fix: `Wait for it, or give another --out. If it is not running any more, delete ${file}.`,
      };
    }
    setAside(file);
  }
  return {
    kind: 'busy',
    message: 'Another run has just begun on this output folder.',
    fix: 'Wait for it, or give another --out.',
  };
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
