import { inOrder } from '../grading/index.js';
import type { BatchNote, Skipped } from '../report/index.js';
import type { Problem } from '../types.js';
import { createBodyTable } from './body-table.js';
import { type Circumstances, createCircumstances } from './circumstances.js';
import { addEntry, type Entries } from './entries.js';
import { disagreement, studentOfPath } from './identity.js';
import { labelOf, type Places } from './places.js';
import type { PlaceReader } from './read-place.js';
import { createStrictReader, type Read, toSkipped } from './read-strictly.js';
import { isInShard, type Shard } from './shard.js';
import type { SheetKey } from './sheet-key.js';
import type { Sheets } from './sheets.js';
import { splitFile, type SplitFile } from './split-file.js';
import type { SheetItem } from './task.js';

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

export type Intake = {
  /** Reads the submission at a place and adds it to the entries, or to the lists. */
  readonly take: (place: number) => void;
  /** Takes attempts of one student, by their numbers among the entries, together; the number of the new entry. */
  readonly join: (attempts: readonly number[]) => number | undefined;
  /** The sheets that were found since it was last called, and that nobody has graded. */
  readonly wanted: () => readonly SheetItem[];
  /** The problem that a sheet answers, as a number. */
  readonly problemOf: (sheet: number) => number;
  readonly problemId: (problem: number) => string;
};

/**
 * Reads what students send, one after the other. The names on a submission are taken from the file; its answers are read only where
 * nobody handed in the same before, to the byte: then the sheet is known.
 */
export const openIntake = (
  places: Places,
  reader: PlaceReader,
  { problems, asked, shard, keyOf, seen }: Desk,
  sheets: Sheets,
  entries: Entries,
  { skipped, notes }: Lists,
): Intake => {
  const byId = new Map(problems.map(({ problem }, i) => [problem.id, i]));
  const circumstances = problems.map(({ problem }): Circumstances => createCircumstances(problem));
  const readStrictly = createStrictReader(new Map(problems.map(({ problem }) => [problem.id, problem])), asked);
  const bodies = createBodyTable();
  /** By the number of a body: the last sheet with these answers. */
  let lastSheet: (BodySheet | undefined)[] = [];
  const problemOfSheet: number[] = [];
  let wanted: SheetItem[] = [];

  const circumstancesOf = (problem: number, student: string, submittedAt: string | undefined, time?: number): string =>
    circumstances[problem]?.(student, submittedAt, time) ?? '';

  const sheetFor = (split: SplitFile, body: number, student: string): number => {
    for (let found = lastSheet[body]; found !== undefined; found = found.before) {
      if (
        found.attempt === split.attempt &&
        found.named === split.problem &&
        found.circumstances === circumstancesOf(found.problem, student, split.submittedAt, split.time)
      )
        return found.sheet;
    }
    return -1;
  };

  /** The sheet of submissions that were read, and that is wanted if it is new. */
  const request = (kind: 'one' | 'attempts', problem: number, read: readonly ReadWell[]): number => {
    const parts = read.map(({ submission }) => ({
      submission,
      answers: JSON.stringify(submission.answers),
      circumstances: circumstancesOf(problem, submission.student ?? '', submission.submittedAt),
    }));
    const key = keyOf(kind, problems[problem]?.hash ?? '', parts);
    const found = sheets.find(key);
    if (found !== undefined) {
      problemOfSheet[found] = problem;
      return found;
    }
    const sheet = sheets.reserve(key);
    problemOfSheet[sheet] = problem;
    wanted.push({
      sheet,
      key,
      kind,
      problem: problems[problem]?.problem.id ?? '',
      submissions: read.map(({ submission }) => submission),
      size: parts.reduce((sum, { answers }) => sum + answers.length, 0),
    });
    return sheet;
  };

  const takeStrictly = (
    place: number,
    bytes: Uint8Array,
  ): { readonly read: ReadWell; readonly sheet: number } | undefined => {
    const read = readStrictly(bytes, places, place);
    const file = labelOf(places, place);
    if (!isInShard(shard, (read.kind === 'bad' ? read.skipped.student : read.submission.student) ?? file))
      return undefined;
    if (read.kind === 'bad') {
      skipped.push(read.skipped);
      return undefined;
    }
    if (read.note !== undefined) notes.push({ file, message: read.note });
    const { student = '', attempt, submittedAt } = read.submission;
    const sheet = request('one', byId.get(read.problem) ?? 0, [read]);
    addEntry(entries, student, place, attempt, sheet, submittedAt);
    return { read, sheet };
  };

  const takeCarefully = (place: number): void => {
    const content = reader.readCarefully(place);
    seen?.(place, content.kind === 'bytes' ? content.bytes : undefined);
    if (content.kind === 'bytes') {
      takeStrictly(place, content.bytes);
      return;
    }
    const file = labelOf(places, place);
    const whose = places.lines[place] === undefined ? studentOfPath(places.paths[place] ?? '') : file;
    if (isInShard(shard, whose))
      skipped.push({ ...toSkipped(file, [content.problem], whose), fault: content.problem.code !== 'too-large' });
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
      const body = bodies.find(bytes, split.answersAt, reader.end());
      if (body >= 0) {
        const path = places.paths[place] ?? '';
        const isLine = places.lines[place] !== undefined;
        const student = split.student ?? (isLine ? labelOf(places, place) : studentOfPath(path));
        const sheet = sheetFor(split, body, student);
        if (sheet >= 0) {
          if (!isInShard(shard, student)) return;
          addEntry(entries, student, place, split.attempt, sheet, split.submittedAt);
          const message = isLine || split.student === undefined ? undefined : disagreement(student, path);
          if (message !== undefined) notes.push({ file: path, message });
          return;
        }
      }
      const taken = takeStrictly(place, bytes.subarray(reader.start(), reader.end()));
      if (taken?.read.plain !== true) return;
      const added = body >= 0 ? body : bodies.add(bytes, split.answersAt, reader.end());
      // The table has begun anew.
      if (added === 0 && body < 0) lastSheet = [];
      if (added >= 0) {
        const problem = problemOfSheet[taken.sheet] ?? 0;
        lastSheet[added] = {
          before: lastSheet[added],
          sheet: taken.sheet,
          problem,
          attempt: split.attempt,
          named: split.problem,
          circumstances: circumstancesOf(problem, taken.read.submission.student ?? '', split.submittedAt),
        };
      }
    },
    join: (attempts) => {
      const read = attempts.flatMap((entry) => {
        const place = entries.places[entry] ?? 0;
        const content = reader.readCarefully(place);
        if (content.kind === 'refused') {
          skipped.push({ ...toSkipped(labelOf(places, place), [content.problem], undefined), fault: true });
          return [];
        }
        const found = readStrictly(content.bytes, places, place);
        return found.kind === 'read' ? [{ ...found, place }] : [];
      });
      const byFile = new Map(read.map((each) => [each.submission, each]));
      const ordered = inOrder(read.map(({ submission }) => submission)).flatMap(
        (submission) => byFile.get(submission) ?? [],
      );
      const last = ordered.at(-1);
      if (last === undefined) return undefined;
      const { student = '', attempt, submittedAt } = last.submission;
      const sheet = request('attempts', byId.get(last.problem) ?? 0, ordered);
      return addEntry(entries, student, last.place, attempt, sheet, submittedAt);
    },
    wanted: () => {
      const found = wanted;
      wanted = [];
      return found;
    },
    problemOf: (sheet) => problemOfSheet[sheet] ?? 0,
    problemId: (problem) => problems[problem]?.problem.id ?? '',
  };
};

type ReadWell = Extract<Read, { readonly kind: 'read' }>;

/** A sheet and the circumstances in which these answers make it. */
type BodySheet = {
  readonly before: BodySheet | undefined;
  readonly sheet: number;
  readonly problem: number;
  readonly attempt: number;
  readonly named: string | undefined;
  readonly circumstances: string;
};
