import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BatchNote,
  createClassSummary,
  type FormatName,
  gradesHeader,
  gradesRow,
  type Remark,
  renderClassPage,
  type Roster,
  type Skipped,
  takeAttendance,
} from '../report/index.js';
import { describeCause, english } from '../feedback/index.js';
import type { Problem } from '../types.js';
import { openExports } from './exports.js';
import { createFile } from './file-writer.js';
import { type Names, reportHead, rowHead } from './names.js';
import { pageName } from './page-name.js';
import type { RecordPlace, SheetBytes } from './record.js';
import { rowsIn } from './run-file.js';
import { createSheetRows } from './sheet-rows.js';
import type { PageItem } from './task.js';

export type Staging = {
  /** Folder to write into. */
  readonly folder: string;
  /** The problems that were answered, in the order of their ids. */
  readonly problems: readonly Problem[];
  readonly formats: readonly FormatName[];
  readonly roster: Roster | undefined;
  /** Gets each student's page, where pages are wanted. */
  readonly page: ((item: PageItem) => void) | undefined;
  /** Where the record of a sheet stands, for pages; nothing where there are no records. */
  readonly placeOf: ((sheet: number) => RecordPlace) | undefined;
  /** One part of a class: its rows are kept beside the results, for `merge`, and who is not in it is not missed. */
  readonly isPart: boolean;
};

export type Totals = { students: number; results: number; open: number; undecided: number; ungradable: number };

export type Staged = {
  /** Adds a result, in codepoint order of student and problem. `sheet`: results with one number have the same bytes; −1 for none. */
  readonly add: (problem: Problem, sheet: number, bytes: SheetBytes, names: Names) => void;
  /** Ends the files. */
  readonly end: () => void;
  /** Gives back what is open, however it ends. */
  readonly close: () => void;
  readonly totals: Totals;
  /** What the files for other programs could not say, by student; the first of them. */
  readonly remarks: readonly Remark[];
  /** Who of the roster handed in nothing stands on the page and first among the remarks. */
  readonly writeClassPage: (skipped: readonly Skipped[], notes: readonly BatchNote[]) => void;
};

const mostRemarks = 1000;

/**
 * Makes the reports of a class from its results. Little more than one result is held at a time, so that a class of any size fits. What is
 * written depends on the results and the options alone.
 */
export const stageReports = (staging: Staging): Staged => {
  const { folder, problems } = staging;
  const totals: Totals = { students: 0, results: 0, open: 0, undecided: 0, ungradable: 0 };
  const remarks: Remark[] = [];
  const remark = (about: string, message: string): void => {
    if (remarks.length < mostRemarks && !remarks.some((each) => each.about === about && each.message === message))
      remarks.push({ about, message });
  };
  const attendance = staging.roster === undefined || staging.isPart ? undefined : takeAttendance(staging.roster);
  const summaries = new Map(problems.map((problem) => [problem.id, createClassSummary()]));
  const rowOf = createSheetRows(problems, (row) => {
    const summary = summaries.get(row.problem);
    if (summary === undefined) throw new Error(`problem ${row.problem} is not at hand`);
    return summary.prepare(row);
  });
  const resultFile = createFile(join(folder, 'results.ndjson'));
  const gradeFile = createFile(join(folder, 'grades.csv'));
  const rowFile = staging.isPart ? createFile(rowsIn(folder)) : undefined;
  const exports = openExports(staging, { problems, roster: staging.roster, remark, claimed: new Map() });
  if (staging.page !== undefined) mkdirSync(join(folder, 'feedback'));
  gradeFile.write(gradesHeader(problems));

  let student: string | undefined;
  let page: string | undefined;
  let onPage: PageItem['sheets'][number][] = [];
  const pageOfStudent = (): string => (page ??= pageName(student ?? ''));
  const contentOf = (sheet: number, { rowRest, reportRest }: SheetBytes): PageItem['sheets'][number]['content'] =>
    staging.placeOf === undefined
      ? // The bytes are good only until the next result.
        { kind: 'bytes', rowRest: new Uint8Array(rowRest), reportRest: new Uint8Array(reportRest) }
      : { kind: 'record', ...staging.placeOf(sheet) };
  const endStudent = (): void => {
    if (student === undefined) return;
    exports?.endStudent(student, pageOfStudent());
    if (staging.page === undefined) return;
    staging.page({ student, page: pageOfStudent(), sheets: onPage });
    onPage = [];
  };

  return {
    add: (problem, sheet, bytes, names) => {
      if (names.student !== student) {
        endStudent();
        student = names.student;
        page = undefined;
        totals.students++;
        attendance?.mark(student);
      }
      const { row, cells, count, undecided, ungradable } = rowOf(sheet, problem, bytes.rowRest);
      const head = reportHead(problem.id, names);
      resultFile.write(head);
      resultFile.write(bytes.reportRest);
      resultFile.write('\n');
      if (rowFile !== undefined) {
        rowFile.write(rowHead(problem.id, names));
        rowFile.write(bytes.rowRest);
        rowFile.write('\n');
      }
      gradeFile.write(gradesRow(names, problem.id, cells));
      count(student, pageOfStudent);
      totals.results++;
      totals.undecided += undecided;
      totals.ungradable += ungradable;
      if (undecided + ungradable > 0) totals.open++;
      exports?.add(row, names, head, bytes.reportRest);
      if (staging.page !== undefined) {
        const { file, attempt } = names;
        onPage.push({ problem: problem.id, content: contentOf(sheet, bytes), file, attempt });
      }
    },
    end: () => {
      endStudent();
      exports?.end();
      for (const file of [resultFile, gradeFile, rowFile]) file?.close();
    },
    close: () => {
      for (const file of [resultFile, gradeFile, rowFile, exports]) file?.close();
    },
    totals,
    remarks,
    writeClassPage: (skipped, notes) => {
      // Who handed in a file that could not be graded did hand in something.
      for (const { student: of } of skipped) if (of !== undefined) attendance?.mark(of);
      const missing = attendance?.missing();
      if (missing !== undefined) remarks.unshift({ about: 'roster', message: missing });
      const parts = problems.flatMap((problem) => {
        const summary = summaries.get(problem.id)?.result();
        return summary === undefined ? [] : [{ problem, summary }];
      });
      const classPage = renderClassPage({
        problems: parts,
        skipped,
        notes:
          missing === undefined ? notes : [{ file: 'roster', kind: 'nothing-handed-in', message: missing }, ...notes],
        describe: (problem, ids) => describeCause({ ids }, problem, english).mistakes.map(sentence).join(' Or: '),
        linked: staging.page !== undefined,
      });
      writeFileSync(join(folder, 'report.html'), classPage);
    },
  };
};

/** Authors may leave out the capital and the stop of a sentence. */
const sentence = (mistake: string): string =>
  `${mistake.charAt(0).toUpperCase()}${mistake.slice(1)}`.replace(/[^.!?]$/, '$&.');
