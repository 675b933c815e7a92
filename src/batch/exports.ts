import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type FormatContext,
  type FormatName,
  formats,
  type KeptReport,
  type Row,
  startFiles,
  type StudentRows,
  withHead,
} from '../report/index.js';
import { createFile } from './file-writer.js';
import type { Names } from './names.js';

export type Exports = {
  /** Adds a result of the student at hand; `row` is without names, `head` and `rest` are the report as JSON. */
  readonly add: (row: Row, names: Names, head: string, rest: Buffer) => void;
  readonly endStudent: (student: string, page: string) => void;
  readonly end: () => void;
  readonly close: () => void;
};

/** Opens the files for other programs; nothing where none are wanted. */
export const openExports = (
  { folder, formats: names }: { readonly folder: string; readonly formats: readonly FormatName[] },
  context: FormatContext,
): Exports | undefined => {
  if (names.length === 0) return undefined;
  const writers = names.map((name) => openExport(folder, name, context));
  let rows: Row[] = [];
  let reports: string[] = [];
  return {
    add: (row, { student, file, attempt, submittedAt }, head, rest) => {
      rows.push(withHead(row, [student, row.problem, file, attempt, submittedAt]));
      reports.push(head + rest.toString());
    },
    endStudent: (student, page) => {
      const texts = reports;
      const all: StudentRows = {
        student,
        page,
        rows,
        reports: () => texts.map((text) => JSON.parse(text) as KeptReport),
      };
      for (const writer of writers) writer.add(all);
      rows = [];
      reports = [];
    },
    end: () => {
      for (const writer of writers) writer.end();
    },
    close: () => {
      for (const writer of writers) writer.close();
    },
  };
};

const openExport = (folder: string, name: FormatName, context: FormatContext) => {
  const format = formats[name];
  if (format.kind === 'student') {
    return {
      add: (student: StudentRows): void => {
        writeFileSync(withFolder(join(folder, format.file(student.page))), format.write(student, context));
      },
      end: () => undefined,
      close: () => undefined,
    };
  }
  const files = startFiles(format, context).map(({ path, writing }) => ({
    writing,
    file: createFile(withFolder(join(folder, path))),
  }));
  for (const { file, writing } of files) file.write(writing.begin);
  return {
    add: (student: StudentRows): void => {
      for (const { file, writing } of files) file.write(writing.add(student));
    },
    end: () => {
      for (const { file, writing } of files) {
        file.write(writing.end());
        file.close();
      }
    },
    close: () => {
      for (const { file } of files) file.close();
    },
  };
};

const withFolder = (path: string): string => {
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
