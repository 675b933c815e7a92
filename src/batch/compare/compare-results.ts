import { changeOf, type Change, type KeptReport, type Skipped } from '../../report/index.js';
import { once } from '../../memory/index.js';
import type { Problem, Submission } from '../../types.js';
import type { RunFile } from '../run-file.js';
import type { Earlier } from './earlier.js';
import { type Evidence, explainChange, writeReasons } from './explain-change.js';
import { pairResults } from './pair-results.js';
import { changesBetween, type ProblemChanges } from './problem-changes.js';
import { createRegrader } from './regrade.js';

/** What a run says of itself to be compared with an earlier one. */
export type Compared = {
  readonly results: string;
  readonly run: Omit<RunFile, 'format'>;
  readonly find: FindSubmissions;
};

/** Gives all that one of these students handed in for a problem and that counts, in any order. */
export type FindSubmissions = (students: ReadonlySet<string>) => {
  readonly of: (student: string, problem: string) => readonly Submission[];
  readonly close: () => void;
};

export type Comparison = {
  readonly changes: readonly Change[];
  /** What is not as it was for all of them, in sentences. */
  readonly general: readonly string[];
};

/**
 * What changed between two runs, student by student in their order, and why: reasons are found by grading again (`explainChange`). Where it is not known what the
 * earlier results were made of, only what can be seen in the results is said.
 */
export const compareResults = (earlier: Earlier, now: Compared): Comparison => {
  const pairs = [...pairResults(earlier.file, now.results)].flatMap((pair) => {
    const change = changeOf(pair.old, pair.now, renamedIn(earlier.run, now.run));
    return change === undefined ? [] : [{ ...pair, change }];
  });
  const submissions = now.find(new Set(pairs.map(({ change }) => change.student)));
  const gone = new Map(pairs.flatMap(({ old, now: is }) => (old && !is ? [[fileKey(old), old] as const] : [])));
  const fresh = new Map(pairs.flatMap(({ old, now: is }) => (is && !old ? [[fileKey(is), is] as const] : [])));
  const evidenceFor = createEvidence(earlier.run, now.run);
  const changes = pairs.map(({ old, now: is, change }): Change => {
    if (old === undefined) return { ...change, why: [is === undefined ? '' : sayWhyNew(is, gone, earlier.run)] };
    if (is === undefined) return { ...change, why: [sayWhyGone(old, fresh, now.run)] };
    const evidence = evidenceFor(is.problem);
    if (evidence === undefined) return change;
    const reasons = explainChange(old, is, submissions.of(is.student, is.problem), evidence);
    return { ...change, why: writeReasons(reasons, is.earned - old.earned) };
  });
  submissions.close();
  return { changes, general: sayGenerally(earlier.run, now.run, evidenceFor) };
};

const renamedIn = (
  before: RunFile | undefined,
  now: Compared['run'],
): ((problem: string) => ReadonlyMap<string, string>) => {
  const none: ReadonlyMap<string, string> = new Map();
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (id) => {
    const found = known.get(id) ?? changesOf(id, before, now)?.renamed ?? none;
    known.set(id, found);
    return found;
  };
};

const changesOf = (id: string, before: RunFile | undefined, now: Compared['run']): ProblemChanges | undefined => {
  const find = (problems: readonly Problem[] | undefined): Problem | undefined =>
    problems?.find((each) => each.id === id);
  const [old, is] = [find(before?.problems), find(now.problems)];
  return old === undefined || is === undefined ? undefined : changesBetween(old, is);
};

type EvidenceFor = (problem: string) => Evidence | undefined;

const byFile = (list: readonly Skipped[]): ReadonlyMap<string, Skipped> =>
  new Map(list.filter(({ kind }) => kind === 'unreadable').map((each) => [each.file, each]));

/** Nothing for a problem that was not answered in both runs, or where nothing is known of the first. */
const createEvidence = (before: RunFile | undefined, now: Compared['run']): EvidenceFor => {
  const lists = once(() => ({ skippedBefore: byFile(before?.skipped ?? []), skippedNow: byFile(now.skipped) }));
  const known = new Map<string, Evidence | undefined>();
  return (problem) => {
    if (known.has(problem)) return known.get(problem);
    const changes = changesOf(problem, before, now);
    const evidence =
      changes === undefined
        ? undefined
        : {
            changes,
            regrade: createRegrader(changes),
            isOtherProgram: before?.context.program !== now.context.program,
            ...lists(),
          };
    known.set(problem, evidence);
    return evidence;
  };
};

const fileKey = ({ file, problem }: KeptReport): string => `${problem} ${file}`;

const sayWhyNew = (is: KeptReport, gone: ReadonlyMap<string, KeptReport>, before: RunFile | undefined): string => {
  const whose = gone.get(fileKey(is));
  if (whose !== undefined) return `${is.file} counted for ${whose.student} before`;
  if (before === undefined) return `${is.file} is not among the earlier results`;
  const skipped = before.skipped.find(({ file, kind }) => file === is.file && kind === 'unreadable');
  if (skipped !== undefined) return `${is.file} could not be graded before (${skipped.reason})`;
  if (before.offered[is.problem] === undefined) return `the earlier run did not know the problem ${is.problem}`;
  return `${is.file} was handed in since`;
};

const sayWhyGone = (old: KeptReport, fresh: ReadonlyMap<string, KeptReport>, now: Compared['run']): string => {
  const whose = fresh.get(fileKey(old));
  if (whose !== undefined) return `${old.file} counts for ${whose.student} now`;
  const elsewhere = [...fresh.values()].find(({ file, student }) => file === old.file && student === old.student);
  if (elsewhere !== undefined) return `${old.file} answers the problem ${elsewhere.problem} now`;
  const skipped = now.skipped.find(({ file }) => file === old.file);
  if (skipped !== undefined) return `${old.file} cannot be graded any more (${skipped.reason})`;
  return `${old.file} is not among the submissions any more`;
};

const sayGenerally = (
  before: RunFile | undefined,
  now: Compared['run'],
  evidenceFor: EvidenceFor,
): readonly string[] => {
  if (before === undefined)
    return [
      'What the earlier results were made of is not known (their .check folder was deleted, or another version wrote it), so reasons cannot be told.',
    ];
  const { program, asked, asOf } = before.context;
  return [
    ...(program === now.context.program ? [] : ['Another version of this program made the earlier results.']),
    ...(asked === now.context.asked
      ? []
      : [`The earlier run was given ${asked === undefined ? 'no --problem' : `--problem ${asked}`}.`]),
    ...(asOf === now.context.asOf
      ? []
      : [`The earlier run was given ${asOf === undefined ? 'no --as-of' : `--as-of ${asOf}`}.`]),
    ...now.problems.flatMap(({ id }) => {
      const { aspects, renamed } = evidenceFor(id)?.changes ?? { aspects: [], renamed: new Map<string, string>() };
      return [
        ...aspects.map(({ say }) => `${id}: ${say}.`),
        ...[...renamed].map(([was, is]) => `${id}: ${was} is called ${is} now.`),
      ];
    }),
  ];
};
