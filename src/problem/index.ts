/** Problem files: read, checked, compiled. Reading them from disk is `load.ts`. */
export { compileProblem, restoreProblem } from './compile.js';
export { fillIn } from './fill-in.js';
export { readProblem } from './read.js';
export { problemSchema } from './schema.js';
export { locate } from './source.js';
export { answersTemplate } from './answers-template.js';
export { starterProblem } from './starter.js';
