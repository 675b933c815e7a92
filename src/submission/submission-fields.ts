/** The fields of an answers file; only `answers` is required. */
export const submissionFields = ['problem', 'student', 'attempt', 'submittedAt', 'answers'] as const;

/** Names that mean something to JavaScript objects; no file may use them as keys. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Nothing else: what a student writes must never lead to a file. */
export const problemId = /^[a-z0-9]+(-[a-z0-9]+)*$/;
