import { isThread, main, runThread } from './commands/index.js';

const argv = process.argv.slice(2);
// Threads start from the same file.
void (isThread(argv) ? runThread(argv) : main(argv));
