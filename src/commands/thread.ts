/** The first argument that threads are started with; no shell passes it on. The second is what the thread is for. */
export const threadWord = '\0thread';
export const opinionWord = 'opinions';

export const isThread = (argv: readonly string[]): boolean => argv[0] === threadWord;

/** The work of a thread: of a batch, or of other libraries. */
export const runThread = async (argv: readonly string[]): Promise<void> => {
  if (argv[1] === opinionWord) (await import('./lint/opinion-thread.js')).runOpinionThread();
  else (await import('./batch-predictions.js')).runGradingThread();
};
