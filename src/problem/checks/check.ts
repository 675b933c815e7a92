import type { Solution } from '../../em/index.js';
import type { InputProblem, Problem } from '../../types.js';
import type { Path, Source } from '../source.js';
import type { SurfaceProblem } from '../surface.js';

/** What a check sees, and how it says what it found. */
export type Inspection = {
  readonly problem: Problem;
  readonly surface: SurfaceProblem;
  /** The reference run; absent where the model cannot be run. */
  readonly solution: Solution | undefined;
  readonly textOf: Source['textOf'];
  readonly error: Say;
  readonly warn: Say;
};
type Say = (code: string, path: Path, message: string, fix?: string, part?: 'key' | 'value') => void;
export type Check = (inspection: Inspection) => void;

/**
 * Runs checks over one problem; findings come in the order of the file. Nothing is said of `unknown` parts: what stands there is not what the author
 * will have written once it is mended.
 */
export const inspect = (
  checks: readonly Check[],
  subject: Pick<Inspection, 'problem' | 'surface' | 'solution'>,
  source: Source,
  unknown: readonly Path[] = [],
): { readonly errors: readonly InputProblem[]; readonly warnings: readonly InputProblem[] } => {
  const collect =
    (list: InputProblem[]): Say =>
    (code, path, message, fix, part) => {
      if (unknown.some((start) => start.every((step, index) => String(step) === String(path[index])))) return;
      const question = path[0] === 'questions' ? subject.problem.questions[Number(path[1])]?.id : undefined;
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
  for (const check of checks)
    check({ ...subject, textOf: source.textOf, error: collect(errors), warn: collect(warnings) });
  return { errors: inOrder(errors), warnings: inOrder(warnings) };
};

/** In the order of the file; what stands in a file beside it comes after. */
export const inOrder = (problems: readonly InputProblem[]): readonly InputProblem[] =>
  problems.toSorted(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
