import { isThread, main, runThread } from './commands/index.js';

const argv = process.argv.slice(2);
// The threads of a batch start from the same file.
void (isThread(argv) ? runThread() : main(argv));
