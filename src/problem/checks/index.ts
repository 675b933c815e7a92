import type { InputProblem, Problem } from '../../types.js';
import type { Source } from '../source.js';
import type { SurfaceProblem } from '../surface.js';
import { inspect } from './check.js';
import { checkIds } from './ids.js';
import { checkMisconceptions } from './misconceptions.js';
import { checkModel } from './model.js';
import { checkPoints } from './points.js';
import { checkPolicy } from './policy.js';
import { checkPrecision } from './precision.js';
import { checkVariants } from './variants.js';

/** Everything a schema cannot see, in the order of the file. */
export const checkProblem = (
  problem: Problem,
  surface: SurfaceProblem,
  source: Source,
): { readonly errors: readonly InputProblem[]; readonly warnings: readonly InputProblem[] } =>
  inspect(
    [checkIds, checkModel, checkPoints, checkPolicy, checkPrecision, checkMisconceptions, checkVariants],
    problem,
    surface,
    source,
  );
