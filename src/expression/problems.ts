import type { FormulaProblem, Span } from '../types.js';

/** Ends the reading of a text; caught where the reading began, never seen outside. */
export class Unreadable extends Error {
  readonly problems: readonly [FormulaProblem, ...FormulaProblem[]];

  constructor(problems: readonly [FormulaProblem, ...FormulaProblem[]]) {
    super(problems[0].message);
    this.problems = problems;
  }
}

export const stop = (code: string, at: Span, message: string, fix: string): never => {
  throw new Unreadable([{ code, at: { start: at.start, end: at.end }, message, fix }]);
};
