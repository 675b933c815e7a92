import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who works in an output folder. */
export type Holder = {
  readonly pid: number;
  /** When the process started: a process id comes around again. */
  readonly started: string;
  readonly host: string;
  /** The start of the machine since it was last booted, the same in all its containers; empty where that cannot be told. */
  readonly boot: string;
  /** The id of the machine, where it has one. */
  readonly machine: string;
  /** Where process ids mean the same: each container has its own. Empty where that cannot be told. */
  readonly space: string;
  /** Whether the system holds the lock as well. */
  readonly bySystem: boolean;
};

export const self = (bySystem: boolean): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  host: hostname(),
  boot: bootId(),
  machine: machineId(),
  space: processSpace(),
  bySystem,
});

const orNothing = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return '';
  }
};

const bootId = (): string => orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
const machineId = (): string => orNothing(() => readFileSync('/etc/machine-id', 'utf8'));
const processSpace = (): string => orNothing(() => readlinkSync('/proc/self/ns/pid'));

/** State and fields of a process from the start of its name on (proc(5), stat from field 3); nothing where that cannot be told. */
const statOf = (pid: number): readonly string[] => {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** Start of a process in clock ticks since boot (field 22). */
const startOf = (pid: number): string => statOf(pid)[19] ?? '';

/** A process that is dead and only waits for its parent to notice (a zombie) is not alive. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^[ZX]/.test(statOf(pid)[0] ?? '');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Whether the holder of a lock is known to be gone. `isFree`: the system gave us the lock that it would have; on the same machine that decides. Otherwise the
 * same machine is the one that was booted at the same time, or, where that cannot be told, that has the same name; there the process is looked
 * for, unless its number means another one here. A machine that has been booted since runs nothing of before. What cannot be known is taken to be
 * at work.
 */
export const isGone = (holder: Holder, isFree: boolean): boolean => {
  const { pid, started, host, boot, machine, space, bySystem } = holder;
  const here = self(false);
  const isBootKnown = boot !== '' && here.boot !== '';
  if (isBootKnown && boot !== here.boot) return machine !== '' && machine === here.machine && host === here.host;
  if (!isBootKnown && host !== here.host) return false;
  if (isBootKnown && bySystem && isFree) return true;
  if (space !== '' && here.space !== '' && space !== here.space) return false;
  return !isAlive(pid) || (started !== '' && startOf(pid) !== started);
};
