import { describe, expect, it } from 'vitest';
import { claims } from './claims.js';

/** The longer run, with new seeds: `npm run fuzz`. */
const seed = 20160817;

describe('whatever comes in', () => {
  it.each(claims.filter(({ runs }) => runs > 0))('$title', async ({ runs, check }) => {
    const { failed, counterexample, errorInstance } = await check({ seed, numRuns: runs });
    expect(failed ? { counterexample, errorInstance } : 'holds').toBe('holds');
  });
});
