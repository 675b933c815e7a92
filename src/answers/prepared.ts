/** A question of any kind, ready for answers. */

import type { PreparedAssignments } from './assignments.js';
import type { PreparedChoice } from './choice.js';
import type { PreparedFormula } from './formula.js';
import type { PreparedList } from './list.js';
import type { PreparedNumber } from './number.js';
import type { PreparedTable } from './table.js';

export type PreparedQuestion =
  | PreparedNumber
  | PreparedList
  | PreparedTable
  | PreparedFormula
  | PreparedAssignments
  | PreparedChoice;
