import { join } from 'node:path';
import {
  createStudentPages,
  drawOf,
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
import { redrawVariant } from '../variants/index.js';
import { createMemory } from '../memory/index.js';
import { createReadMemory, openRecords, type ReadRecord } from './journal.js';
import { type Names, reportHead, rowHead } from './names.js';
import { createPieceWriter } from './page-file.js';
import type { Began } from './perform-grading.js';
import { partsOf } from './record.js';
import type { PageBytes, PageSheet, PagesTask } from './task.js';

export type PageDesk = (task: PagesTask, began: Began) => Promise<void>;

/** Bytes of sheets that are remembered, and what one takes besides the pieces that it shares. */
const mostRemembered = 12_000_000;
const usualSize = 500;

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
    { problem: id, file, attempt }: PageSheet,
    { rowRest, reportRest }: PageBytes,
  ): RenderedSheet => {
    const shared = problems.get(id);
    if (shared === undefined) throw new Error(`problem ${id} is not at hand`);
    const names: Names = { student, file, attempt, submittedAt: '' };
    const shown: { [question: string]: Picture } = {};
    const code = JSON.parse(rowHead(id, names) + decoder.decode(rowRest)) as RowCode;
    const problem = redrawVariant(shared, student, drawOf(code));
    for (const [question, ids, isRight] of picturesOf(code)) {
      const right = isRight === 1;
      // A picture of one student's numbers is no other student's.
      const drawn = problem === shared ? picture(problem, ids, right) : pictureOf(problem, { ids, right });
      if (drawn !== undefined && !Object.hasOwn(shown, question)) shown[question] = drawn;
    }
    const kept = JSON.parse(reportHead(id, names) + decoder.decode(reportRest)) as KeptReport;
    const introduction = problem === shared ? undefined : problem.introduction;
    return desk.renderSheet({ problem, report: kept, pictures: shown, introduction });
  };
  const remembered = createMemory<number, RenderedSheet>(mostRemembered);
  const rendered = (
    desk: StudentPages,
    student: string,
    sheet: PageSheet,
    read: ReadRecord | undefined,
  ): RenderedSheet => {
    const { content } = sheet;
    if (content.kind === 'bytes') return render(desk, student, sheet, content);
    if (read === undefined) throw new Error('there are no records to read pages from');
    const before = remembered.get(content.offset);
    if (before !== undefined) return before;
    const made = render(desk, student, sheet, partsOf(read(content)));
    return remembered.set(content.offset, made, made.made + usualSize);
  };
  const write = createPieceWriter();
  const memory = createReadMemory();
  return async ({ folder, records, items }, began) => {
    const desk = (pages ??= createStudentPages(await loadFormulaRenderer()));
    const reader = records === undefined ? undefined : openRecords(records, memory);
    try {
      items.forEach(({ student, page, sheets }, index) => {
        began(index);
        const signed = sheets.map((sheet) => ({
          sheet: rendered(desk, student, sheet, reader?.read),
          attempt: sheet.attempt,
          file: sheet.file,
        }));
        write(join(folder, `${page}.html`), desk.renderPage(student, signed));
      });
    } finally {
      reader?.close();
    }
  };
};
