import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  createClassSummary,
  formats,
  gradesHeader,
  gradesRow,
  gradesRowRest,
  renderClassPage,
  type BatchNote,
  type FormatContext,
  type FormatName,
  type Roster,
  decodeRow,
  type KeptReport,
  type Row,
  type RowCode,
  type Skipped,
  type StudentRows,
  withHead,
} from '../report/index.js';
import { describeCause, english } from '../feedback/index.js';
import type { Problem } from '../types.js';
import { readHead } from './read-head.js';
import type { RecordParts } from './record.js';
import { createFile } from './file-writer.js';
import { pageName } from './page-name.js';
import type { PageItem, Task } from './task.js';

/** One student's result on one problem, as it was graded. */
export type Result = RecordParts;

export type Staging = {
  /** Folder to write into. */
  readonly folder: string;
  /** The problems that were answered, in the order of their ids. */
  readonly problems: readonly Problem[];
  readonly formats: readonly FormatName[];
  readonly roster: Roster | undefined;
  readonly pages: boolean;
  /** Keep the rows beside the results, for `merge`. */
  readonly keepRows: boolean;
};

export type Totals = { students: number; results: number; open: number; undecided: number; ungradable: number };

type Staged = {
  /** Writes all reports but the class page while it is walked; yields what is to be done for the students' pages. */
  readonly tasks: () => Generator<Task>;
  readonly totals: Totals;
  /** What the files for other programs could not say, by student; the first of them. */
  readonly remarks: readonly { readonly student: string; readonly message: string }[];
  readonly writeClassPage: (skipped: readonly Skipped[], notes: readonly BatchNote[]) => void;
};

const pagesPerTask = 32;
const mostRemarks = 1000;

/**
 * Makes the reports of a class from its results, given in codepoint order of student and problem. One result is held at a time, so
 * that a class of any size fits. What is written depends on the results and the options alone.
 */
export const stageReports = (staging: Staging, results: Iterable<Result>): Staged => {
  const { folder, problems } = staging;
  const totals: Totals = { students: 0, results: 0, open: 0, undecided: 0, ungradable: 0 };
  const remarks: { student: string; message: string }[] = [];
  const summaries = new Map(problems.map((problem) => [problem.id, createClassSummary()]));
  const context: FormatContext = {
    problems,
    roster: staging.roster,
    remark: (student, message) => {
      if (
        remarks.length < mostRemarks &&
        !remarks.some((remark) => remark.student === student && remark.message === message)
      )
        remarks.push({ student, message });
    },
  };

  function* tasks(): Generator<Task> {
    const resultFile = createFile(join(folder, 'results.ndjson'));
    const gradeFile = createFile(join(folder, 'grades.csv'));
    const rowFile = staging.keepRows ? createFile(join(folder, 'rows.ndjson')) : undefined;
    const exports = openExports(staging, context);
    const pageFolder = join(folder, 'feedback');
    if (staging.pages) mkdirSync(pageFolder);
    let items: PageItem[] = [];
    try {
      gradeFile.write(gradesHeader(problems));
      for (const { student, group } of byStudent(results, problems)) {
        const page = pageName(student);
        totals.students++;
        for (const { row, csv, json, report } of group) {
          resultFile.write(report);
          resultFile.write('\n');
          rowFile?.write(json);
          rowFile?.write('\n');
          gradeFile.write(gradesRow(row, csv));
          summaries.get(row.problem)?.add(row, page);
          count(totals, row);
        }
        exports.add({
          student,
          page,
          rows: group.map(({ row }) => row),
          reports: () => group.map(({ report }) => JSON.parse(report.toString()) as KeptReport),
        });
        if (!staging.pages) continue;
        items.push({
          student,
          page,
          results: group.map(({ json, headLength, report }) => ({
            row: json.toString(),
            headLength: json.toString('utf8', 0, headLength).length,
            report: report.toString(),
          })),
        });
        if (items.length < pagesPerTask) continue;
        yield { kind: 'pages', folder: pageFolder, items };
        items = [];
      }
      exports.end();
      if (items.length > 0) yield { kind: 'pages', folder: pageFolder, items };
    } finally {
      for (const file of [resultFile, gradeFile, rowFile]) file?.close();
      exports.close();
    }
  }

  return {
    tasks,
    totals,
    remarks,
    writeClassPage: (skipped, notes) => {
      const parts = problems.flatMap((problem) => {
        const summary = summaries.get(problem.id)?.result();
        return summary === undefined ? [] : [{ problem, summary }];
      });
      const page = renderClassPage({
        problems: parts,
        skipped,
        notes,
        describe: (problem, ids) => sentence(describeCause({ ids }, problem, english).mistakes),
        linked: staging.pages,
      });
      writeFileSync(join(folder, 'report.html'), page);
    },
  };
};

const sentence = (mistakes: readonly string[]): string => {
  const text = mistakes.join('; or ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[^.!?]$/, '$&.');
};

const count = (totals: Totals, row: Row): void => {
  totals.results++;
  const of = (verdict: string): number =>
    row.questions.filter((question) => question.possible > 0 && question.verdict === verdict).length;
  const undecided = of('undecided');
  const ungradable = of('ungradable');
  totals.undecided += undecided;
  totals.ungradable += ungradable;
  if (undecided + ungradable > 0) totals.open++;
};

type Read = {
  readonly row: Row;
  readonly csv: string;
  readonly json: Buffer;
  readonly headLength: number;
  readonly report: Buffer;
};

/** The results of one student together. */
function* byStudent(
  results: Iterable<Result>,
  problems: readonly Problem[],
): Generator<{ readonly student: string; readonly group: readonly Read[] }> {
  const read = createRowReader(problems);
  let student: string | undefined;
  let group: Read[] = [];
  for (const result of results) {
    const { row, csv } = read(result);
    if (student !== undefined && row.student !== student) {
      yield { student, group };
      group = [];
    }
    student = row.student;
    group.push({ row, csv, json: result.row, headLength: result.headLength, report: result.report });
  }
  if (student !== undefined) yield { student, group };
}

const mostRemembered = 400;

/** Reads rows, each with its cells for `grades.csv`. Rows that differ only in the names on them are read once. */
const createRowReader = (
  problems: readonly Problem[],
): ((result: Result) => { readonly row: Row; readonly csv: string }) => {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const known = new Map<string, { readonly row: Row; readonly csv: string }>();
  return ({ row: bytes, headLength }) => {
    const head = readHead(bytes, headLength);
    const key = `${head[1]}\n${bytes.toString('latin1', headLength)}`;
    const before = known.get(key);
    if (before !== undefined) return { row: withHead(before.row, head), csv: before.csv };
    const problem = byId.get(head[1]);
    if (problem === undefined) throw new Error(`problem ${head[1]} is not at hand`);
    const row = decodeRow(JSON.parse(bytes.toString()) as RowCode, problem);
    const read = { row, csv: gradesRowRest(problems, row) };
    if (known.size >= mostRemembered) known.clear();
    known.set(key, read);
    return read;
  };
};

/** The files for other programs. */
const openExports = ({ folder, formats: names }: Staging, context: FormatContext) => {
  const writers = names.map((name) => {
    const format = formats[name];
    if (format.kind === 'student') {
      return {
        add: (student: StudentRows): void => {
          const path = join(folder, format.file(student.page));
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, format.write(student, context));
        },
        end: () => undefined,
        close: () => undefined,
      };
    }
    const writing = format.start(context);
    const file = createFile(join(folder, format.file));
    file.write(writing.begin);
    return {
      add: (student: StudentRows): void => file.write(writing.add(student)),
      end: () => file.write(writing.end()),
      close: () => file.close(),
    };
  });
  return {
    add: (student: StudentRows): void => {
      for (const writer of writers) writer.add(student);
    },
    end: (): void => {
      for (const writer of writers) writer.end();
    },
    close: (): void => {
      for (const writer of writers) writer.close();
    },
  };
};
