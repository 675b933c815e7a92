import type { InputProblem, Problem } from '../../types.js';
import type { Path, Source } from '../source.js';
import type { SurfaceProblem } from '../surface.js';

/** What a check sees, and how it says what it found. */
export type Inspection = {
  readonly problem: Problem;
  readonly surface: SurfaceProblem;
  readonly error: Say;
  readonly warn: Say;
};
export type Say = (code: string, path: Path, message: string, fix?: string, part?: 'key' | 'value') => void;
export type Check = (inspection: Inspection) => void;

/** Runs checks over one problem; findings come in the order of the file. */
export const inspect = (
  checks: readonly Check[],
  problem: Problem,
  surface: SurfaceProblem,
  source: Source,
): { readonly errors: readonly InputProblem[]; readonly warnings: readonly InputProblem[] } => {
  const collect =
    (list: InputProblem[]): Say =>
    (code, path, message, fix, part) => {
      const question = path[0] === 'questions' ? problem.questions[Number(path[1])]?.id : undefined;
      list.push({
        code,
        ...source.placeOf(path, part),
        ...(question === undefined ? {} : { question }),
        message,
        ...(fix === undefined ? {} : { fix }),
      });
    };
  const errors: InputProblem[] = [];
  const warnings: InputProblem[] = [];
  for (const check of checks) check({ problem, surface, error: collect(errors), warn: collect(warnings) });
  return { errors: errors.toSorted(byPlace), warnings: warnings.toSorted(byPlace) };
};

const byPlace = (a: InputProblem, b: InputProblem): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
