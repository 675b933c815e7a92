/** The first argument that the threads of a batch are started with; no shell passes it on. */
export const threadWord = '\0thread';

export const isThread = (argv: readonly string[]): boolean => argv[0] === threadWord;

/** The work of a thread of a batch. */
export const runThread = async (): Promise<void> => (await import('./batch-predictions.js')).runGradingThread();
