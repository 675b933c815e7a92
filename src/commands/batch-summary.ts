import type { BatchDone, Gone, NothingGraded } from '../batch/index.js';
import { columnsOf } from '../expression/index.js';
import { escapeForTerminal, wrap } from '../feedback/index.js';
import { type BatchNote, changesPoints, count, describeChange } from '../report/index.js';
import { foldedList } from './folded-list.js';
import type { Io } from './io.js';
import { tellWords } from './tell-words.js';

/** A path is never broken: what lies there goes to the next line instead. */
const sayFiles = (path: string, files: string, { isScreen, style }: Io): string => {
  const line = `${path}: ${files}.`;
  return isScreen && columnsOf(line) > style.width
    ? `${path}:\n  ${wrap(`${files}.`, style.width - 2).join('\n  ')}\n`
    : `${line}\n`;
};

/** Notes of these kinds may change somebody's points: they are said in any case. */
const weighty: ReadonlySet<BatchNote['kind']> = new Set(['same-attempt', 'other-problem', 'look-alike']);

/** What a person must look at among the files. `where`: what to say of those that are not shown. */
const sayFound = (
  { skipped, notes }: Pick<BatchDone, 'skipped' | 'notes'>,
  where: string,
  quiet: boolean,
  io: Io,
): void => {
  const unreadable = skipped.filter(({ kind }) => kind === 'unreadable');
  io.tell(
    foldedList(
      `${count(unreadable.length, 'file')} could not be graded:`,
      unreadable.map(({ file, reason }) => ({ text: `${file}: ${reason}`, like: withoutDetails(reason) })),
      where,
      io,
    ),
  );
  io.tell(
    foldedList(
      'About the files:',
      notes
        .filter(({ kind }) => !quiet || weighty.has(kind))
        .map(({ file, kind, message }) => ({ text: `${file}: ${message}`, like: kind })),
      where,
      io,
    ),
  );
};

/** Reasons that differ in a place or a word are of one kind. */
const withoutDetails = (reason: string): string => reason.replaceAll(/“[^”]*”|\d+/g, '…');

/** Whose files are missing now, or cannot be graded any more. */
const sayGone = ({ total, first }: Gone): string => {
  const more = total > first.length ? ` and ${count(total - first.length, 'more', 'more')}` : '';
  return `${count(total, 'student')} of the last run ${total === 1 ? 'is' : 'are'} not in these reports: ${first.join(', ')}${more}.`;
};

/** Nothing was graded: why, and that the reports are as they were. */
export const sayNothing = (found: NothingGraded, input: string, quiet: boolean, io: Io): void => {
  sayFound(found, '', quiet, io);
  const unreadable = found.skipped.filter(({ kind }) => kind === 'unreadable').length;
  const ignored = found.skipped.length - unreadable;
  const why =
    unreadable > 0
      ? 'Nothing could be graded.'
      : `There is nothing to grade in ${input}: no .json file, and no line in an .ndjson file${ignored > 0 ? `, but ${count(ignored, 'other thing')}` : ''}.`;
  tellWords(`${why} No reports were written; earlier ones are as they were.`, io);
};

/** What was done, on standard output; what a person must look at, on standard error. */
export const sayDone = (done: BatchDone, out: string, files: readonly string[], quiet: boolean, io: Io): void => {
  const { totals, skipped, remarks, inFolder } = done;
  sayFound(done, ' (see report.html)', quiet, io);
  const ignored = skipped.filter(({ kind }) => kind === 'ignored').length;
  io.tell(
    foldedList(
      'About the files for other programs:',
      remarks.map(({ about, message }) => ({ text: `${about}: ${message}`, like: message })),
      '',
      io,
    ),
  );
  if (done.gone !== undefined && done.gone.total > 0) tellWords(sayGone(done.gone), io);
  io.tell(
    foldedList(
      'About the output folder:',
      inFolder
        .filter(({ isMoved }) => !quiet || isMoved === true)
        .map(({ about, message }) => ({ text: `${about}: ${message}`, like: message })),
      '',
      io,
    ),
  );
  if (totals.open > 0) {
    const parts = [
      ...(totals.undecided > 0 ? [`${count(totals.undecided, 'answer')} undecided`] : []),
      ...(totals.ungradable > 0 ? [`${count(totals.ungradable, 'answer')} not readable`] : []),
    ];
    tellWords(
      `Waiting for a person: ${parts.join(', ')}, of ${count(totals.open, 'student')} (state “open” in grades.csv).`,
      io,
    );
  }
  if (quiet) return;
  io.write(`${sayCounts(done)}${ignored > 0 ? `; ${count(ignored, 'thing')} in the folder ignored` : ''}.\n`);
  io.write(
    done.published
      ? sayFiles(escapeForTerminal(out), files.join(', '), io)
      : 'Nothing was replaced. The same command without --compare writes the new reports.\n',
  );
};

/** How many there were: of parts that are merged nothing is graded. */
const sayCounts = ({ totals, graded, reused, merged }: BatchDone): string => {
  const students = count(totals.students, 'student');
  if (merged !== undefined) return `${students}: ${count(totals.results, 'result')} from ${count(merged, 'part')}`;
  const known = reused > 0 && graded + reused > 0 ? `, ${count(reused, 'other')} known from before` : '';
  return `${students}: ${count(graded, 'submission')} graded${known}`;
};

/** Whose points change, by how much, and why. */
export const sayChanges = ({ compared = { changes: [], general: [] }, totals }: BatchDone, io: Io): void => {
  const { changes, general } = compared;
  for (const sentence of general) io.write(`${escapeForTerminal(sentence)}\n`);
  const points = changes.filter(changesPoints);
  io.write(
    points.length === 0
      ? `No points change (${count(totals.students, 'student')}).\n`
      : `The points of ${count(points.length, 'result')} change (${count(totals.students, 'student')}):\n\n`,
  );
  for (const change of points) io.write(sayOne(describeChange(change)));
  const others = changes.filter((change) => !changesPoints(change));
  if (others.length > 0)
    io.write(
      `\nThe points of ${count(others.length, 'other result')} stay as they are, but not how they came about:\n\n`,
    );
  for (const change of others) io.write(sayOne(describeChange(change)));
  io.write('\n');
};

const sayOne = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapeForTerminal(line))
    .join('\n');
