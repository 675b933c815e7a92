import type { BatchDone } from '../batch/index.js';
import { columnsOf } from '../expression/index.js';
import { escapeForTerminal, wrap } from '../feedback/index.js';
import { changesPoints, count, describeChange } from '../report/index.js';
import type { Io } from './io.js';

/** More lines than this are for the files, not for the terminal. */
const mostLines = 20;

/** On a screen within its width, each with what belongs to it further in; elsewhere a line each, for whoever searches them. */
const indented = (line: string, { isScreen, style }: Io): string => {
  const text = escapeForTerminal(line);
  return isScreen ? `  ${wrap(text, style.width - 4).join('\n    ')}\n` : `  ${text}\n`;
};

const list = (title: string, lines: readonly string[], where: string, io: Io): string => {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, mostLines).map((line) => indented(line, io));
  const more = lines.length > mostLines ? `  … and ${count(lines.length - mostLines, 'more', 'more')}${where}\n` : '';
  return `${title}\n${shown.join('')}${more}`;
};

/** A path is never broken: what lies there goes to the next line instead. */
const sayFiles = (path: string, files: string, { isScreen, style }: Io): string => {
  const line = `${path}: ${files}.`;
  return isScreen && columnsOf(line) > style.width
    ? `${path}:\n  ${wrap(`${files}.`, style.width - 2).join('\n  ')}\n`
    : `${line}\n`;
};

/** What was done, on standard output; what a person must look at, on standard error. */
export const sayDone = (done: BatchDone, out: string, files: readonly string[], quiet: boolean, io: Io): void => {
  const { totals, skipped, notes, remarks, inFolder } = done;
  const unreadable = skipped.filter(({ kind }) => kind === 'unreadable');
  const ignored = skipped.length - unreadable.length;
  io.tell(
    list(
      `${count(unreadable.length, 'file')} could not be graded:`,
      unreadable.map(({ file, reason }) => `${file}: ${reason}`),
      ' (see report.html)',
      io,
    ),
  );
  if (!quiet)
    io.tell(
      list(
        'About the files:',
        notes.map(({ file, message }) => `${file}: ${message}`),
        ' (see report.html)',
        io,
      ),
    );
  io.tell(
    list(
      'About the files for other programs:',
      remarks.map(({ about, message }) => `${about}: ${message}`),
      '',
      io,
    ),
  );
  io.tell(
    list(
      'About the output folder:',
      inFolder.filter(({ isMoved }) => !quiet || isMoved === true).map(({ about, message }) => `${about}: ${message}`),
      '',
      io,
    ),
  );
  if (totals.open > 0) {
    const parts = [
      ...(totals.undecided > 0 ? [`${count(totals.undecided, 'answer')} undecided`] : []),
      ...(totals.ungradable > 0 ? [`${count(totals.ungradable, 'answer')} not readable`] : []),
    ];
    io.tell(
      `Waiting for a person: ${parts.join(', ')}, of ${count(totals.open, 'student')} (state “open” in grades.csv).\n`,
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
