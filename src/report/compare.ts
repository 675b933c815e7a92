import type { KeptQuestion, KeptReport } from './kept-report.js';
import { formatPoints } from './numbers.js';

/** What became different for one student and problem between two runs. */
export type Change = {
  readonly student: string;
  readonly problem: string;
  /** Points before; absent for someone new. */
  readonly before?: number;
  /** Points now; absent for someone who is not there any more. */
  readonly now?: number;
  /** What is different, a sentence for each question concerned. */
  readonly what: readonly string[];
  /** Why, as parts of sentences; empty where that is not known. */
  readonly why: readonly string[];
};

const causesOf = ({ causes }: KeptQuestion): string => causes.map(({ ids }) => ids.join('|')).join(' ');

const describe = (old: KeptQuestion | undefined, now: KeptQuestion | undefined): string | undefined => {
  if (old === undefined)
    return now && `${now.id} is new: ${now.verdict}, ${formatPoints(now.earned)} of ${formatPoints(now.possible)}`;
  if (now === undefined)
    return `${old.id} is gone: it gave ${formatPoints(old.earned)} of ${formatPoints(old.possible)}`;
  const parts = [
    old.verdict !== now.verdict && `${old.verdict} → ${now.verdict}`,
    old.earned !== now.earned && `${formatPoints(old.earned)} → ${formatPoints(now.earned)} points`,
    old.possible !== now.possible && `worth ${formatPoints(now.possible)} instead of ${formatPoints(old.possible)}`,
    JSON.stringify(old.answer) !== JSON.stringify(now.answer) && 'another answer counts',
    old.verdict !== now.verdict && causesOf(now) !== '' && `cause now ${causesOf(now)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${now.id}: ${parts.join(', ')}`;
};

/**
 * What is different between two reports of one student and problem, without reasons; nothing if points, verdicts and answers are the same.
 * `renamed`: names of questions now, by the old ones.
 */
export const changeOf = (
  old: KeptReport | undefined,
  now: KeptReport | undefined,
  renamed: (problem: string) => ReadonlyMap<string, string>,
): Change | undefined => {
  const about = now ?? old;
  if (about === undefined) return undefined;
  const { student, problem } = about;
  if (old === undefined) return { student, problem, now: about.earned, what: [], why: [] };
  if (now === undefined) return { student, problem, before: about.earned, what: [], why: [] };
  const names = renamed(problem);
  const was = new Map(old.questions.map((question) => [names.get(question.id) ?? question.id, question]));
  const is = new Map(now.questions.map((question) => [question.id, question]));
  const what = [...new Set([...is.keys(), ...was.keys()])]
    .map((id) => describe(was.get(id), is.get(id)))
    .filter((sentence) => sentence !== undefined);
  if (what.length === 0 && old.earned === now.earned) return undefined;
  return { student, problem, before: old.earned, now: now.earned, what, why: [] };
};

/** True where the points themselves changed. */
export const changesPoints = ({ before, now }: Change): boolean => before !== now;

/** `s17: 11 → 12 points (+1)`, with what is different and the reasons under it. */
export const describeChange = ({ student, problem, before, now, what, why }: Change): string => {
  const points =
    before === undefined
      ? `${formatPoints(now ?? 0)} points (new)`
      : now === undefined
        ? `${formatPoints(before)} points before (gone)`
        : before === now
          ? `${formatPoints(now)} points as before`
          : `${formatPoints(before)} → ${formatPoints(now)} points (${now > before ? '+' : '−'}${formatPoints(Math.abs(now - before))})`;
  const because = why.length === 0 ? [] : [`why: ${why.join('; ')}`];
  return `${student} (${problem}): ${points}\n${[...what, ...because].map((sentence) => `    ${sentence}\n`).join('')}`;
};
