import { solve } from '../../em/index.js';
import type { InputProblem, Problem } from '../../types.js';
import type { Path, Source } from '../source.js';
import type { SurfaceProblem } from '../surface.js';
import { inOrder, inspect } from './check.js';
import { checkChoices } from './choices.js';
import { checkFormulas } from './formulas.js';
import { checkIds } from './ids.js';
import { checkMisconceptions } from './misconceptions.js';
import { checkModel } from './model.js';
import { checkPlaceholders } from './placeholders.js';
import { checkPoints } from './points.js';
import { checkPolicy } from './policy.js';
import { checkPrecision } from './precision.js';
import { checkQuantities } from './quantities.js';
import { checkStated } from './stated.js';
import { checkSymbolNames } from './symbol-names.js';
import { checkUnused } from './unused.js';
import { checkVariants } from './variants.js';
import { checkWidth } from './width.js';

/** Everything a schema cannot see, in the order of the file. The solver is only asked about a model that is known and sound. */
export const checkProblem = (
  problem: Problem,
  surface: SurfaceProblem,
  source: Source,
  unknown: readonly Path[],
): { readonly errors: readonly InputProblem[]; readonly warnings: readonly InputProblem[] } => {
  const isModelKnown = !unknown.some(([room]) => room === 'model');
  const model = inspect([checkModel], { problem, surface, solution: undefined }, source, unknown);
  const solution = isModelKnown && model.errors.length === 0 ? solve(problem.model) : undefined;
  const rest = inspect(
    [
      checkIds,
      checkPoints,
      checkPolicy,
      checkPrecision,
      checkStated,
      checkFormulas,
      checkChoices,
      checkQuantities,
      checkMisconceptions,
      checkVariants,
      checkWidth,
      checkPlaceholders,
      checkSymbolNames,
      checkUnused,
    ],
    { problem, surface, solution },
    source,
    unknown,
  );
  return {
    errors: inOrder([...model.errors, ...rest.errors]),
    warnings: inOrder([...model.warnings, ...rest.warnings]),
  };
};
