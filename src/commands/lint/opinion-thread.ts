import { parentPort } from 'node:worker_threads';
import { formOpinion, type Opinion, type OpinionLibrary, type OpinionTask } from '../../equivalence/index.js';

/** What the thread is asked; it answers with one opinion. */
export type OpinionOrder = { readonly library: OpinionLibrary; readonly task: OpinionTask };

/** What the thread says: first that it can be asked, then an opinion for each order. */
export type OpinionDelivery = { readonly kind: 'ready' } | { readonly kind: 'opinion'; readonly opinion: Opinion };

/** The other end of `startOpinions`: asks libraries, one question at a time, until the thread is ended. */
export const runOpinionThread = (): void => {
  const port = parentPort;
  if (port === null) throw new Error('not in a worker thread');
  const deliver = (delivery: OpinionDelivery): void => port.postMessage(delivery);
  port.on('message', ({ library, task }: OpinionOrder) => {
    void formOpinion(library, task).then((opinion) => deliver({ kind: 'opinion', opinion }));
  });
  deliver({ kind: 'ready' });
};
