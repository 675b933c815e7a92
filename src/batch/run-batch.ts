import { rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  byCodepoint,
  byName,
  compareNotes,
  type BatchNote,
  type FormatName,
  type Remark,
  type Roster,
  type Skipped,
} from '../report/index.js';
import type { Problem } from '../types.js';
import { openReadAhead, type ReadAhead } from './ahead/taker.js';
import { openClassList } from './class-list.js';
import { compareResults, type Comparison } from './compare/compare-results.js';
import { BrokenResults, type Earlier, openEarlier, refuseBroken } from './compare/earlier.js';
import { createFinder } from './compare/find-submissions.js';
import { failedEntry, gradeClass, type GradedClass, type Interrupted } from './grade-class.js';
import { findSubmissions, type NoInput } from './input.js';
import type { Lists } from './intake.js';
import { compactJournal } from './journal.js';
import { openKnown } from './known.js';
import type { Refusal } from './disk-fault.js';
import { findLookAlikes, type Named } from './look-alike.js';
import { holdsReports, openOutputFolder, type OutputFolder } from './output-folder.js';
import { hashByLabel, type Owner, samplePlaces, writeOwner } from './owner.js';
import { createPageTasks } from './page-tasks.js';
import { labelOf, type Places } from './places.js';
import type { Progress } from './progress.js';
import { type FolderRemark, publish, tidyUp } from './publish.js';
import { callRoll, type Gone } from './roll-call.js';
import { contextOf, hashContext, hashProblem } from './run-context.js';
import { classListIn, offeredHashes, stageRunFile } from './run-file.js';
import { isInShard, type Shard } from './shard.js';
import { createSheetKey } from './sheet-key.js';
import { openSheets, type Sheets } from './sheets.js';
import { stageReports, type Staged, type Totals } from './stage.js';
import { startPool, type PoolWanted } from './start-pool.js';

export type BatchOptions = PoolWanted & {
  /** What a thread that reads files ahead is started with; nothing where this thread reads all. */
  readonly reader: URL | undefined;
  /** A folder, a class file, one answers file, or `-` for class file on standard input. */
  readonly input: string;
  readonly out: string;
  /** The problems that submissions may name, in any order. */
  readonly problems: readonly Problem[];
  /** True where they ship with the program. */
  readonly shipped: boolean;
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
};

export type BatchDone = {
  readonly kind: 'done';
  readonly totals: Readonly<Totals>;
  /** Submissions graded now, and those known from the journal. */
  readonly graded: number;
  readonly reused: number;
  /** Parts that were merged; absent where submissions were graded. */
  readonly merged?: number;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
  readonly remarks: readonly Remark[];
  /** Who was in the reports that these replace; absent where none were replaced. */
  readonly gone?: Gone;
  /** What else was found in the output folder, and what became of it. */
  readonly inFolder: readonly FolderRemark[];
  /** Where there was something to compare with. */
  readonly compared: Comparison | undefined;
  /** False where a comparison kept the earlier reports in their place. */
  readonly published: boolean;
};

/** There was nothing that could be graded: the reports, if there were any, are as they were. */
export type NothingGraded = {
  readonly kind: 'nothing';
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
};

export type BatchOutcome = BatchDone | NothingGraded | NoInput | Refusal | Interrupted;

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
  if (input.kind === 'no-input') return input;
  const owner = { input: input.name, part };
  const hashOf = hashByLabel(input.name);
  const earlier = options.compare === undefined ? undefined : openEarlier(options.compare, options.shard);
  if (earlier?.kind === 'refused') return earlier;
  const folder = openOutputFolder(options.out, { owner, apart: input.apart, what: 'submissions', hashOf });
  if (folder.kind === 'refused') return folder;
  try {
    const found = await input.list(folder.kept, stopped);
    if (found === undefined) return { kind: 'interrupted', done: 0, total: 0 };
    if (found.kind === 'no-input') return found;
    return await runIn({ folder, owner, options, earlier, found }, progress, stopped);
  } catch (cause) {
    if (cause instanceof BrokenResults) return refuseBroken(cause);
    throw cause;
  } finally {
    progress.end();
    folder.close();
  }
};

type Found = { readonly places: Places; readonly skipped: readonly Skipped[] };

type Run = {
  readonly folder: OutputFolder;
  readonly owner: Owner;
  readonly options: BatchOptions;
  readonly earlier: Earlier | undefined;
  readonly found: Found;
};

const runIn = async (
  { folder, owner, options, earlier, found }: Run,
  progress: Progress,
  stopped: () => boolean,
): Promise<BatchOutcome> => {
  const { asked, asOf, shard, pages, journal } = options;
  const context = contextOf(asked, asOf);
  const sheets = openSheets(join(folder.kept, journal ? 'journal.ndjson' : 'spool.ndjson'), journal);
  const known = journal ? openKnown(join(folder.kept, 'known')) : undefined;
  const lists = { skipped: found.skipped.filter(({ file }) => isInShard(shard, file)), notes: [] as BatchNote[] };
  const atHand = options.problems.map((problem) => ({ problem, hash: hashProblem(problem), shipped: options.shipped }));
  const pool = startPool({ problems: atHand, asOf }, options, (task, reason) => {
    if (task.kind === 'grade') for (const { sheet } of task.items) sheets.fail(sheet, reason);
    else
      for (const { page } of task.items)
        lists.skipped.push({ file: `feedback/${page}.html`, kind: 'unreadable', reason, fault: true });
  });
  const { places } = found;
  const unreadable = found.skipped.filter(({ kind }) => kind === 'unreadable').map(({ file }) => file);
  const classList = shard === undefined ? undefined : openClassList(classListIn(folder.staging), places, unreadable);
  const isAlone = options.threads === 0 || availableParallelism() === 1;
  let ahead: ReadAhead | undefined;
  try {
    ahead = options.reader === undefined || isAlone ? undefined : openReadAhead(options.reader, places);
    const total = places.paths.length;
    const graded = await gradeClass({
      places,
      ahead,
      desk: {
        problems: atHand,
        asked,
        shard,
        keyOf: createSheetKey(hashContext(context)),
        ...(classList !== undefined && { seen: classList.add }),
      },
      sheets,
      known,
      lists,
      pool,
      progress,
      stopped,
      withTimes: shard !== undefined || options.formats.length > 0,
    });
    if (graded.kind === 'interrupted') return graded;
    const answered = new Set(graded.order.map((entry) => graded.problemOf(graded.entries.sheets[entry] ?? 0)));
    const problems = options.problems.filter((_, i) => answered.has(i)).sort((a, b) => byCodepoint(a.id, b.id));
    const tasks = createPageTasks(join(folder.staging, 'feedback'), sheets.journal.path, pool);
    const staged = stageReports({
      folder: folder.staging,
      problems,
      formats: options.formats,
      roster: options.roster,
      page: pages ? tasks.add : undefined,
      placeOf: sheets.placeOf,
      isPart: shard !== undefined,
    });
    try {
      const { entries, order } = graded;
      const all = { graded, sheets, places, problems: options.problems, lists };
      for (let next = 0; next < order.length; next += chunk) {
        const some = order.slice(next, next + chunk);
        const areReady = (): boolean => some.every((entry) => sheets.isReady(entries.sheets[entry] ?? 0));
        await pool.until(() => areReady() || stopped());
        if (stopped()) {
          pool.drop();
          await pool.settle();
          const { graded: now, reused } = graded.count();
          return { kind: 'interrupted', done: now + reused, total };
        }
        stageSome(all, staged, some);
        await tasks.handOver(false);
        progress.step(next + some.length, order.length, 'Writing');
        await setImmediate();
      }
      staged.end();
      await tasks.handOver(true);
      await pool.settle();
    } finally {
      staged.close();
    }
    const counts = graded.count();
    sortByFile(lists.skipped);
    // What parts of a class have in common is seen when they are merged.
    if (shard === undefined) lists.notes.push(...findLookAlikes(() => namesIn(graded, places)));
    lists.notes.sort(compareNotes);
    // A part of a class may have nobody in it.
    if (staged.totals.results === 0 && (shard === undefined || total === 0)) return { kind: 'nothing', ...lists };
    staged.writeClassPage(lists.skipped, lists.notes);
    const offered = offeredHashes(options.problems);
    const ofPart = shard === undefined || classList === undefined ? {} : { part: { shard, class: classList.end() } };
    const run = { context, offered, problems, ...ofPart, ...lists };
    stageRunFile(folder.staging, run);
    const compared =
      earlier === undefined
        ? undefined
        : compareResults(earlier, {
            results: join(folder.staging, 'results.ndjson'),
            run,
            find: createFinder({ graded, sheets, places, problems: options.problems, asked }),
          });
    const published = compared === undefined || !holdsReports(folder.path);
    const inFolder = published ? publish(folder) : [];
    const gone = published ? callRoll(folder.kept, studentsIn(graded, sheets)) : undefined;
    const untidy = tidyUp(() => {
      if (published) writeOwner(folder.kept, { ...owner, sample: samplePlaces(places) });
      if (!journal) return;
      const live = new Set(graded.entries.sheets);
      compactJournal(
        sheets.journal,
        [...live].map((sheet) => sheets.placeOf(sheet)),
      );
      known?.compact(graded.identities);
    });
    return {
      kind: 'done',
      totals: staged.totals,
      ...counts,
      ...lists,
      remarks: staged.remarks,
      inFolder: [...inFolder, ...untidy],
      ...(gone !== undefined && { gone }),
      compared,
      published,
    };
  } finally {
    classList?.close();
    ahead?.close();
    await pool.close();
    known?.close();
    sheets.journal.close();
    if (!journal) rmSync(sheets.journal.path, { force: true });
  }
};

type Staging = {
  readonly graded: GradedClass;
  readonly sheets: Sheets;
  readonly places: Places;
  readonly problems: readonly Problem[];
  readonly lists: Lists;
};

/** Results between two looks at what else there is to do: so few that what is made for them is soon garbage, not yet taken to be there to stay. */
const chunk = 32;

/** Adds results to the reports, but for those that could not be graded. */
const stageSome = (
  { graded, sheets, places, problems, lists }: Staging,
  staged: Staged,
  some: readonly number[],
): void => {
  const { entries } = graded;
  for (const entry of some) {
    const sheet = entries.sheets[entry] ?? 0;
    const problem = problems[graded.problemOf(sheet)];
    if (problem === undefined) throw new Error(`sheet ${sheet} answers no problem`);
    const failure = failedEntry({ sheets, places }, entries, entry);
    if (failure !== undefined) {
      lists.skipped.push(failure);
      continue;
    }
    staged.add(problem, sheet, sheets.bytesOf(sheet), {
      student: entries.students[entry] ?? '',
      file: labelOf(places, entries.places[entry] ?? 0),
      attempt: entries.attempts[entry] ?? 1,
      submittedAt: entries.times?.[entry] ?? '',
    });
  }
};

function* namesIn({ entries, order }: GradedClass, places: Places): Generator<Named> {
  for (const entry of order)
    yield { student: entries.students[entry] ?? '', file: labelOf(places, entries.places[entry] ?? 0) };
}

/** Those with a result, in their order. */
function* studentsIn({ entries, order }: GradedClass, sheets: Sheets): Generator<string> {
  for (const entry of order)
    if (sheets.failureOf(entries.sheets[entry] ?? 0) === undefined) yield entries.students[entry] ?? '';
}

const sortByFile = (list: { readonly file: string }[]): void =>
  void list.sort((a, b) => byName(a.file, b.file) || byCodepoint(JSON.stringify(a), JSON.stringify(b)));

/** Whether there are reports of an earlier run to compare with. */
export const hasResults = (folder: string): boolean =>
  statSync(join(folder, 'results.ndjson'), { throwIfNoEntry: false })?.isFile() === true;
