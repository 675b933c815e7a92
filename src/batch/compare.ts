import { byCodepoint, byName, compareReports, type Change, type KeptReport } from '../report/index.js';
import { readLinesOf } from './lines.js';

/** What changed between two runs, student by student in their order. Both files are in order of student and problem. */
export function* compareResults(oldFile: string, newFile: string): Generator<Change> {
  const before = readReports(oldFile)[Symbol.iterator]();
  const now = readReports(newFile)[Symbol.iterator]();
  let old = before.next();
  let current = now.next();
  while (old.done !== true || current.done !== true) {
    const order = old.done === true ? 1 : current.done === true ? -1 : compareKeys(old.value, current.value);
    const change = compareReports(
      order <= 0 ? (old.value as KeptReport) : undefined,
      order >= 0 ? (current.value as KeptReport) : undefined,
    );
    if (change !== undefined) yield change;
    if (order <= 0) old = before.next();
    if (order >= 0) current = now.next();
  }
}

const compareKeys = (a: KeptReport, b: KeptReport): number =>
  byName(a.student, b.student) || byCodepoint(a.problem, b.problem);

function* readReports(path: string): Generator<KeptReport> {
  for (const line of readLinesOf(path)) yield JSON.parse(line.toString()) as KeptReport;
}
