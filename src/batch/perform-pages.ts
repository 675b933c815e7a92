import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  createStudentPages,
  picturesOf,
  loadFormulaRenderer,
  pictureOf,
  type Picture,
  type KeptReport,
  type RenderedSheet,
  type RowCode,
  type StudentPages,
} from '../report/index.js';
import type { Problem } from '../types.js';
import { drawVariant } from '../variants/index.js';
import { type Names, reportHead, rowHead } from './names.js';
import type { Began } from './perform-grading.js';
import { createMemory } from '../memory/index.js';
import type { PageSheet, Task } from './task.js';

export type PageDesk = (task: Task & { readonly kind: 'pages' }, began: Began) => Promise<void>;

const decoder = new TextDecoder();

/** Writes the pages of students. The typesetter is loaded for the first of them; each mistake is drawn once, each sheet set once. */
export const openPageDesk = (problems: ReadonlyMap<string, Problem>): PageDesk => {
  let pages: StudentPages | undefined;
  const pictures = new Map<string, Picture | undefined>();
  const picture = (problem: Problem, ids: readonly string[], right: boolean): Picture | undefined => {
    const key = `${problem.id}\n${ids.join(' ')}\n${right}`;
    if (!pictures.has(key)) pictures.set(key, pictureOf(problem, { ids, right }));
    return pictures.get(key);
  };
  const render = (
    desk: StudentPages,
    student: string,
    { problem: id, row, report, ...signed }: PageSheet,
  ): RenderedSheet => {
    const shared = problems.get(id);
    if (shared === undefined) throw new Error(`problem ${id} is not at hand`);
    const problem = drawVariant(shared, student).problem;
    const names: Names = { student, submittedAt: '', ...signed };
    const shown: { [question: string]: Picture } = {};
    const code = JSON.parse(rowHead(id, names) + decoder.decode(row)) as RowCode;
    for (const [question, ids, isRight] of picturesOf(code)) {
      const right = isRight === 1;
      // A picture of one student's numbers is no other student's.
      const drawn = problem === shared ? picture(problem, ids, right) : pictureOf(problem, { ids, right });
      if (drawn !== undefined && !Object.hasOwn(shown, question)) shown[question] = drawn;
    }
    const kept = JSON.parse(reportHead(id, names) + decoder.decode(report)) as KeptReport;
    return desk.renderSheet({ problem, report: kept, pictures: shown });
  };
  const remembered = createMemory<number, RenderedSheet>(12_000_000);
  const rendered = (desk: StudentPages, student: string, sheet: PageSheet): RenderedSheet => {
    // Where everybody has numbers of their own, so is every sheet.
    const before = sheet.sheet < 0 ? undefined : remembered.get(sheet.sheet);
    if (before !== undefined) return before;
    const made = render(desk, student, sheet);
    return sheet.sheet < 0 ? made : remembered.set(sheet.sheet, made, made.bytes.length);
  };
  return async ({ folder, items }, began) => {
    const desk = (pages ??= createStudentPages(await loadFormulaRenderer()));
    items.forEach(({ student, page, sheets }, index) => {
      began(index);
      const signed = sheets.map((sheet) => ({
        sheet: rendered(desk, student, sheet),
        attempt: sheet.attempt,
        file: sheet.file,
      }));
      writeNew(join(folder, `${page}.html`), Buffer.concat(desk.renderPage(student, signed)));
    });
  };
};

const writeNew = (path: string, bytes: Uint8Array): void => {
  const descriptor = openSync(path, 'w');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } finally {
    closeSync(descriptor);
  }
};
