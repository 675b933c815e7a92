import * as fc from 'fast-check';
import { claims } from './claims.js';

/** What the working process tells the one that watches it. */
export type Message =
  | { readonly kind: 'round'; readonly seed: number }
  | { readonly kind: 'input'; readonly claim: string; readonly input: string }
  | { readonly kind: 'done'; readonly milliseconds: number; readonly megabytes: number }
  | { readonly kind: 'found'; readonly claim: string; readonly input: string; readonly problem: string };

/** Inputs a claim gets in a round, as a multiple of those in the usual test. */
const share = 0.8;
/** For claims that the usual test leaves out. */
const fewest = 3;

const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** Tries every claim with inputs drawn from this seed. Watching sees each input before it is used. */
export const fuzzRound = async (seed: number, tell: (message: Message) => void): Promise<void> => {
  tell({ kind: 'round', seed });
  for (const { title, runs, check } of claims) {
    let [began, before] = [0, 0];
    const { failed, counterexample, errorInstance } = await check(
      { seed, numRuns: Math.max(fewest, Math.round(runs * share)) },
      {
        before: (input) => {
          tell({ kind: 'input', claim: title, input });
          [began, before] = [performance.now(), peak()];
        },
        after: () => tell({ kind: 'done', milliseconds: performance.now() - began, megabytes: peak() - before }),
      },
    );
    // Messages leave the process when it takes a breath.
    await new Promise((resolve) => void setImmediate(resolve));
    if (!failed) continue;
    const problem =
      errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
    tell({ kind: 'found', claim: title, input: fc.stringify(counterexample), problem });
  }
};
