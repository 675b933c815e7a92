import { inOrder } from '../grading/index.js';
import type { BatchNote, Skipped } from '../report/index.js';
import type { Problem } from '../types.js';
import { addEntry, type Entries } from './entries.js';
import { disagreement } from './identity.js';
import { createKnownBodies } from './known-bodies.js';
import type { PathNames } from './path-names.js';
import { labelOf, type Places } from './places.js';
import type { PlaceReader } from './read-place.js';
import { createStrictReader, otherProblem, type Read, toSkipped } from './read-strictly.js';
import { isInShard, type Shard } from './shard.js';
import { openSheetDesk, type SheetDesk } from './sheet-desk.js';
import type { SheetKey } from './sheet-key.js';
import type { Sheets } from './sheets.js';
import { splitFile } from './split-file.js';

/** What the answers depend on besides themselves. */
export type Desk = {
  readonly problems: readonly { readonly problem: Problem; readonly hash: string }[];
  /** Grade against this problem, whatever the files say. */
  readonly asked: string | undefined;
  readonly shard: Shard | undefined;
  readonly keyOf: SheetKey;
  /** Hears of every submission, in the order of their places, of whatever part it is; without bytes where it could not be read. */
  readonly seen?: (place: number, bytes: Uint8Array | undefined) => void;
};

export type Lists = { readonly skipped: Skipped[]; readonly notes: BatchNote[] };

export type Intake = Pick<SheetDesk, 'wanted' | 'problemOf'> & {
  /** Reads the submission at a place and adds it to the entries, or to the lists. */
  readonly take: (place: number) => void;
  /** Takes attempts of one student, by their numbers among the entries, together; the number of the new entry. */
  readonly join: (attempts: readonly number[]) => number | undefined;
  readonly problemId: (problem: number) => string;
};

/**
 * Reads what students send, one after the other. The names on a submission are taken from the file; its answers are read only where
 * nobody handed in the same before, to the byte: then the sheet is known.
 */
export const openIntake = (
  places: Places,
  names: PathNames,
  reader: PlaceReader,
  { problems, asked, shard, keyOf, seen }: Desk,
  sheets: Sheets,
  entries: Entries,
  { skipped, notes }: Lists,
): Intake => {
  const byId = new Map(problems.map(({ problem }, i) => [problem.id, i]));
  const readStrictly = createStrictReader(
    new Map(problems.map(({ problem }) => [problem.id, problem])),
    asked,
    places,
    names,
  );
  const desk = openSheetDesk(problems, keyOf, sheets);
  const bodies = createKnownBodies(desk);
  const isLine = (place: number): boolean => places.lines[place] !== undefined;
  /** Whose it is, where it does not say so itself. */
  const studentAt = (place: number): string =>
    isLine(place) ? labelOf(places, place) : names(places.paths[place] ?? '').student;

  const note = (place: number, kind: BatchNote['kind'], message: string): void =>
    void notes.push({ file: labelOf(places, place), kind, message });

  /** Adds a submission, and says what its names leave to be said. */
  const enter = (
    place: number,
    stated: string | undefined,
    problem: string | undefined,
    attempt: number,
    submittedAt: string | undefined,
    sheet: number,
  ): void => {
    const entry = addEntry(entries, stated ?? studentAt(place), place, attempt, sheet, submittedAt);
    if (asked !== undefined && problem !== undefined && problem !== asked)
      note(place, 'other-problem', otherProblem(problem, asked));
    if (stated === undefined) {
      entries.unsaid.add(entry);
      if (isLine(place)) note(place, 'no-student', 'It does not say whose it is (“student”), and goes by its line.');
    } else if (!isLine(place)) {
      const message = disagreement(stated, places.paths[place] ?? '', names);
      if (message !== undefined) note(place, 'named-otherwise', message);
    }
  };

  const takeStrictly = (
    place: number,
    bytes: Uint8Array,
  ): { readonly read: ReadWell; readonly sheet: number } | undefined => {
    const read = readStrictly(bytes, place);
    const file = labelOf(places, place);
    if (!isInShard(shard, (read.kind === 'bad' ? read.skipped.student : read.submission.student) ?? file))
      return undefined;
    if (read.kind === 'bad') {
      skipped.push(read.skipped);
      return undefined;
    }
    const { submission } = read;
    const sheet = desk.request('one', byId.get(read.problem) ?? 0, [submission]);
    enter(place, read.stated, submission.problem, submission.attempt, submission.submittedAt, sheet);
    for (const { code, question, message, fix } of submission.warnings)
      if (code === 'hidden-character' && question === undefined)
        note(place, 'look-alike', `${message} ${fix ?? ''}`.trim());
    return { read, sheet };
  };

  const takeCarefully = (place: number): void => {
    const content = reader.readCarefully(place);
    seen?.(place, content.kind === 'bytes' ? content.bytes : undefined);
    if (content.kind === 'bytes') {
      takeStrictly(place, content.bytes);
      return;
    }
    const whose = studentAt(place);
    if (isInShard(shard, whose))
      skipped.push({
        ...toSkipped(labelOf(places, place), [content.problem], whose),
        fault: content.problem.code !== 'too-large',
      });
  };

  return {
    take: (place) => {
      if (!reader.readQuickly(place)) {
        takeCarefully(place);
        return;
      }
      const bytes = reader.bytes();
      seen?.(place, bytes.subarray(reader.start(), reader.end()));
      const split = splitFile(bytes, reader.start(), reader.end());
      if (split === undefined) {
        takeStrictly(place, bytes.subarray(reader.start(), reader.end()));
        return;
      }
      const body = bodies.find(bytes, split, reader.end());
      if (body >= 0) {
        const student = split.student ?? studentAt(place);
        const sheet = bodies.sheetFor(body, split, student);
        if (sheet >= 0) {
          if (isInShard(shard, student))
            enter(place, split.student, split.problem, split.attempt, split.submittedAt, sheet);
          return;
        }
      }
      const taken = takeStrictly(place, bytes.subarray(reader.start(), reader.end()));
      if (taken?.read.plain !== true) return;
      const made = { sheet: taken.sheet, student: taken.read.submission.student ?? '' };
      bodies.add(bytes, split, reader.end(), body, made);
    },
    join: (attempts) => {
      const read = attempts.flatMap((entry) => {
        const place = entries.places[entry] ?? 0;
        const content = reader.readCarefully(place);
        if (content.kind === 'refused') {
          skipped.push({ ...toSkipped(labelOf(places, place), [content.problem], undefined), fault: true });
          return [];
        }
        const found = readStrictly(content.bytes, place);
        return found.kind === 'read' ? [{ ...found, place }] : [];
      });
      const byFile = new Map(read.map((each) => [each.submission, each]));
      const ordered = inOrder(read.map(({ submission }) => submission)).flatMap(
        (submission) => byFile.get(submission) ?? [],
      );
      const last = ordered.at(-1);
      if (last === undefined) return undefined;
      const { student = '', attempt, submittedAt } = last.submission;
      const submissions = ordered.map(({ submission }) => submission);
      const sheet = desk.request('attempts', byId.get(last.problem) ?? 0, submissions);
      return addEntry(entries, student, last.place, attempt, sheet, submittedAt);
    },
    wanted: desk.wanted,
    problemOf: desk.problemOf,
    problemId: (problem) => problems[problem]?.problem.id ?? '',
  };
};

type ReadWell = Extract<Read, { readonly kind: 'read' }>;
