import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Question, Reply } from './peer.js';

const script = fileURLToPath(new URL('peer.ts', import.meta.url));
const PATIENCE = 3000;

/** A library in its process: started when first asked, killed and started again when it takes too long. */
export const startPeer = (
  name: string,
  bundle: string,
): { readonly ask: (question: Question) => Promise<Reply>; readonly stop: () => void } => {
  let child: ChildProcess | undefined;
  let lines: Interface | undefined;
  const stop = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const nextLine = (milliseconds: number): Promise<string | undefined> =>
    new Promise((resolve) => {
      const reader = lines;
      const done = (line: string | undefined): void => {
        clearTimeout(timer);
        reader?.off('line', onLine);
        reader?.off('close', onClose);
        resolve(line);
      };
      const onLine = (line: string): void => done(line);
      const onClose = (): void => done(undefined);
      const timer = setTimeout(() => done(undefined), milliseconds);
      reader?.on('line', onLine);
      reader?.on('close', onClose);
    });
  const start = async (): Promise<ChildProcess> => {
    const made = spawn(process.execPath, ['--import', 'tsx', '--max-old-space-size=512', script, name, bundle], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child = made;
    made.stdin.on('error', () => undefined);
    lines = createInterface({ input: made.stdout });
    await nextLine(30_000);
    return made;
  };
  return {
    ask: async (question) => {
      const running = child ?? (await start());
      running.stdin?.write(`${JSON.stringify(question)}\n`);
      const line = await nextLine(PATIENCE);
      if (line !== undefined) return JSON.parse(line) as Reply;
      stop();
      return { verdict: 'fails', microseconds: 0 };
    },
    stop,
  };
};
