import { constants } from 'node:fs';

/** Flags to open a file with: a link is not followed, and a pipe not waited for. */
export const withoutLinks = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
