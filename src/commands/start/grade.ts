/** The entry of the small bundle: grades the file that was named, or leaves the whole command line to the whole program. */
import { gradeAtOnce } from '../grade-at-once.js';

/** Given by the file that starts the bundle. */
declare const handOver: () => void;

if (!gradeAtOnce(process.argv.slice(2))) handOver();
