import type { Solution } from '../em/index.js';
import type { OpinionRunner } from '../equivalence/index.js';
import type { PreparedProblem } from '../grading/index.js';
import type { Problem } from '../types.js';

/** `error`: students would be graded wrongly. `warning`: better mended. `note`: worth knowing, and nothing to mend. */
export type Level = 'error' | 'warning' | 'note';

/** A way into the problem file: keys and indices. */
export type Path = readonly (string | number)[];

export type Finding = {
  readonly level: Level;
  readonly code: string;
  readonly path: Path;
  readonly question?: string;
  readonly message: string;
  readonly fix?: string;
};

/** What a check sees. `say` keeps a finding; `askOthers` lets other libraries think, where there is something they can be stopped in. */
export type Lint = {
  readonly problem: Problem;
  readonly prepared: PreparedProblem;
  readonly solution: Solution;
  readonly askOthers?: OpinionRunner | undefined;
  readonly say: (level: Level, code: string, path: Path, message: string, fix?: string) => void;
};

/** One thing to look at; the heavy libraries make some of them wait. */
export type LintCheck = (lint: Lint) => void | Promise<void>;

/** Whether any answer comes out of the run; else how the run goes is nobody's concern. */
export const asksTheSolver = ({ questions }: Problem): boolean =>
  questions.some(({ answer }) => answer.kind !== 'formula' && !('stated' in answer.key));

/** A number as an author wants to read it. */
export const shown = (value: number): string => String(Number(value.toPrecision(6)));
