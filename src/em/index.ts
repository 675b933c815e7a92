/** EM: the reference procedure, its run on a model, and what can be asked of it. */

export { checkModel, type ModelProblem } from './check-model.js';
export { componentFor, type ComponentChoice } from './component-for.js';
export { familyNames, withFamily, type FamilyName } from './families.js';
export type { Reading, Shape } from './family.js';
export { gaussian, gaussianDensity, type GaussianParameters, type GaussianProcedure } from './gaussian.js';
export { performProcedure, type Choice, type Performance } from './perform.js';
export type { Ending, MStepInput, Place, Procedure, Progress, Run, Update } from './procedure.js';
export { isFailure, quantity, quantityShapes } from './quantity.js';
export { runEm, type EmResult } from './run-em.js';
export { joint } from './script.js';
export type { Iterate, Outcome, QuantityFailure, QuantityFailureCode, Solution } from './solution.js';
export { solve } from './solve.js';
export { weightedDensity } from './weighted-density.js';
