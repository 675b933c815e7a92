/** EM: the reference procedure, its run on a model, and what can be asked of it. */

export { checkModel } from './check-model.js';
export { componentCount } from './component-count.js';
export { componentFor } from './component-for.js';
export { withFamily } from './families.js';
export type { Reading } from './family.js';
export { gaussian, gaussianDensity, type GaussianParameters } from './gaussian.js';
export { performProcedure, type Performance } from './perform.js';
export type { MStepInput, Procedure } from './procedure.js';
export { isFailure, quantity, quantityShapes } from './quantity.js';
export { runEm, type EmResult } from './run-em.js';
export { joint } from './script.js';
export type { Outcome, QuantityFailure, Solution } from './solution.js';
export { solve } from './solve.js';
export { weightedDensity } from './weighted-density.js';
export { argmax, at, sum } from './vectors.js';
