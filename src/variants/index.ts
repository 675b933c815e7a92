/** Problems whose numbers are drawn for each student, and how well numbers tell mistakes apart. */
export { drawVariant, type Drawn, undrawn } from './draw.js';
export { randomFrom, type Random } from './random.js';
export { type Margin, marginsOf } from './margin.js';
export { tellApart, type Telling } from './tell-apart.js';
