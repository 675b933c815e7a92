/** Pages, plots, CSV and gradebook files, item analysis: results in, bytes out. */
export { takeAttendance } from './attendance.js';
export { renderClassPage } from './class-page.js';
export { createClassSummary, type CountRow } from './class-summary.js';
export { changeOf, changesPoints, describeChange, type Change } from './compare.js';
export { FormatProblem, type FormatContext, type Remark, type StudentRows } from './formats/format.js';
export { formatNames, formats, startFiles, type FormatName } from './formats/index.js';
export { gradesHeader, gradesRow, gradesRowRest } from './grades.js';
export { analyseItems, discriminationWithin } from './item-analysis.js';
export { listNames } from './list-names.js';
export { loadFormulaRenderer } from './mathml.js';
export { byCodepoint, byName, count, formatCount, formatPoints } from './numbers.js';
export type { Picture } from './picture.js';
export { pictureOf } from './picture-of.js';
export { readRoster, type Roster } from './roster.js';
export { keepQuestion, type KeptQuestion, type KeptReport, writeKeptQuestion, writeSaid } from './kept-report.js';
export {
  decodeRow,
  drawOf,
  encodeRow,
  picturesOf,
  rowHeadLength,
  withHead,
  writeRowRest,
  type RowCode,
} from './row-code.js';
export { needing, summarise, type Row } from './row.js';
export { compareNotes, type BatchNote, type Skipped } from './skipped.js';
export { createStudentPages, renderStudentPage, type RenderedSheet, type StudentPages } from './student-page.js';
