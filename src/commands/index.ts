/** The command line: one table, two readers. */
export { main } from './main.js';
