import { setImmediate } from 'node:timers/promises';
import type { Skipped } from '../report/index.js';
import type { ReadAhead } from './ahead/taker.js';
import { createEntries, type Entries } from './entries.js';
import { groupByStudent, isSeveral } from './groups.js';
import { openIntake, type Desk, type Lists } from './intake.js';
import { identityOf, type KnownSubmissions } from './known.js';
import { createPathNames } from './path-names.js';
import { labelOf, type Places } from './places.js';
import { judgeAttempts } from './same-student.js';
import { openReader } from './read-place.js';
import type { Pool } from './pool.js';
import type { Progress } from './progress.js';
import type { RecordPlace } from './record.js';
import type { Sheets } from './sheets.js';
import type { SheetItem, TaskResult } from './task.js';

/** A class that is read, and graded or about to be. */
export type GradedClass = {
  readonly kind: 'graded';
  readonly entries: Entries;
  /** Numbers of the entries that count, one for each student and problem, in codepoint order. */
  readonly order: readonly number[];
  /** By the number of a sheet: which of the desk's problems it answers. */
  readonly problemOf: (sheet: number) => number;
  /** When everything is graded: submissions graded now, and those graded by an earlier run. */
  readonly count: () => { readonly graded: number; readonly reused: number };
  /** Identities of all submissions, for whoever remembers them. */
  readonly identities: () => Float64Array<ArrayBuffer>;
};

export type Interrupted = { readonly kind: 'interrupted'; readonly done: number; readonly total: number };

/** What grading a class needs. */
export type ClassAtHand = {
  readonly places: Places;
  /** What another thread reads of them before this one does; nothing where this one reads all. */
  readonly ahead: ReadAhead | undefined;
  readonly desk: Desk;
  readonly sheets: Sheets;
  /** What earlier runs have graded; nothing where there is no journal. */
  readonly known: KnownSubmissions | undefined;
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
const sheetsPerTask = 128;

/**
 * Reads all submissions in this thread and has the sheets that are new graded, meanwhile, by the pool. Reports of one student to
 * one problem are then taken together.
 */
export const gradeClass = async (at: ClassAtHand): Promise<GradedClass | Interrupted> => {
  const { places, sheets, known, lists, pool, progress, stopped } = at;
  const reader = openReader(places, at.ahead);
  const entries = createEntries(at.withTimes);
  const names = createPathNames(places.paths);
  const intake = openIntake(places, names, reader, at.desk, sheets, entries, lists);
  const problemOf = (sheet: number): string => intake.problemId(intake.problemOf(sheet));
  const total = places.paths.length;
  let taken = 0;
  let awaited = 0;
  const counts = { graded: 0, reused: 0 };
  let told = 0;
  let submitted = 0;

  const keep = (result: TaskResult, items: readonly SheetItem[]): void => {
    awaited -= items.length;
    takeSheets(sheets, result, items);
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
    for (; told < submitted && sheets.isReady(entries.sheets[told] ?? 0); told++) {
      const sheet = entries.sheets[told] ?? 0;
      if (sheets.failureOf(sheet) !== undefined) continue;
      if (known === undefined) {
        counts.graded++;
        continue;
      }
      const identity = identityAt(at, entries, told);
      if (sheets.isOld(sheet) && known.has(identity)) counts.reused++;
      else {
        counts.graded++;
        known.add(identity);
      }
    }
    known?.flush();
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
      submitted = entries.sheets.length;
      await send(sheetsPerTask);
      tell();
      progress.step(taken - awaited, total, 'Grading');
      // Signals and messages come in between.
      await setImmediate();
    }
    await send(1);
    tell();
    const groups = groupByStudent(entries, problemOf);
    const order: number[] = [];
    if (groups.some(isSeveral)) await pool.until(() => stopped() || awaited === 0);
    for (const group of groups) {
      if (stopped()) return await interrupted();
      if (!isSeveral(group)) {
        order.push(group);
        continue;
      }
      const failures = group.map((entry) => failedEntry(at, entries, entry));
      lists.skipped.push(...failures.filter((failure) => failure !== undefined));
      const gradable = group.filter((_, i) => failures[i] === undefined);
      const problem = problemOf(entries.sheets[gradable[0] ?? 0] ?? 0);
      const { attempts, refused, note } = judgeAttempts(gradable, entries, places, names, problem);
      lists.skipped.push(...refused);
      if (note !== undefined) lists.notes.push(note);
      const joined = attempts.length > 1 ? intake.join(attempts) : attempts[0];
      if (joined !== undefined) order.push(joined);
      await send(sheetsPerTask);
    }
    await send(1);
    return {
      kind: 'graded',
      entries,
      order,
      problemOf: intake.problemOf,
      count: () => {
        tell();
        return counts;
      },
      identities: () => Float64Array.from({ length: told }, (_, entry) => identityAt(at, entries, entry)),
    };
  } finally {
    reader.close();
  }
};

/** What to list for an entry that could not be graded; nothing for one that was. */
export const failedEntry = (
  { sheets, places }: Pick<ClassAtHand, 'sheets' | 'places'>,
  entries: Entries,
  entry: number,
): Skipped | undefined => {
  const reason = sheets.failureOf(entries.sheets[entry] ?? 0);
  const file = labelOf(places, entries.places[entry] ?? 0);
  return reason === undefined ? undefined : { file, kind: 'unreadable', reason, fault: true };
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
