import { setImmediate } from 'node:timers/promises';
import { byCodepoint, formatCount, type BatchNote } from '../report/index.js';
import { createEntries, type Entries } from './entries.js';
import { openIntake, type Desk, type Intake, type Lists } from './intake.js';
import { identityOf, type KnownSubmissions } from './known.js';
import { labelOf, openReader, type Places } from './place.js';
import type { Pool } from './pool.js';
import type { Progress } from './progress.js';
import type { RecordPlace } from './record.js';
import type { Sheets } from './sheets.js';
import type { SheetItem, TaskResult } from './task.js';

export type GradedClass = {
  readonly kind: 'graded';
  readonly entries: Entries;
  /** Numbers of the entries that count, one for each student and problem, in codepoint order. */
  readonly order: readonly number[];
  /** By the number of a sheet: which of the desk's problems it answers. */
  readonly problemOf: (sheet: number) => number;
  /** Submissions graded now, and those graded by an earlier run. */
  readonly graded: number;
  readonly reused: number;
  /** Identities of all submissions, for who remembers them. */
  readonly identities: () => Float64Array<ArrayBuffer>;
};

export type Interrupted = { readonly kind: 'interrupted'; readonly done: number; readonly total: number };

/** What grading a class needs. */
export type ClassAtHand = {
  readonly places: Places;
  readonly desk: Desk;
  readonly sheets: Sheets;
  readonly known: KnownSubmissions;
  readonly lists: Lists;
  readonly pool: Pool;
  readonly progress: Progress;
  readonly stopped: () => boolean;
  /** Whether times are wanted in the entries. */
  readonly withTimes: boolean;
};

/** Submissions between two looks at what else there is to do. */
const chunk = 128;

/** Sheets in one task: enough to make the message between threads cheap, few enough to share the work out evenly. */
const sheetsPerTask = 32;

/**
 * Reads all submissions in this thread and has the sheets that are new graded, meanwhile, by the pool. Reports of one student to
 * one problem are then taken together.
 */
export const gradeClass = async (at: ClassAtHand): Promise<GradedClass | Interrupted> => {
  const { places, sheets, known, lists, pool, progress, stopped } = at;
  const reader = openReader(places);
  const entries = createEntries(at.withTimes);
  const intake = openIntake(places, reader, at.desk, sheets, entries, lists);
  const total = places.paths.length;
  let taken = 0;
  let awaited = 0;
  const counts = { graded: 0, reused: 0 };
  let told = 0;

  const keep = (result: TaskResult, items: readonly SheetItem[]): void => {
    awaited -= items.length;
    takeSheets(sheets, result, items);
    progress.step(taken - awaited, total, 'Grading');
  };
  const waiting: SheetItem[] = [];
  const send = async (least: number): Promise<void> => {
    waiting.push(...intake.wanted());
    while (waiting.length >= least && waiting.length > 0) {
      const items = waiting.splice(0, sheetsPerTask);
      awaited += items.length;
      await pool.add({ kind: 'grade', items }, (result, task) => {
        if (task.kind === 'grade') keep(result, task.items);
      });
    }
  };
  /** Counts and remembers submissions whose sheets are there, in their order. */
  const tell = (): void => {
    for (; told < entries.sheets.length && sheets.isReady(entries.sheets[told] ?? 0); told++) {
      const sheet = entries.sheets[told] ?? 0;
      if (sheets.failureOf(sheet) !== undefined) continue;
      const identity = identityAt(at, entries, told);
      if (sheets.isOld(sheet) && known.has(identity)) counts.reused++;
      else {
        counts.graded++;
        known.add(identity);
      }
    }
    known.flush();
  };
  const interrupted = async (): Promise<Interrupted> => {
    pool.drop();
    await pool.settle();
    tell();
    return { kind: 'interrupted', done: told, total };
  };

  try {
    while (taken < total) {
      if (stopped()) return await interrupted();
      for (const end = Math.min(total, taken + chunk); taken < end; taken++) intake.take(taken);
      await send(sheetsPerTask);
      tell();
      progress.step(taken - awaited, total, 'Grading');
      // Signals and messages come in between.
      await setImmediate();
    }
    await send(1);
    await pool.settle();
    tell();
    if (stopped()) return { kind: 'interrupted', done: told, total };
    const gradable = withoutFailures(
      Array.from({ length: entries.sheets.length }, (_, i) => i),
      at,
      entries,
    );
    const order = await joinAttempts(gradable, intake, entries, places, lists.notes, () => send(sheetsPerTask));
    await send(1);
    await pool.settle();
    if (stopped()) return { kind: 'interrupted', done: total, total };
    return {
      kind: 'graded',
      entries,
      order: withoutFailures(order, at, entries),
      problemOf: intake.problemOf,
      ...counts,
      identities: () => Float64Array.from({ length: told }, (_, entry) => identityAt(at, entries, entry)),
    };
  } finally {
    reader.close();
  }
};

const identityAt = ({ places, sheets }: ClassAtHand, entries: Entries, entry: number): number =>
  identityOf(
    labelOf(places, entries.places[entry] ?? 0),
    entries.students[entry] ?? '',
    sheets.tagOf(entries.sheets[entry] ?? 0),
  );

const takeSheets = (sheets: Sheets, { records, places }: TaskResult, items: readonly SheetItem[]): void => {
  const made: number[] = [];
  const where: RecordPlace[] = [];
  items.forEach(({ sheet }, i) => {
    const place = places[i];
    if (place === undefined || typeof place === 'string') sheets.fail(sheet, place ?? 'It was forgotten.');
    else {
      made.push(sheet);
      where.push(place);
    }
  });
  if (made.length > 0) sheets.keep(made, records, where);
};

/** The entries that count, in codepoint order of student and problem: all attempts of a student at a problem are one. */
const joinAttempts = async (
  gradable: readonly number[],
  intake: Intake,
  entries: Entries,
  places: Places,
  notes: BatchNote[],
  each: () => Promise<void>,
): Promise<readonly number[]> => {
  const { students, sheets, attempts, places: at } = entries;
  const problemOf = (entry: number): number => intake.problemOf(sheets[entry] ?? 0);
  const compare = (a: number, b: number): number =>
    byCodepoint(students[a] ?? '', students[b] ?? '') ||
    byCodepoint(intake.problemId(problemOf(a)), intake.problemId(problemOf(b)));
  const order = sorted(
    gradable,
    (a, b) => compare(a, b) || (attempts[a] ?? 0) - (attempts[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0),
  );
  const single: number[] = [];
  for (let start = 0; start < order.length;) {
    const first = order[start] ?? 0;
    let end = start + 1;
    while (end < order.length && students[order[end] ?? 0] === students[first] && compare(first, order[end] ?? 0) === 0)
      end++;
    if (end - start === 1) single.push(first);
    else {
      const group = order.slice(start, end);
      const note = noteOnGroup(group, entries, places, intake.problemId(problemOf(first)));
      if (note !== undefined) notes.push(note);
      const joined = intake.join(group);
      if (joined !== undefined) single.push(joined);
      await each();
    }
    start = end;
  }
  return single;
};

/** What stands in order already is left alone. */
const sorted = (list: readonly number[], compare: (a: number, b: number) => number): readonly number[] => {
  for (let i = 1; i < list.length; i++) if (compare(list[i - 1] ?? 0, list[i] ?? 0) > 0) return list.toSorted(compare);
  return list;
};

/** Submissions that could not be graded are listed, each with the reason. */
const withoutFailures = (
  order: readonly number[],
  { sheets, places, lists }: ClassAtHand,
  entries: Entries,
): readonly number[] =>
  order.filter((entry) => {
    const reason = sheets.failureOf(entries.sheets[entry] ?? 0);
    if (reason === undefined) return true;
    lists.skipped.push({ file: labelOf(places, entries.places[entry] ?? 0), kind: 'unreadable', reason, fault: true });
    return false;
  });

/** Two files with one attempt number are worth a word: which of them came later is a guess. */
const noteOnGroup = (
  group: readonly number[],
  { students, places: at, attempts }: Entries,
  places: Places,
  problem: string,
): BatchNote | undefined => {
  const [first = 0] = group;
  if (new Set(group.map((entry) => attempts[entry])).size === group.length) return undefined;
  const files = group.map((entry) => `${labelOf(places, at[entry] ?? 0)} (attempt ${attempts[entry] ?? 0})`);
  const shown = files.length > 6 ? [...files.slice(0, 6), `${formatCount(files.length - 6)} more`] : files;
  return {
    file: labelOf(places, at[first] ?? 0),
    message: `${formatCount(group.length)} files are from ${students[first] ?? ''} for ${problem}: ${shown.join(', ')}. They were taken as attempts in the order of their attempt numbers, then times, then names.`,
  };
};
