/** The first argument of a worker thread's start; no shell passes it on. */
export const threadWord = '\0worker';
