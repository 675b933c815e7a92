import type { Policy } from '../../types.js';
import { hasFormOfInstant, isInstant, readExtension } from '../../dates/index.js';
import type { Check } from './check.js';

/** Dates that exist, spans that can be read, and rules that can ever apply. */
export const checkPolicy: Check = ({ problem, surface, error, warn }) => {
  const { policy } = problem;
  const written = surface.policy;
  if (written === undefined) return;

  if (written.due !== undefined && !isInstant(written.due)) {
    if (hasFormOfInstant(written.due)) error('date', ['policy', 'due'], ...noSuchDay(written.due));
    else
      error(
        'date',
        ['policy', 'due'],
        `“due” is “${written.due}”, which is no date and time with zone.`,
        'Write it as 2026-09-01T23:59:00Z.',
      );
  }
  const extensions = [
    ...(written.extension === undefined ? [] : [[['policy', 'extension'], written.extension] as const]),
    ...Object.entries(written.extensions ?? {}).map(
      ([student, text]) => [['policy', 'extensions', student], text] as const,
    ),
  ];
  for (const [path, text] of extensions) {
    if (readExtension(text) !== undefined) continue;
    if (hasFormOfInstant(text.trim())) error('extension', path, ...noSuchDay(text));
    else
      error(
        'extension',
        path,
        `“${text}” is neither a span of time nor a date.`,
        'Write it as 1 day, 36 hours, or 2026-09-02T23:59:00Z.',
      );
  }
  if (policy.due === undefined) {
    for (const field of ['extension', 'extensions', 'late'] as const) {
      if (written[field] !== undefined)
        warn(
          'unreachable',
          ['policy', field],
          `“${field}” never applies: there is no due date.`,
          'Add due, or take it out.',
          'key',
        );
    }
    for (const field of ['hints', 'causes', 'explain', 'solutions'] as const) {
      if (written[field] === 'after-due')
        warn(
          'unreachable',
          ['policy', field],
          `“${field}” waits for a due date that is not given: it shows only once the attempts are used up.`,
          'Add due, or write after-attempts.',
          'key',
        );
    }
  }
  checkExtensionMovesForward(policy, (path, message) =>
    warn('unreachable', path, message, 'An extension moves the date to later.'),
  );
  if (policy.late.kind === 'reduce' && policy.late.perDay === 0) {
    warn('unreachable', ['policy', 'late'], 'Late answers lose nothing: the reduction is 0.', 'Write late: accept.');
  }
  if (policy.late.kind === 'reduce' && policy.late.perDay > policy.late.atMost) {
    warn(
      'unreachable',
      ['policy', 'late'],
      'The first late day already costs more than at-most allows.',
      'Raise at-most, or lower reduce.',
    );
  }
  if (
    written.keep !== undefined &&
    policy.attempts === 1 &&
    problem.questions.every(({ attempts }) => (attempts ?? 1) === 1)
  ) {
    warn(
      'unreachable',
      ['policy', 'keep'],
      '“keep” never applies: every question has one attempt.',
      'Take it out, or allow more attempts.',
      'key',
    );
  }
};

const noSuchDay = (text: string): readonly [message: string, fix: string] => [
  `There is no such day or time as “${text}”.`,
  'Check the day of the month and the hour; the last minute of a day is 23:59.',
];

const checkExtensionMovesForward = (policy: Policy, say: (path: readonly string[], message: string) => void): void => {
  const due = policy.due === undefined ? NaN : Date.parse(policy.due);
  if (Number.isNaN(due)) return;
  const earlier = (extension: { readonly until?: string; readonly seconds?: number } | undefined): boolean =>
    extension?.until !== undefined ? Date.parse(extension.until) <= due : extension?.seconds === 0;
  if (earlier(policy.extension)) say(['policy', 'extension'], 'The extension does not move the due date.');
  for (const [student, extension] of Object.entries(policy.extensions ?? {})) {
    if (earlier(extension))
      say(['policy', 'extensions', student], `The extension of ${student} does not move the due date.`);
  }
};
