import { createHash } from 'node:crypto';
import { checkAgainst, chooseProblem, readLine, readSubmission } from '../submission/index.js';
import type { BatchNote, Skipped } from '../report/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import { createGrader, type Grader } from './grader.js';
import { identify, studentOfPath } from './identity.js';
import { openRecords } from './journal.js';
import { lookUp } from './key-table.js';
import type { PredictionsFor } from './predictions.js';
import { readHead } from './read-head.js';
import { labelOf, openPlaces, type Place } from './place.js';
import { createRecordWriter, noKey, partsOf, problemHashOf, type Signed } from './record.js';
import { isInShard } from './shard.js';
import type { Entry, Setup, TaskResult } from './task.js';

/** Called before each item with its index, so that whoever waits knows where the work is. */
export type Began = (index: number) => void;

export type GradingDesk = {
  readonly grade: (places: readonly Place[], began: Began) => TaskResult;
  readonly join: (groups: readonly (readonly Place[])[], began: Began) => TaskResult;
  readonly close: () => void;
};

/** What came of reading one submission. */
type Read =
  | { readonly kind: 'read'; readonly submission: Submission; readonly problem: string }
  | { readonly kind: 'bad'; readonly skipped: Skipped };

/** Reads, grades and remembers submissions by their place. Everything that students send is looked at here, one at a time. */
export const openGradingDesk = (setup: Setup, predictionsFor: PredictionsFor): GradingDesk => {
  const places = openPlaces(setup.root);
  const journal = setup.journal && openRecords(setup.journal.path);
  const problems = new Map(setup.problems.map(({ problem }) => [problem.id, problem]));
  const shelf = { ids: () => [...problems.keys()], all: () => [...problems.values()] };
  const hashes = new Map(setup.problems.map(({ problem, hash }) => [problem.id, hash]));
  const shipped = new Set(setup.problems.filter((each) => each.shipped).map(({ problem }) => problem.id));
  const graders = new Map<string, Grader>();
  const graderFor = (id: string, problem: Problem): Grader => {
    const known = graders.get(id) ?? createGrader(problem, shipped.has(id), setup.asOf, predictionsFor);
    graders.set(id, known);
    return known;
  };

  /** The record made before of just this, if the problem has not changed since. */
  const remembered = (key: string, place: Place): Omit<Entry, 'item'> | undefined => {
    const found = setup.journal && lookUp({ memory: setup.journal.memory }, key);
    const line = found && journal?.read(found);
    if (found === undefined || line === undefined) return undefined;
    const { row, headLength } = partsOf(line);
    const [student, problem, file, attempt] = readHead(row, headLength);
    if (hashes.get(problem) !== problemHashOf(line)) return undefined;
    if (place.line !== undefined && file !== labelOf(place)) return undefined;
    return { student, problem, attempt, fresh: false, ...found };
  };

  const read = (bytes: Uint8Array, place: Place, notes: BatchNote[]): Read => {
    const file = labelOf(place);
    const fromPath = place.line === undefined ? studentOfPath(place.path) : undefined;
    const reading =
      place.line === undefined ? readSubmission(bytes, file) : readLine(bytes, place.path, place.line.number);
    if (reading.kind === 'unreadable') return bad(file, reading.problems, fromPath);
    const asked = setup.asked === undefined ? undefined : problems.get(setup.asked);
    const chosen =
      asked === undefined
        ? chooseProblem(reading.submission, shelf, () => new TextDecoder().decode(bytes))
        : ({ kind: 'chosen', problem: asked.id } as const);
    const { student, note } = identify(reading.submission, fromPath);
    if (chosen.kind === 'unclear') return bad(file, [chosen.finding], student);
    const problem = problems.get(chosen.problem);
    if (problem === undefined) throw new Error(`problem ${chosen.problem} is not at hand`);
    const findings = checkAgainst(problem, reading.submission).filter(({ code }) => code !== 'other-problem');
    if (findings.length > 0)
      return bad(
        file,
        checkAgainst(problem, reading.submission, new TextDecoder().decode(bytes)).filter(
          ({ code }) => code !== 'other-problem',
        ),
        student,
      );
    if (note !== undefined) notes.push({ file, message: note });
    const warning = 'note' in chosen ? chosen.note : undefined;
    const submission = {
      ...reading.submission,
      student,
      ...(warning && { warnings: [...reading.submission.warnings, warning] }),
    };
    return { kind: 'read', submission, problem: chosen.problem };
  };

  /** Grades by `work`; a fault of ours costs one result, not the run. */
  const graded = (id: string, file: string, work: (grader: Grader) => Signed): Signed | Skipped => {
    const problem = problems.get(id);
    if (problem === undefined) throw new Error(`problem ${id} is not at hand`);
    try {
      return work(graderFor(id, problem));
    } catch (cause) {
      return {
        file,
        kind: 'unreadable',
        fault: true,
        reason: `Something went wrong inside the checker (${String(cause)}). Please report this file; it is not to blame.`,
      };
    }
  };

  const collect = () => {
    const entries: Entry[] = [];
    const skipped: Skipped[] = [];
    const notes: BatchNote[] = [];
    const records = createRecordWriter();
    return {
      skipped,
      notes,
      reuse: (entry: Omit<Entry, 'item'>, item: number): void => void entries.push({ ...entry, item }),
      keep: (submission: Submission, problem: string, item: number, key: string, result: Signed): void => {
        entries.push({
          student: submission.student ?? '',
          problem,
          item,
          attempt: submission.attempt,
          fresh: true,
          ...records.add(key, hashes.get(problem) ?? '', result),
        });
      },
      result: (): TaskResult => ({ entries, records: records.bytes(), skipped, notes }),
    };
  };

  const keyFor = (kind: string, parts: readonly (string | Uint8Array)[]): string => {
    if (setup.journal === undefined) return noKey;
    const hash = createHash('sha256').update(`${setup.context}\n${kind}\n`);
    for (const part of parts) hash.update(part);
    return hash.digest('hex').slice(0, 32);
  };

  return {
    grade: (items, began) => {
      const results = collect();
      items.forEach((place, index) => {
        began(index);
        const file = labelOf(place);
        const content = places.read(place);
        if (content.kind === 'refused') {
          const whose = place.line === undefined ? studentOfPath(place.path) : file;
          if (isInShard(setup.shard, whose))
            results.skipped.push({ ...toSkipped(file, [content.problem], whose), fault: isFault(content.problem) });
          return;
        }
        const key = keyFor('one', [place.path, '\n', content.bytes]);
        const before = remembered(key, place);
        if (before !== undefined) {
          if (isInShard(setup.shard, before.student)) results.reuse(before, index);
          const note = noteFor(before.student, place);
          if (note !== undefined && isInShard(setup.shard, before.student)) results.notes.push(note);
          return;
        }
        const notes: BatchNote[] = [];
        const submission = read(content.bytes, place, notes);
        const whose =
          submission.kind === 'bad' ? (submission.skipped.student ?? file) : (submission.submission.student ?? file);
        if (!isInShard(setup.shard, whose)) return;
        results.notes.push(...notes);
        if (submission.kind === 'bad') {
          results.skipped.push(submission.skipped);
          return;
        }
        const result = graded(submission.problem, file, (grader) => grader.gradeOne(submission.submission));
        if ('reason' in result) results.skipped.push(result);
        else results.keep(submission.submission, submission.problem, index, key, result);
      });
      places.close();
      return results.result();
    },
    join: (groups, began) => {
      const results = collect();
      groups.forEach((group, index) => {
        began(index);
        const contents = group.flatMap((place) => {
          const content = places.read(place);
          if (content.kind === 'bytes') return [{ place, bytes: content.bytes }];
          results.skipped.push({ ...toSkipped(labelOf(place), [content.problem], undefined), fault: true });
          return [];
        });
        const last = contents.at(-1);
        if (last === undefined) return;
        const key = keyFor(
          'all',
          contents.flatMap(({ place, bytes }) => [`${labelOf(place)}\n${bytes.length}\n`, bytes]),
        );
        const before = remembered(key, { path: last.place.path });
        if (before !== undefined) {
          results.reuse(before, index);
          return;
        }
        const submissions = contents.flatMap(({ place, bytes }) => {
          const submission = read(bytes, place, []);
          return submission.kind === 'read' ? [submission] : [];
        });
        const first = submissions[0];
        if (first === undefined) return;
        const result = graded(first.problem, labelOf(last.place), (grader) =>
          grader.gradeAll(submissions.map(({ submission }) => submission)),
        );
        if ('reason' in result) results.skipped.push(result);
        else results.keep(first.submission, first.problem, index, key, result);
      });
      places.close();
      return results.result();
    },
    close: () => {
      places.close();
      journal?.close();
    },
  };
};

/** Too large a file is its author's matter; everything else that keeps a file from being read is not. */
const isFault = ({ code }: InputProblem): boolean => code !== 'too-large';

const noteFor = (student: string, place: Place): BatchNote | undefined => {
  if (place.line !== undefined) return undefined;
  const { note } = identify(
    { file: place.path, student, attempt: 1, answers: {}, warnings: [] },
    studentOfPath(place.path),
  );
  return note === undefined ? undefined : { file: place.path, message: note };
};

const bad = (file: string, problems: readonly InputProblem[], student: string | undefined): Read => ({
  kind: 'bad',
  skipped: toSkipped(file, problems, student),
});

/** What is wrong with a file, in one line: the first problem with its place and mend, and how many more there are. */
const toSkipped = (file: string, problems: readonly InputProblem[], student: string | undefined): Skipped => {
  const [first] = problems;
  const place =
    first?.line === undefined
      ? ''
      : first.column === undefined
        ? `line ${first.line}: `
        : `line ${first.line}, column ${first.column}: `;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return {
    file,
    kind: 'unreadable',
    reason: `${place}${first?.message ?? 'It cannot be read.'}${first?.fix === undefined ? '' : ` ${first.fix}`}${more}`,
    ...(student !== undefined && { student }),
  };
};
