import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Ask } from './protocol.js';

let worker: ChildProcess | undefined;
const startWorker = (): ChildProcess => {
  worker ??= fork('test/mutation/worker.ts', {
    execArgv: ['--import', 'tsx', '--max-old-space-size=2048'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return worker;
};
export const stopWorker = (): void => {
  worker?.kill('SIGKILL');
  worker = undefined;
};

process.on('exit', stopWorker);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** Undefined where nothing is heard for so long, or the worker ends. */
export const ask = async (question: Ask, patience: number): Promise<Exclude<Answer, { kind: 'alive' }> | undefined> =>
  new Promise((resolve) => {
    const asked = startWorker();
    let timer: NodeJS.Timeout;
    const finish = (answer: Exclude<Answer, { kind: 'alive' }> | undefined): void => {
      clearTimeout(timer);
      asked.off('message', hear).off('exit', giveUp);
      if (answer === undefined) stopWorker();
      resolve(answer);
    };
    const giveUp = (): void => finish(undefined);
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    };
    const hear = (answer: Answer): void => (answer.kind === 'alive' ? wait() : finish(answer));
    asked.on('message', hear).on('exit', giveUp);
    wait();
    asked.send(question);
  });
