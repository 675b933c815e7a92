/** Due dates, extensions, and what being late costs. All instants are ISO 8601 texts with a zone; nothing here reads a clock. */

import { readInstant, readUsualInstant } from '../dates/index.js';
import { once } from '../memory/index.js';
import type { Extension, Policy } from '../types.js';

const day = 86_400_000;

/** What a submission's time means: started days after the due date, and the share of its points that is kept. */
export type Lateness = {
  readonly days: number;
  readonly kept: number;
  readonly refused: boolean;
  /** When it was due, in milliseconds since 1970, where it is late. */
  readonly due?: number;
};

export const inTime: Lateness = { days: 0, kept: 1, refused: false };

/** Milliseconds since 1970, or nothing for a text that is no instant. */
export const instant = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : (readUsualInstant(text) ?? readInstant(text));

/** An extension moves the due date later, never earlier. */
const extended = (due: number, extension: Extension | undefined): number => {
  if (extension === undefined) return due;
  const moved = 'seconds' in extension ? due + extension.seconds * 1000 : instant(extension.until);
  return Math.max(due, moved ?? due);
};

/**
 * When a student's work is due, in milliseconds since 1970: the due date, moved by the extension for everyone, then by the
 * student's own. Nothing where the policy has no due date.
 */
export const dueFor = (policy: Policy, student: string): number | undefined => {
  const due = instant(policy.due);
  if (due === undefined) return undefined;
  const own =
    policy.extensions !== undefined && Object.hasOwn(policy.extensions, student)
      ? policy.extensions[student]
      : undefined;
  return extended(extended(due, policy.extension), own);
};

/** The same for many students: what the policy says for everyone is read once. */
export const createDueDates = (policy: Policy): ((student: string) => number | undefined) => {
  const { extensions } = policy;
  const forEveryone = once(() => dueFor({ ...policy, extensions: {} }, ''));
  return (student) =>
    extensions !== undefined && Object.hasOwn(extensions, student) ? dueFor(policy, student) : forEveryone();
};

/** Started days after the due date, both in milliseconds since 1970; 0 in time. */
export const daysBetween = (due: number, time: number): number => Math.max(0, Math.ceil((time - due) / day));

/**
 * How late a submission is. At the very instant of the due date it is in time; one second later the first day has started.
 * A submission without a time is in time.
 */
export const latenessOf = (
  policy: Policy,
  student: string,
  submittedAt: string | undefined,
  dueOf: (student: string) => number | undefined = (one) => dueFor(policy, one),
): Lateness => {
  const due = dueOf(student);
  const time = due === undefined ? undefined : instant(submittedAt);
  if (due === undefined || time === undefined || time <= due) return inTime;
  const days = daysBetween(due, time);
  const { late } = policy;
  switch (late.kind) {
    case 'accept':
      return { days, due, kept: 1, refused: false };
    case 'refuse':
      return { days, due, kept: 0, refused: true };
    case 'reduce':
      return { days, due, kept: 1 - Math.min(1, late.atMost, late.perDay * days), refused: false };
  }
};
