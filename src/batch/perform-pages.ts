import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createStudentPages,
  decodeRow,
  loadFormulaRenderer,
  pictureOf,
  type Picture,
  type KeptReport,
  type RenderedSheet,
  type RowCode,
  type RowHead,
  type SignedSheet,
  type StudentPages,
  type StudentResult,
} from '../report/index.js';
import type { Problem } from '../types.js';
import { drawVariant } from '../variants/index.js';
import type { Began } from './perform-grading.js';
import { createMemory } from './remember.js';
import type { PageItem, PageResult } from './task.js';

export type PageDesk = (folder: string, items: readonly PageItem[], began: Began) => Promise<void>;

/** Writes the pages of students. The typesetter is loaded for the first of them; each mistake is drawn once. */
export const openPageDesk = (problems: ReadonlyMap<string, Problem>): PageDesk => {
  let pages: StudentPages | undefined;
  const pictures = new Map<string, Picture | undefined>();
  const picture = (problem: Problem, ids: readonly string[], right: boolean): Picture | undefined => {
    const key = `${problem.id}\n${ids.join(' ')}\n${right}`;
    if (!pictures.has(key)) pictures.set(key, pictureOf(problem, { ids, right }));
    return pictures.get(key);
  };
  const resultOf = (code: RowCode, report: string): StudentResult & { readonly shared: boolean } => {
    const id = code[1];
    const shared = problems.get(id);
    if (shared === undefined) throw new Error(`problem ${id} is not at hand`);
    const problem = drawVariant(shared, code[0]).problem;
    const shown: { [question: string]: Picture } = {};
    for (const { question, ids, right } of decodeRow(code, problem).pictures) {
      // A picture of one student's numbers is no other student's.
      const drawn = problem === shared ? picture(problem, ids, right) : pictureOf(problem, { ids, right });
      if (drawn !== undefined && !Object.hasOwn(shown, question)) shown[question] = drawn;
    }
    return { problem, report: JSON.parse(report) as KeptReport, pictures: shown, shared: problem === shared };
  };
  const sheets = createMemory<RenderedSheet>(12_000_000);
  const signedSheet = (desk: StudentPages, { row, headLength, report }: PageResult): SignedSheet => {
    const head = JSON.parse(`${row.slice(0, headLength - 1)}]`) as RowHead;
    const signed = { attempt: head[3], file: head[2] };
    // Everything of a report before its points is names.
    const key = `${head[1]}${row.slice(headLength)}${report.slice(report.indexOf('"earned":', headLength))}`;
    const before = sheets.get(key);
    if (before !== undefined) return { ...signed, sheet: before };
    const { shared, ...result } = resultOf(JSON.parse(row) as RowCode, report);
    const sheet = desk.renderSheet(result);
    if (shared) sheets.set(key, sheet, sheet.bytes.length);
    return { ...signed, sheet };
  };
  return async (folder, items, began) => {
    const desk = (pages ??= createStudentPages(await loadFormulaRenderer()));
    items.forEach(({ student, page, results }, index) => {
      began(index);
      const signed = results.map((result) => signedSheet(desk, result));
      writeFileSync(join(folder, `${page}.html`), Buffer.concat(desk.renderPage(student, signed)));
    });
  };
};
