import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { opinionLibraries, type Opinion, type OpinionRunner } from '../../equivalence/index.js';
import { opinionWord, threadWord } from '../thread.js';
import type { OpinionDelivery, OpinionOrder } from './opinion-thread.js';

export type Opinions = { readonly ask: OpinionRunner; readonly close: () => Promise<void> };

/** Honest questions take milliseconds, loading a library the first time a second, or many on a busy machine. */
const patience = 20_000;

/** A thread of this very program; from its sources it has to be told how to read TypeScript. */
const startThread = (): Worker => {
  const argv = [threadWord, opinionWord];
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL(here), { argv });
  // What `require` finds cannot register itself in a thread; the module beside it can.
  const reader = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const program = new URL('../../cli.ts', here).href;
  const code = `import('${reader}').then(({ register }) => { register(); return import('${program}'); });`;
  return new Worker(code, { argv, eval: true });
};

/**
 * A thread in which other libraries think, started with the first question; one question at a time. One that takes longer than `milliseconds` over
 * a question, or dies of it, is killed and replaced by another for the next, and the opinion is a silent one that says so.
 */
export const startOpinions = (milliseconds = patience, start: () => Worker = startThread): Opinions => {
  let thread: Worker | undefined;
  const close = async (): Promise<void> => {
    const old = thread;
    thread = undefined;
    await old?.terminate();
  };
  const askOne = async (order: OpinionOrder): Promise<Opinion> => {
    const silent = (reason: string): Opinion => ({ library: order.library, says: 'silent', reason });
    try {
      if (thread === undefined) {
        // A thread that fails between two questions is found silent at the next.
        thread = start().on('error', () => undefined);
        await deliveryOf(thread, Infinity);
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(order);
      const delivery = await deliveryOf(thread, milliseconds);
      return delivery.kind === 'opinion' ? delivery.opinion : silent('it said nothing');
    } catch (cause) {
      await close();
      return silent(cause instanceof Error ? cause.message : String(cause));
    }
  };
  return {
    ask: async (task) => {
      const opinions: Opinion[] = [];
      for (const library of opinionLibraries) opinions.push(await askOne({ library, task }));
      return opinions;
    },
    close,
  };
};

/** What the thread says next; rejects, with the reason in words, where it ends or lets time pass instead. */
const deliveryOf = (worker: Worker, milliseconds: number): Promise<OpinionDelivery> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      worker.off('message', hear).off('error', fail).off('exit', lose);
    };
    const hear = (delivery: OpinionDelivery): void => {
      end();
      resolve(delivery);
    };
    const giveUp = (reason: string): void => {
      end();
      reject(new Error(reason));
    };
    const fail = (fault: unknown): void => giveUp(`it failed: ${String(fault)}`);
    const lose = (): void => giveUp('its thread ended');
    const late = (): void => giveUp(`it was stopped after ${milliseconds / 1000} s without an answer`);
    const timer = milliseconds === Infinity ? undefined : setTimeout(late, milliseconds);
    worker.on('message', hear).on('error', fail).on('exit', lose);
  });
