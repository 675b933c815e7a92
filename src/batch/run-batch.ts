import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  byCodepoint,
  formatCount,
  type BatchNote,
  type Change,
  type FormatName,
  type Roster,
  type Skipped,
} from '../report/index.js';
import type { Problem } from '../types.js';
import { compareResults } from './compare.js';
import { createInlinePool } from './inline.js';
import { findSubmissions } from './input.js';
import { compactJournal, openJournal, openRecords, type Journal } from './journal.js';
import { openOutputFolder, outputs, publish, type OutputFolder, type Refusal } from './output-folder.js';
import { labelOf, type Place } from './place.js';
import { createPool, type Pool } from './pool.js';
import type { PredictionsFor } from './predictions.js';
import type { Progress } from './progress.js';
import { partsOf } from './record.js';
import { hashContext, hashProblem } from './run-context.js';
import { writeRunFile } from './run-file.js';
import { isInShard, type Shard } from './shard.js';
import { stageReports, type Result, type Totals } from './stage.js';
import type { Entry, Setup, Task, TaskResult } from './task.js';
import type { WorkerStart } from './worker.js';

export type BatchOptions = {
  /** A folder, a class file, one answers file, or `-` for class file on standard input. */
  readonly input: string;
  readonly out: string;
  /** The problems that submissions may name, in any order. */
  readonly problems: readonly Problem[];
  /** True where they ship with the program. */
  readonly shipped: boolean;
  readonly predictionsFor: PredictionsFor;
  /** Grade against this one of them, whatever the files say. */
  readonly asked: string | undefined;
  readonly asOf: string | undefined;
  readonly formats: readonly FormatName[];
  readonly roster: Roster | undefined;
  readonly shard: Shard | undefined;
  /** Folder of an earlier run to compare with. */
  readonly compare: string | undefined;
  readonly pages: boolean;
  readonly journal: boolean;
  /** Threads besides this one; 0 does everything in this one. */
  readonly threads: number;
  /** What a thread is started with: a module that calls `runWorker`, and the arguments that tell it to. */
  readonly worker: { readonly module: URL; readonly argv: readonly string[] } | undefined;
  readonly patience: number;
};

export type BatchDone = {
  readonly kind: 'done';
  readonly totals: Readonly<Totals>;
  /** Submissions graded now, and those known from the journal. */
  readonly graded: number;
  readonly reused: number;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
  readonly remarks: readonly { readonly student: string; readonly message: string }[];
  /** Where there was something to compare with. */
  readonly changes: readonly Change[] | undefined;
  /** False where a comparison kept the earlier reports in their place. */
  readonly published: boolean;
};

export type BatchOutcome =
  | BatchDone
  | Refusal
  | { readonly kind: 'interrupted'; readonly done: number; readonly total: number };

/** Submissions in one task: enough to make the message between threads cheap, few enough to share the work out evenly. */
const itemsPerTask = 128;

/**
 * Grades a class and writes its reports. They are a function of the problems, the submissions and the options: neither the order of
 * the folder, the threads, the clock nor what the journal knows already changes a byte. `stopped` ends the run after what is begun.
 */
export const runBatch = async (
  options: BatchOptions,
  progress: Progress,
  stopped: () => boolean,
): Promise<BatchOutcome> => {
  const part = options.shard === undefined ? 'all' : `${options.shard.index}/${options.shard.count}`;
  const input = findSubmissions(options.input);
  if (input.kind === 'refused') return input;
  const folder = openOutputFolder(options.out, input.apart, { input: input.name, part });
  if (folder.kind === 'refused') return folder;
  try {
    return await runIn(folder, options, input.list(folder.kept), progress, stopped);
  } finally {
    progress.end();
    folder.close();
  }
};

type Submissions = { readonly root: string; readonly places: readonly Place[]; readonly skipped: readonly Skipped[] };

const runIn = async (
  folder: OutputFolder,
  options: BatchOptions,
  found: Submissions,
  progress: Progress,
  stopped: () => boolean,
): Promise<BatchOutcome> => {
  const { shard } = options;
  const journal = openJournal(join(folder.kept, options.journal ? 'journal.ndjson' : 'spool.ndjson'), options.journal);
  const setup: Setup = {
    root: found.root,
    problems: options.problems.map((problem) => ({ problem, hash: hashProblem(problem), shipped: options.shipped })),
    asked: options.asked,
    asOf: options.asOf,
    context: hashContext(options.asked, options.asOf),
    journal: options.journal ? { path: journal.path, memory: journal.table.memory } : undefined,
    shard,
  };
  const skipped = found.skipped.filter(({ file }) => isInShard(shard, file));
  const pool = startPool(setup, options, skipped);
  try {
    const grading = await gradeAll(pool, journal, found, skipped, progress, stopped);
    if (grading.kind === 'interrupted') return grading;
    const { entries, notes } = grading;
    const seen = new Set(entries.map(({ problem }) => problem));
    const problems = options.problems.filter(({ id }) => seen.has(id)).sort((a, b) => byCodepoint(a.id, b.id));
    const staged = stageReports(
      {
        folder: folder.staging,
        problems,
        formats: options.formats,
        roster: options.roster,
        pages: options.pages,
        keepRows: shard !== undefined,
      },
      readResults(journal.path, entries, (done) => progress.step(done, entries.length, 'Writing')),
    );
    await pool.run(staged.tasks(), () => undefined, stopped);
    if (stopped()) return { kind: 'interrupted', done: grading.total, total: grading.total };
    sortByFile(skipped);
    sortByFile(notes);
    staged.writeClassPage(skipped, notes);
    if (shard !== undefined) writeRunFile(folder, { context: setup.context, shard, problems, skipped, notes });
    const changes =
      options.compare === undefined
        ? undefined
        : [...compareResults(join(options.compare, 'results.ndjson'), join(folder.staging, 'results.ndjson'))];
    const published = changes === undefined || !outputs.some((name) => existsSync(join(folder.path, name)));
    if (published) publish(folder);
    if (options.journal) compactJournal(journal, grading.live);
    return {
      kind: 'done',
      totals: staged.totals,
      graded: grading.graded,
      reused: grading.reused,
      skipped,
      notes,
      remarks: staged.remarks,
      changes,
      published,
    };
  } finally {
    await pool.close();
    journal.close();
    if (!options.journal) rmSync(journal.path, { force: true });
  }
};

const startPool = (
  setup: Setup,
  { threads, worker, patience, predictionsFor }: BatchOptions,
  skipped: Skipped[],
): Pool => {
  if (threads === 0 || worker === undefined) return createInlinePool(setup, predictionsFor);
  return createPool({
    threads,
    patience,
    start: (shared) =>
      new Worker(worker.module, {
        resourceLimits: threadLimits,
        argv: [...worker.argv],
        workerData: { setup, progress: shared } satisfies WorkerStart,
      }),
    blame: (task, why) => {
      const reason =
        why === 'hung'
          ? `It took longer than ${Math.round(patience / 1000)} s, twice, so it was given up. Everything else was done.`
          : 'The thread that worked on it ended, twice (perhaps it needed too much memory). Everything else was done.';
      for (const file of filesOf(task)) skipped.push({ file, kind: 'unreadable', reason, fault: true });
    },
  });
};

/** A thread needs little; one submission that would take all memory ends its thread, not the run. */
const threadLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

const filesOf = (task: Task): readonly string[] => {
  if (task.kind === 'grade') return task.items.map(labelOf);
  if (task.kind === 'join') return task.items.flatMap((places) => places.map(labelOf));
  return task.items.map(({ page }) => `feedback/${page}.html`);
};

/** An entry, and where its submission lies. */
type Placed = Omit<Entry, 'item'> & { readonly place: Place };

const placeOf = (task: Task, item: number): Place => {
  const found = task.kind === 'grade' ? task.items[item] : task.kind === 'join' ? task.items[item]?.at(-1) : undefined;
  if (found === undefined) throw new Error(`a task has no item ${item}`);
  return found;
};

type Graded = {
  readonly kind: 'graded';
  /** One for each student and problem, in codepoint order. */
  readonly entries: readonly Placed[];
  /** All that the journal should go on knowing. */
  readonly live: readonly Placed[];
  readonly notes: BatchNote[];
  readonly graded: number;
  readonly reused: number;
  readonly total: number;
};

const gradeAll = async (
  pool: Pool,
  journal: Journal,
  found: Submissions,
  skipped: Skipped[],
  progress: Progress,
  stopped: () => boolean,
): Promise<Graded | { readonly kind: 'interrupted'; readonly done: number; readonly total: number }> => {
  const notes: BatchNote[] = [];
  const entries: Placed[] = [];
  const total = found.places.length;
  let done = 0;
  const ids = new Map<string, string>();
  const take = (into: Placed[]) => (result: TaskResult, task: Task) => {
    const base = result.records.length > 0 ? journal.append(result.records) : 0;
    for (const { student, problem, item, attempt, fresh, offset, length } of result.entries) {
      // One text for all entries of a problem: a class has few problems, and each message brings its own copy.
      const id = ids.get(problem) ?? problem;
      ids.set(id, id);
      const place = placeOf(task, item);
      into.push({ student, problem: id, place, attempt, fresh, offset: fresh ? base + offset : offset, length });
    }
    skipped.push(...result.skipped);
    notes.push(...result.notes);
    done += task.kind === 'grade' ? task.items.length : 0;
    progress.step(done, total, 'Grading');
  };
  await pool.run(
    inTasks(found.places, itemsPerTask, (items) => ({ kind: 'grade', items })),
    take(entries),
    stopped,
  );
  if (stopped() && done < total) return { kind: 'interrupted', done, total };
  const { singles, groups } = groupByStudent(entries);
  for (const group of groups) {
    const note = noteOnGroup(group);
    if (note !== undefined) notes.push(note);
  }
  const joined: Placed[] = [];
  await pool.run(
    inTasks(groups, 16, (items) => ({ kind: 'join', items: items.map((group) => group.map(({ place }) => place)) })),
    take(joined),
    stopped,
  );
  if (stopped()) return { kind: 'interrupted', done, total };
  return {
    kind: 'graded',
    entries: joined.length === 0 ? singles : [...singles, ...joined].sort(byStudentAndProblem),
    live: [...entries, ...joined],
    notes,
    graded: countFresh(entries),
    reused: entries.length - countFresh(entries),
    total,
  };
};

const countFresh = (entries: readonly Placed[]): number => entries.filter(({ fresh }) => fresh).length;

function* inTasks<T>(items: readonly T[], size: number, make: (items: readonly T[]) => Task): Generator<Task> {
  for (let start = 0; start < items.length; start += size) yield make(items.slice(start, start + size));
}

const byStudentAndProblem = (a: Placed, b: Placed): number =>
  byCodepoint(a.student, b.student) || byCodepoint(a.problem, b.problem);

const byPlace = (a: Place, b: Place): number =>
  byCodepoint(a.path, b.path) || (a.line?.number ?? 0) - (b.line?.number ?? 0);

const groupByStudent = (
  entries: Placed[],
): { readonly singles: readonly Placed[]; readonly groups: readonly (readonly Placed[])[] } => {
  entries.sort((a, b) => byStudentAndProblem(a, b) || a.attempt - b.attempt || byPlace(a.place, b.place));
  const singles: Placed[] = [];
  const groups: Placed[][] = [];
  let group: Placed[] = [];
  const close = (): void => {
    const [only] = group;
    if (group.length > 1) groups.push(group);
    else if (only !== undefined) singles.push(only);
  };
  for (const entry of entries) {
    const [first] = group;
    if (first !== undefined && byStudentAndProblem(first, entry) === 0) group.push(entry);
    else {
      close();
      group = [entry];
    }
  }
  close();
  return { singles, groups };
};

/** Two files with one attempt number are worth a word: which of them came later is a guess. */
const noteOnGroup = (group: readonly Placed[]): BatchNote | undefined => {
  const [first] = group;
  if (first === undefined || new Set(group.map(({ attempt }) => attempt)).size === group.length) return undefined;
  const files = group.map(({ place, attempt }) => `${labelOf(place)} (attempt ${attempt})`);
  const shown = files.length > 6 ? [...files.slice(0, 6), `${formatCount(files.length - 6)} more`] : files;
  return {
    file: labelOf(first.place),
    message: `${formatCount(group.length)} files are from ${first.student} for ${first.problem}: ${shown.join(', ')}. They were taken as attempts in the order of their attempt numbers, then times, then names.`,
  };
};

function* readResults(path: string, entries: readonly Placed[], step: (done: number) => void): Generator<Result> {
  const records = openRecords(path);
  try {
    let done = 0;
    for (const entry of entries) {
      const line = records.read(entry);
      step(++done);
      yield partsOf(line);
    }
  } finally {
    records.close();
  }
}

const sortByFile = (list: { readonly file: string }[]): void =>
  void list.sort((a, b) => byCodepoint(a.file, b.file) || byCodepoint(JSON.stringify(a), JSON.stringify(b)));

/** Whether there are reports of an earlier run to compare with. */
export const hasResults = (folder: string): boolean =>
  statSync(join(folder, 'results.ndjson'), { throwIfNoEntry: false })?.isFile() === true;
