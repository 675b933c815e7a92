/** The fields of an answers file; only `answers` is required. */
export const submissionFields = ['problem', 'student', 'attempt', 'submittedAt', 'answers'] as const;

/** Names that mean something to JavaScript objects; no file may use them as keys. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
