/** The command line: one table, two readers. */
export { main } from './main.js';
export { isThread, runThread } from './thread.js';
