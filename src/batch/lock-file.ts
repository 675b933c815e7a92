import { spawnSync } from 'node:child_process';

/** A status of our own, to tell a lock that somebody has from a program that does not know the words. */
const taken = 75;

/**
 * Asks the system for a lock (flock(2)) on an open file, which belongs to the open file and so ends with this process. Node has no words for it: a program
 * that inherits the file asks in its place. `cannot` where there is no such program, or no such lock on that disk.
 */
export const lockFile = (descriptor: number): 'yes' | 'no' | 'cannot' => {
  const { status } = spawnSync('flock', ['-n', '-E', String(taken), '3'], {
    stdio: ['ignore', 'ignore', 'ignore', descriptor],
  });
  return status === 0 ? 'yes' : status === taken ? 'no' : 'cannot';
};
