import type { BatchDone } from '../batch/index.js';
import { escapeForTerminal } from '../feedback/index.js';
import { changesPoints, count, describeChange } from '../report/index.js';
import type { Io } from './io.js';

/** More lines than this are for the files, not for the terminal. */
const mostLines = 20;

const list = (title: string, lines: readonly string[], where: string): string =>
  lines.length === 0
    ? ''
    : `${title}\n${lines
        .slice(0, mostLines)
        .map((line) => `  ${escapeForTerminal(line)}\n`)
        .join(
          '',
        )}${lines.length > mostLines ? `  … and ${count(lines.length - mostLines, 'more', 'more')}${where}\n` : ''}`;

/** What was done, on standard output; what a person must look at, on standard error. */
export const sayDone = (done: BatchDone, out: string, files: readonly string[], quiet: boolean, io: Io): void => {
  const { totals, skipped, notes, remarks } = done;
  const unreadable = skipped.filter(({ kind }) => kind === 'unreadable');
  const ignored = skipped.length - unreadable.length;
  io.tell(
    list(
      `${count(unreadable.length, 'file')} could not be graded:`,
      unreadable.map(({ file, reason }) => `${file}: ${reason}`),
      ' (see report.html)',
    ),
  );
  if (!quiet)
    io.tell(
      list(
        'About the files:',
        notes.map(({ file, message }) => `${file}: ${message}`),
        ' (see report.html)',
      ),
    );
  io.tell(
    list(
      'About the files for other programs:',
      remarks.map(({ student, message }) => `${student}: ${message}`),
      '',
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
  const reused =
    done.reused > 0 && done.graded + done.reused > 0 ? `, ${count(done.reused, 'other')} known from before` : '';
  io.write(
    `${count(totals.students, 'student')}: ${count(done.graded, 'submission')} graded${reused}${ignored > 0 ? `; ${count(ignored, 'thing')} in the folder ignored` : ''}.\n`,
  );
  io.write(
    done.published
      ? `${escapeForTerminal(out)}: ${files.join(', ')}.\n`
      : 'Nothing was replaced. The same command without --compare writes the new reports.\n',
  );
};

/** Whose points change, by how much, and why. */
export const sayChanges = ({ changes = [], totals }: BatchDone, io: Io): void => {
  const points = changes.filter(changesPoints);
  io.write(
    points.length === 0
      ? `No points change (${count(totals.students, 'student')}).\n`
      : `The points of ${count(points.length, 'result')} change (${count(totals.students, 'student')}):\n\n`,
  );
  for (const change of points) io.write(sayOne(describeChange(change)));
  const others = changes.filter((change) => !changesPoints(change));
  if (others.length > 0)
    io.write(`\nThe points of ${count(others.length, 'result')} stay as they are, but not how they came about:\n\n`);
  for (const change of others) io.write(sayOne(describeChange(change)));
  io.write('\n');
};

const sayOne = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapeForTerminal(line))
    .join('\n');
