/** What is still read as an answers file. Every limit lies far above what a homework needs, and is checked before the work is done. */

/** Bytes of one answers file, or of one line of a class file. */
export const maxBytes = 1024 * 1024;

/** Brackets inside each other; a table of numbers has four. */
export const maxDepth = 16;

/** Characters of one number. */
export const maxNumberLength = 1000;

/** Characters of a student's or a problem's id. */
export const maxIdLength = 200;

/** Attempts are counted by people. */
export const maxAttempt = 10_000;
