import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { once } from '../memory/index.js';
import {
  byCodepoint,
  byName,
  compareNotes,
  type FormatName,
  type Roster,
  type RowCode,
  type Skipped,
} from '../report/index.js';
import { readClassList } from './class-list.js';
import { refuse, type Refusal } from './disk-fault.js';
import { createInlinePool } from './inline.js';
import { findLookAlikes, type Named } from './look-alike.js';
import { readLinesOf } from './lines.js';
import { type Names, reportHead, rowHead } from './names.js';
import { openOutputFolder } from './output-folder.js';
import { spaced, writeOwner } from './owner.js';
import { type Part, joinProblems, readParts } from './parts.js';
import type { PredictionsFor } from './predictions.js';
import type { Progress } from './progress.js';
import { publish, tidyUp } from './publish.js';
import { classListOf, resultsOf, rowsOf, stageRunFile } from './run-file.js';
import type { BatchDone, NothingGraded } from './run-batch.js';
import { createPageTasks } from './page-tasks.js';
import { stageReports } from './stage.js';

export type MergeOptions = {
  readonly parts: readonly string[];
  readonly out: string;
  readonly formats: readonly FormatName[];
  readonly roster: Roster | undefined;
  readonly pages: boolean;
};

/** Makes the reports of a class from the output folders of its parts: the same bytes as one run over all of it. */
export const mergeParts = async (
  options: MergeOptions,
  progress: Progress,
  stopped: () => boolean,
): Promise<
  BatchDone | NothingGraded | Refusal | { readonly kind: 'interrupted'; readonly done: number; readonly total: number }
> => {
  const parts = readParts(options.parts);
  if ('kind' in parts) return parts;
  const [first] = parts;
  const problems = joinProblems(parts);
  const paths = parts.map(({ path }) => realpathSync(path));
  const owner = { input: paths.join('\n'), part: 'all' };
  const classOf = once(() => readClassList(classListOf(parts[0]?.path ?? '')));
  const folder = openOutputFolder(options.out, {
    owner,
    apart: paths,
    what: 'parts',
    hashOf: (label) => classOf().get(label),
  });
  if (folder.kind === 'refused') return folder;
  const pool = createInlinePool(
    { problems: problems.map((problem) => ({ problem, shipped: false })), asOf: undefined },
    noPredictions,
  );
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const tasks = createPageTasks(join(folder.staging, 'feedback'), undefined, pool);
  const staged = stageReports({
    folder: folder.staging,
    problems,
    formats: options.formats,
    roster: options.roster,
    page: options.pages ? tasks.add : undefined,
    placeOf: undefined,
    isPart: false,
  });
  try {
    let done = 0;
    const named: Named[] = [];
    for (const { problem: id, names, rowRest, reportRest } of mergeResults(parts)) {
      const problem = byId.get(id);
      if (problem === undefined) throw new Error(`problem ${id} is not at hand`);
      staged.add(problem, -1, { rowRest, reportRest }, names);
      named.push(names);
      done++;
      if (done % chunk !== 0) continue;
      await tasks.handOver(false);
      progress.step(done, done, 'Writing');
      await setImmediate();
      if (stopped()) return { kind: 'interrupted', done, total: done };
    }
    staged.end();
    await tasks.handOver(true);
    const skipped = joinLists(parts.flatMap(({ run }): readonly Skipped[] => run.skipped));
    const notes = [...parts.flatMap(({ run }) => run.notes), ...findLookAlikes(() => named)].toSorted(compareNotes);
    if (staged.totals.results === 0) return { kind: 'nothing', skipped, notes };
    staged.writeClassPage(skipped, notes);
    const { context, offered } = first.run;
    stageRunFile(folder.staging, { context, offered, problems, skipped, notes });
    const inFolder = publish(folder);
    const untidy = tidyUp(() => writeOwner(folder.kept, { ...owner, sample: spaced([...classOf()]) }));
    return {
      kind: 'done',
      totals: staged.totals,
      graded: 0,
      reused: 0,
      merged: parts.length,
      skipped,
      notes,
      remarks: staged.remarks,
      inFolder: [...inFolder, ...untidy],
      compared: undefined,
      published: true,
    };
  } catch (cause) {
    if (cause instanceof BrokenPart) return refuse(cause.message, 'Grade that part again.');
    throw cause;
  } finally {
    staged.close();
    progress.end();
    await pool.close();
    folder.close();
  }
};

/** Results between two looks at what else there is to do. */
const chunk = 64;

/** Sorted as one run would list them. */
const joinLists = <T extends { readonly file: string }>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => byCodepoint(a.file, b.file) || byCodepoint(JSON.stringify(a), JSON.stringify(b)));

type Result = {
  readonly problem: string;
  readonly names: Names;
  readonly rowRest: Buffer;
  readonly reportRest: Buffer;
};

/** The results of all parts in one order; each part is in it already. */
function* mergeResults(parts: readonly Part[]): Generator<Result> {
  const heads = parts.flatMap(({ path }) => {
    const results = readPart(path);
    const first = results.next();
    return first.done === true ? [] : [{ results, head: first.value }];
  });
  while (heads.length > 0) {
    const least = heads.reduce((a, b) => (comparePlaces(b.head, a.head) < 0 ? b : a));
    yield least.head;
    const next = least.results.next();
    if (next.done === true) heads.splice(heads.indexOf(least), 1);
    else least.head = next.value;
  }
}

const comparePlaces = (a: Result, b: Result): number =>
  byName(a.names.student, b.names.student) || byCodepoint(a.problem, b.problem);

/** A part whose files do not belong together any more. */
class BrokenPart extends Error {}

const broken = (file: string): BrokenPart => new BrokenPart(`${file} is not as the run wrote it.`);

function* readPart(path: string): Generator<Result> {
  const reports = readLinesOf(resultsOf(path));
  for (const row of readLinesOf(rowsOf(path))) {
    const report = reports.next();
    if (report.done === true) throw broken(resultsOf(path));
    const [student, problem, file, attempt, submittedAt] = readRow(row, () => broken(rowsOf(path)));
    const names = { student, file, attempt, submittedAt };
    const head = Buffer.from(reportHead(problem, names));
    if (!report.value.subarray(0, head.length).equals(head)) throw broken(resultsOf(path));
    // Lines are good until the next one is taken, and the merge looks ahead.
    yield {
      problem,
      names,
      rowRest: Buffer.from(row.subarray(Buffer.byteLength(rowHead(problem, names)), -1)),
      reportRest: Buffer.from(report.value.subarray(head.length, -1)),
    };
  }
  if (reports.next().done !== true) throw broken(resultsOf(path));
}

const readRow = (row: Buffer, otherwise: () => BrokenPart): RowCode => {
  try {
    return JSON.parse(row.toString()) as RowCode;
  } catch {
    throw otherwise();
  }
};

/** Nothing is graded here. */
const noPredictions: PredictionsFor = ({ id }) => {
  throw new Error(`${id} is merged, not graded`);
};
