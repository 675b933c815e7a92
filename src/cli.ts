import { threadWord } from './batch/thread-word.js';
import { main } from './commands/index.js';

// The threads of a batch start from the same file, with a word that nobody can type.
void (process.argv[2] === threadWord
  ? import('./commands/batch-predictions.js').then(({ runThread }) => runThread())
  : main(process.argv.slice(2)));
