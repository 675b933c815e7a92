import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  byCodepoint,
  byName,
  compareNotes,
  type FormatName,
  type Roster,
  type RowCode,
  type Skipped,
} from '../report/index.js';
import type { Problem } from '../types.js';

import { createInlinePool } from './inline.js';
import { findLookAlikes, type Named } from './look-alike.js';
import { readLinesOf } from './lines.js';
import { type Names, reportHead, rowHead } from './names.js';
import { openOutputFolder, publish, type Refusal } from './output-folder.js';
import type { PredictionsFor } from './predictions.js';
import type { Progress } from './progress.js';
import { hashProblem } from './run-context.js';
import { readRunFile, resultsOf, rowsOf, type RunFile } from './run-file.js';
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

type Part = { readonly path: string; readonly run: RunFile };

const refuse = (message: string, fix: string): Refusal => ({ kind: 'refused', message, fix });

/** The parts of one class, all of them and each once; or why they are not. */
const readParts = (paths: readonly string[]): readonly Part[] | Refusal => {
  const parts: Part[] = [];
  for (const path of paths) {
    const run = readRunFile(path);
    if (run === undefined)
      return refuse(
        `${path} holds no finished part of a class.`,
        'Give the output folders of check batch … --shard i/n, each after its run has ended.',
      );
    parts.push({ path, run });
  }
  const [first] = parts;
  if (first === undefined)
    return refuse('There is nothing to merge.', 'Give the output folders of check batch … --shard i/n.');
  const { count } = first.run.shard;
  for (const { path, run } of parts) {
    if (run.context !== first.run.context)
      return refuse(
        `${path} was graded by another version, or with other options, than ${first.path}.`,
        'Grade all parts alike.',
      );
    if (run.shard.count !== count)
      return refuse(
        `${path} is one of ${run.shard.count} parts, ${first.path} one of ${count}.`,
        'Grade all parts with the same --shard …/n.',
      );
  }
  for (let index = 1; index <= count; index++) {
    const found = parts.filter(({ run }) => run.shard.index === index);
    if (found.length === 0)
      return refuse(
        `Part ${index} of ${count} is missing.`,
        `Grade it with --shard ${index}/${count}, and give its folder too.`,
      );
    if (found.length > 1)
      return refuse(
        `${found.map(({ path }) => path).join(' and ')} are the same part, ${index} of ${count}.`,
        'Give each part once.',
      );
  }
  return parts.toSorted((a, b) => a.run.shard.index - b.run.shard.index);
};

/** All problems of the parts, which must agree on them. */
const joinProblems = (parts: readonly Part[]): readonly Problem[] | Refusal => {
  const problems = new Map<string, Problem>();
  for (const { path, run } of parts) {
    for (const problem of run.problems) {
      const known = problems.get(problem.id);
      if (known !== undefined && hashProblem(known) !== hashProblem(problem)) {
        return refuse(
          `${path} was graded with another version of the problem ${problem.id} than the parts before.`,
          'Grade all parts with the same problem file.',
        );
      }
      problems.set(problem.id, problem);
    }
  }
  return [...problems.values()].sort((a, b) => byCodepoint(a.id, b.id));
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
  const problems = joinProblems(parts);
  if ('kind' in problems) return problems;
  const folder = openOutputFolder(
    options.out,
    parts.map(({ path }) => realpathSync(path)),
    { input: parts.map(({ path }) => realpathSync(path)).join('\n'), part: 'all' },
  );
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
    await staged.end();
    await tasks.handOver(true);
    const skipped = joinLists(parts.flatMap(({ run }): readonly Skipped[] => run.skipped));
    const notes = [...parts.flatMap(({ run }) => run.notes), ...findLookAlikes(() => named)].toSorted(compareNotes);
    if (staged.totals.results === 0) return { kind: 'nothing', skipped, notes };
    staged.writeClassPage(skipped, notes);
    publish(folder);
    return {
      kind: 'done',
      totals: staged.totals,
      graded: 0,
      reused: staged.totals.results,
      skipped,
      notes,
      remarks: staged.remarks,
      changes: undefined,
      published: true,
    };
  } finally {
    await staged.close();
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

function* readPart(path: string): Generator<Result> {
  const reports = readLinesOf(resultsOf(path));
  for (const row of readLinesOf(rowsOf(path))) {
    const report = reports.next();
    if (report.done === true) throw new Error(`${resultsOf(path)} is shorter than its rows`);
    const [student, problem, file, attempt, submittedAt] = JSON.parse(row.toString()) as RowCode;
    const names = { student, file, attempt, submittedAt };
    // Lines are good until the next one is taken, and the merge looks ahead.
    yield {
      problem,
      names,
      rowRest: Buffer.from(row.subarray(Buffer.byteLength(rowHead(problem, names)), -1)),
      reportRest: Buffer.from(report.value.subarray(Buffer.byteLength(reportHead(problem, names)), -1)),
    };
  }
}

/** Nothing is graded here. */
const noPredictions: PredictionsFor = ({ id }) => {
  throw new Error(`${id} is merged, not graded`);
};
