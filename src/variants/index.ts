/** Problems whose numbers are drawn for each student, and how well numbers tell mistakes apart. */
export { type Drawn, drawVariant, redrawVariant, undrawn } from './draw.js';
export { randomFrom, type Random } from './random.js';
export { marginsOf } from './margin.js';
export { tellApart, type Telling } from './tell-apart.js';
