/** Answers files: strict JSON to a submission, or everything that is wrong with it. Reading from disk is `load.ts`. */
export { checkAgainst } from './check-against.js';
export { decode } from './decode.js';
export { chooseProblem, type Shelf } from './choose-problem.js';
export { maxAttempt, maxBytes, maxIdLength } from './limits.js';
export { readLine, readLines } from './lines.js';
export { readSubmission } from './read.js';
export { needsCare } from './scan.js';
export { problemId } from './submission-fields.js';
