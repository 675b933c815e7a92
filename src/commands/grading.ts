import type { InputProblem, Problem, Report } from '../types.js';

/** `problem`: an id or a path; `asOf`: an instant. */
export type GradingOptions = { readonly problem: string | undefined; readonly asOf: string | undefined };

/** What comes of grading one file. */
export type Grading =
  | { readonly kind: 'report'; readonly report: Report; readonly problem: Problem }
  | { readonly kind: 'not-gradable'; readonly file: string; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'usage'; readonly message: string };
