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
  const renamed = renamedIn(earlier.run, now.run);
  const who = findWhoChanged(earlier, now, renamed);
  const submissions = now.find(who.students);
  const evidenceFor = createEvidence(earlier.run, now.run);
  const changes: Change[] = [];
  try {
    for (const { old, now: is } of pairResults(earlier.file, now.results)) {
      const change = changeOf(old, is, renamed);
      if (change === undefined) continue;
      const why = ((): readonly string[] => {
        if (old === undefined) return is === undefined ? [] : [sayWhyNew(is, who, earlier.run)];
        if (is === undefined) return [sayWhyGone(old, who)];
        const evidence = evidenceFor(is.problem);
        if (evidence === undefined) return [];
        const reasons = explainChange(old, is, submissions.of(is.student, is.problem), evidence);
        return writeReasons(reasons, is.earned - old.earned);
      })();
      changes.push({ ...change, why });
    }
  } finally {
    submissions.close();
  }
  return { changes, general: sayGenerally(earlier.run, now.run, evidenceFor) };
};

type Renamed = (problem: string) => ReadonlyMap<string, string>;

/** Who changed, and which files came and went; no reports, as there may be very many. */
type WhoChanged = {
  readonly students: ReadonlySet<string>;
  /** Students before by file and problem, of results that are gone. */
  readonly before: ReadonlyMap<string, string>;
  /** Students now by file and problem, of results that are new. */
  readonly now: ReadonlyMap<string, string>;
  /** Problems now by file and student, of results that are new. */
  readonly problems: ReadonlyMap<string, string>;
  readonly skippedBefore: ReadonlyMap<string, Skipped>;
  readonly skippedNow: ReadonlyMap<string, Skipped>;
};

const keyOf = (...names: readonly string[]): string => JSON.stringify(names);

const findWhoChanged = (earlier: Earlier, compared: Compared, renamed: Renamed): WhoChanged => {
  const students = new Set<string>();
  const [before, now, problems] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const { old, now: is } of pairResults(earlier.file, compared.results)) {
    const change = changeOf(old, is, renamed);
    if (change === undefined) continue;
    students.add(change.student);
    if (is === undefined && old !== undefined) before.set(keyOf(old.file, old.problem), old.student);
    if (old === undefined && is !== undefined) {
      now.set(keyOf(is.file, is.problem), is.student);
      problems.set(keyOf(is.file, is.student), is.problem);
    }
  }
  const [skippedBefore, skippedNow] = [byFile(earlier.run?.skipped ?? []), byFile(compared.run.skipped)];
  return { students, before, now, problems, skippedBefore, skippedNow };
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

const sayWhyNew = (is: KeptReport, who: WhoChanged, run: RunFile | undefined): string => {
  const whose = who.before.get(keyOf(is.file, is.problem));
  if (whose !== undefined) return `${is.file} counted for ${whose} before`;
  if (run === undefined) return `${is.file} is not among the earlier results`;
  const skipped = who.skippedBefore.get(is.file);
  if (skipped !== undefined) return `${is.file} could not be graded before (${skipped.reason})`;
  if (run.offered[is.problem] === undefined) return `the earlier run did not know the problem ${is.problem}`;
  return `${is.file} was handed in since`;
};

const sayWhyGone = (old: KeptReport, who: WhoChanged): string => {
  const whose = who.now.get(keyOf(old.file, old.problem));
  if (whose !== undefined) return `${old.file} counts for ${whose} now`;
  const elsewhere = who.problems.get(keyOf(old.file, old.student));
  if (elsewhere !== undefined) return `${old.file} answers the problem ${elsewhere} now`;
  const skipped = who.skippedNow.get(old.file);
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
