import type { Problem } from '../types.js';

/** A problem as it ships: approved once, read back without a schema or a parser of YAML. */
export type CompiledProblem = { readonly format: typeof format; readonly problem: Problem };

/** Raised when the shape of `Problem` changes, so that a stale file is told apart. */
const format = 1;

export const compileProblem = (problem: Problem): CompiledProblem => ({ format, problem });

/** The problem in a compiled file; throws when the file is not what this version writes, which only a broken installation can cause. */
export const restoreProblem = (text: string, file: string): Problem => {
  const compiled = JSON.parse(text) as Partial<CompiledProblem>;
  if (compiled.format !== format || compiled.problem === undefined) {
    throw new Error(`${file} was compiled by another version; install or build again`);
  }
  return compiled.problem;
};
