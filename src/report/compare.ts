import type { KeptQuestion, KeptReport } from './kept-report.js';
import { formatDecimal, formatPoints } from './numbers.js';

/** What became different for one student and problem between two runs; `why` has a sentence for each question concerned. */
export type Change = {
  readonly student: string;
  readonly problem: string;
  /** Points before; absent for someone new. */
  readonly before?: number;
  /** Points now; absent for someone who is not there any more. */
  readonly now?: number;
  readonly why: readonly string[];
};

const reference = ({ proof }: KeptQuestion): string | undefined => ('reference' in proof ? proof.reference : undefined);

const causesOf = ({ causes }: KeptQuestion): string => causes.map(({ ids }) => ids.join('|')).join(' ');

const explain = (old: KeptQuestion | undefined, now: KeptQuestion | undefined): string | undefined => {
  if (old === undefined)
    return now && `${now.id} is new: ${now.verdict}, ${formatPoints(now.earned)} of ${formatPoints(now.possible)}`;
  if (now === undefined)
    return `${old.id} is gone: it gave ${formatPoints(old.earned)} of ${formatPoints(old.possible)}`;
  const parts = [
    old.verdict !== now.verdict && `${old.verdict} → ${now.verdict}`,
    old.earned !== now.earned && `${formatPoints(old.earned)} → ${formatPoints(now.earned)} points`,
    old.possible !== now.possible && `worth ${formatPoints(now.possible)} instead of ${formatPoints(old.possible)}`,
    reference(old) !== reference(now) &&
      reference(old) !== undefined &&
      reference(now) !== undefined &&
      `the right answer was ${reference(old)} and is ${reference(now)}`,
    JSON.stringify(old.answer) !== JSON.stringify(now.answer) && 'another answer was handed in',
    old.verdict !== now.verdict && causesOf(now) !== '' && `cause now ${causesOf(now)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${now.id}: ${parts.join(', ')}`;
};

/** Compares two reports of one student and problem; nothing if the points and the verdicts are the same. */
export const compareReports = (old: KeptReport | undefined, now: KeptReport | undefined): Change | undefined => {
  const about = now ?? old;
  if (about === undefined) return undefined;
  const { student, problem } = about;
  if (old === undefined) return { student, problem, now: about.earned, why: ['handed in since'] };
  if (now === undefined) return { student, problem, before: about.earned, why: ['not among the submissions any more'] };
  const ids = [...new Set([...now.questions, ...old.questions].map(({ id }) => id))];
  const why = ids
    .map((id) =>
      explain(
        old.questions.find((question) => question.id === id),
        now.questions.find((question) => question.id === id),
      ),
    )
    .filter((sentence) => sentence !== undefined);
  if (why.length === 0 && old.earned === now.earned) return undefined;
  return {
    student,
    problem,
    before: old.earned,
    now: now.earned,
    why: old.attempt === now.attempt ? why : [`attempt ${now.attempt} counts instead of ${old.attempt}`, ...why],
  };
};

/** True where the points themselves changed. */
export const changesPoints = ({ before, now }: Change): boolean => before !== now;

/** `s17: 11 → 12 points (+1)`, with the reasons under it. */
export const describeChange = (change: Change): string => {
  const { student, problem, before, now, why } = change;
  const points =
    before === undefined
      ? `${formatPoints(now ?? 0)} points (new)`
      : now === undefined
        ? `${formatPoints(before)} points before (gone)`
        : before === now
          ? `${formatPoints(now)} points as before`
          : `${formatPoints(before)} → ${formatPoints(now)} points (${now > before ? '+' : ''}${formatDecimal(Number(formatPoints(now - before)), 3).replace(/\.?0+$/, '')})`;
  return `${student} (${problem}): ${points}\n${why.map((sentence) => `    ${sentence}\n`).join('')}`;
};
