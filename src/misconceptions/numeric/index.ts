/** All wrong ways to get numbers, in the order of the procedure's steps. */

import { once } from '../../memory/index.js';
import { assignmentMisconceptions } from './assignments.js';
import { choiceMisconceptions } from './choice.js';
import { dataMisconceptions } from './data.js';
import { densityMisconceptions } from './density.js';
import { logLikelihoodMisconceptions } from './log-likelihood.js';
import { loopMisconceptions } from './loop.js';
import { meanMisconceptions } from './means.js';
import { reportMisconceptions } from './report.js';
import { responsibilityMisconceptions } from './responsibilities.js';
import { startMisconceptions } from './start.js';
import { varianceMisconceptions } from './variances.js';
import { weightMisconceptions } from './weights.js';
import type { NumericMisconception } from '../misconception.js';

const catalogue = () =>
  [
    ...dataMisconceptions(),
    ...startMisconceptions(),
    ...densityMisconceptions(),
    ...logLikelihoodMisconceptions(),
    ...responsibilityMisconceptions(),
    ...meanMisconceptions(),
    ...varianceMisconceptions(),
    ...weightMisconceptions(),
    ...loopMisconceptions(),
    ...reportMisconceptions(),
    ...assignmentMisconceptions(),
    ...choiceMisconceptions(),
  ] as const;

export type NumericMisconceptionId = ReturnType<typeof catalogue>[number]['id'];

/** Put together when first asked for: most grading looks mistakes up, and runs none. */
export const numericMisconceptions: () => readonly NumericMisconception<NumericMisconceptionId>[] = once(catalogue);
