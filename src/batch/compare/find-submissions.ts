import type { Problem, Submission } from '../../types.js';
import type { GradedClass } from '../grade-class.js';
import { createPathNames } from '../path-names.js';
import type { Places } from '../places.js';
import { openReader } from '../read-place.js';
import { createStrictReader } from '../read-strictly.js';
import type { Sheets } from '../sheets.js';
import type { FindSubmissions } from './compare-results.js';

/** A class that is graded. */
type ClassGraded = {
  readonly graded: GradedClass;
  readonly sheets: Sheets;
  readonly places: Places;
  readonly problems: readonly Problem[];
  readonly asked: string | undefined;
};

const keyOf = (student: string, problem: string): string => JSON.stringify([student, problem]);

/** Reads again what some students handed in. A file that has changed since it was graded is read as it is now. */
export const createFinder = ({ graded, sheets, places, problems, asked }: ClassGraded): FindSubmissions => {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const read = createStrictReader(byId, asked, places, createPathNames(places.paths));
  return (students) => {
    const { entries } = graded;
    const found = new Map<string, Set<number>>();
    entries.students.forEach((student, entry) => {
      const sheet = entries.sheets[entry] ?? 0;
      if (!students.has(student) || sheets.failureOf(sheet) !== undefined) return;
      const key = keyOf(student, problems[graded.problemOf(sheet)]?.id ?? '');
      const those = found.get(key) ?? new Set();
      found.set(key, those.add(entries.places[entry] ?? 0));
    });
    const reader = openReader(places, undefined);
    return {
      of: (student, problem) =>
        [...(found.get(keyOf(student, problem)) ?? [])].flatMap((place): readonly Submission[] => {
          const content = reader.readCarefully(place);
          if (content.kind === 'refused') return [];
          const each = read(content.bytes, place);
          return each.kind === 'read' ? [each.submission] : [];
        }),
      close: reader.close,
    };
  };
};
