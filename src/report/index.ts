/** Pages, plots, CSV and gradebook files, item analysis: results in, bytes out. */
export { renderClassPage, type ClassPage } from './class-page.js';
export { createClassSummary, type ClassSummary } from './class-summary.js';
export { changesPoints, compareReports, describeChange, type Change } from './compare.js';
export { FormatProblem, type Format, type FormatContext, type StudentRows, type Writing } from './formats/format.js';
export { gradescopeResults } from './formats/gradescope.js';
export { formatNames, formats, type FormatName } from './formats/index.js';
export { gradesHeader, gradesRow, gradesRowRest } from './grades.js';
export { analyseItems, type Item } from './item-analysis.js';
export { loadFormulaRenderer, type RenderFormula } from './mathml.js';
export { byCodepoint, count, formatCount, formatPoints } from './numbers.js';
export type { Course, Picture } from './picture.js';
export { pictureOf, type PictureRequest } from './picture-of.js';
export { readRoster, type Roster } from './roster.js';
export { keepQuestion, type KeptQuestion, type KeptReport } from './kept-report.js';
export { decodeRow, encodeRow, rowHeadLength, withHead, type RowCode, type RowHead } from './row-code.js';
export { summarise, type Row } from './row.js';
export type { BatchNote, Skipped } from './skipped.js';
export {
  createStudentPages,
  renderStudentPage,
  type RenderedSheet,
  type SignedSheet,
  type StudentPages,
  type StudentResult,
} from './student-page.js';
