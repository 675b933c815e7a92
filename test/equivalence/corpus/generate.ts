import { countNodes } from '../../../src/expression/index.js';
import type { Domains, Expr } from '../../../src/types.js';
import { editOnce } from './edits.js';
import { families } from './families.js';
import { makeRandom } from './random.js';
import { rewriteOnce } from './rewrites.js';

/** Two formulas, how they were made, and the frame they are to be compared in. */
export type Pair = {
  readonly family: string;
  readonly made: 'rewritten' | 'edited';
  readonly left: Expr;
  readonly right: Expr;
  readonly domains: Domains;
  readonly given: readonly string[];
};

const LARGEST = 160;

/** Pairs from a seed: half of them chains of sound rewrites, half of them with one slip on top. */
export const generatePairs = (count: number, seed: number): readonly Pair[] => {
  const random = makeRandom(seed);
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const family = families[pairs.length % families.length] ?? families[0];
    const made = Math.floor(pairs.length / families.length) % 2 === 0 ? 'rewritten' : 'edited';
    const left = family.draw(random);
    let right = left;
    let steps = 2 + random.below(4);
    for (let attempt = 0; attempt < 60 && steps > 0; attempt++) {
      const next = rewriteOnce(right, family, random);
      if (next !== right) steps--;
      right = next;
    }
    if (made === 'edited') right = editOnce(right, family, random);
    if (countNodes(right) > LARGEST) continue;
    pairs.push({ family: family.name, made, left, right, domains: family.domains, given: family.given });
  }
  return pairs;
};
