/** Problem files: read, checked, compiled. Reading them from disk is `load.ts`. */
export { compileProblem, restoreProblem, type CompiledProblem } from './compile.js';
export { fillIn } from './fill-in.js';
export { readProblem, type ProblemReading } from './read.js';
export { problemSchema } from './schema.js';
export { locate, type Path, type Place } from './source.js';
export { answersTemplate } from './answers-template.js';
export { starterProblem } from './starter.js';
