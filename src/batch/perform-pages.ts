import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createStudentPages,
  decodeRow,
  loadFormulaRenderer,
  pictureOf,
  type Picture,
  type KeptReport,
  type RowCode,
  type StudentPages,
  type StudentResult,
} from '../report/index.js';
import type { Problem } from '../types.js';
import { drawVariant } from '../variants/index.js';
import type { Began } from './perform-grading.js';
import type { PageItem } from './task.js';

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
  const resultOf = ({ row, report }: PageItem['results'][number]): StudentResult => {
    const code = JSON.parse(row) as RowCode;
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
    return { problem, report: JSON.parse(report) as KeptReport, pictures: shown };
  };
  return async (folder, items, began) => {
    pages ??= createStudentPages(await loadFormulaRenderer());
    items.forEach(({ student, page, results }, index) => {
      began(index);
      writeFileSync(join(folder, `${page}.html`), pages?.render(student, results.map(resultOf)) ?? '');
    });
  };
};
