/** Wrong procedures and wrong formulas, with the ids that everyone calls them by. */

export { familyOf, type MisconceptionId } from './families.js';
export * from './formulas/index.js';
export type { NumericMisconception } from './misconception.js';
export { numericMisconceptions } from './numeric/index.js';
export { applies, perform } from './perform.js';
