import { byCodepoint, byName, type KeptReport } from '../../report/index.js';
import { readLinesOf } from '../lines.js';
import { BrokenResults, readReport } from './earlier.js';

/** What two runs say of one student and problem; one of them where the other says nothing. */
export type Pair = { readonly old: KeptReport | undefined; readonly now: KeptReport | undefined };

/** The lines of results, one after the other; each is read when it is asked for. */
type Cursor = {
  readonly line: () => Buffer | undefined;
  readonly report: () => KeptReport;
  readonly next: () => void;
};

const openCursor = (file: string): Cursor => {
  const lines = readLinesOf(file);
  let number = 0;
  let line: Buffer | undefined;
  let read: KeptReport | undefined;
  let last: KeptReport | undefined;
  const next = (): void => {
    const found = lines.next();
    line = found.done === true ? undefined : found.value;
    number++;
    read = undefined;
  };
  next();
  return {
    line: () => line,
    report: () => {
      if (read !== undefined) return read;
      if (line === undefined) throw new Error(`${file} is at its end`);
      read = readReport(line, file, number);
      if (last !== undefined && compareKeys(last, read) >= 0)
        throw new BrokenResults(
          `${file}, line ${number}: ${read.student} does not stand in the order of the students.`,
        );
      return (last = read);
    },
    next,
  };
};

/**
 * Pairs the results of two runs, student by student in codepoint order, in which both files are. Pairs that are the same to the byte are left
 * out. Throws `BrokenResults` for a file that is not as a run writes it.
 */
export function* pairResults(oldFile: string, newFile: string): Generator<Pair> {
  const before = openCursor(oldFile);
  const now = openCursor(newFile);
  for (;;) {
    const [oldLine, newLine] = [before.line(), now.line()];
    if (oldLine === undefined && newLine === undefined) return;
    const isSame = oldLine !== undefined && newLine !== undefined && oldLine.equals(newLine);
    const order = isSame
      ? 0
      : oldLine === undefined
        ? 1
        : newLine === undefined
          ? -1
          : compareKeys(before.report(), now.report());
    if (!isSame) yield { old: order <= 0 ? before.report() : undefined, now: order >= 0 ? now.report() : undefined };
    if (order <= 0) before.next();
    if (order >= 0) now.next();
  }
}

const compareKeys = (a: KeptReport, b: KeptReport): number =>
  byName(a.student, b.student) || byCodepoint(a.problem, b.problem);
