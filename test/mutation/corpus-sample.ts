import { describe, expect, test } from 'vitest';
import { compare, compileFormula, createSetting } from '../../src/equivalence/index.js';
import { confirm } from '../equivalence/corpus/confirm.js';
import { generatePairs } from '../equivalence/corpus/generate.js';

/** Every so manieth pair of the corpus, a test each: what the whole corpus asks, in little time. */
const STRIDE = 29;

describe('a pair of the corpus', () => {
  const pairs = generatePairs(3200, 20160817).flatMap((pair, index) => (index % STRIDE === 0 ? [{ pair, index }] : []));
  test.each(pairs)('is decided rightly', ({ pair, index }) => {
    const found = compare(compileFormula(pair.left, createSetting(pair.domains, pair.given)), pair.right);
    const expected = confirm(pair, index);
    if (expected === 'D') expect(found.verdict).not.toBe('equal');
    if (expected === 'E') expect(found.verdict).not.toBe('different');
    if (expected === 'D' && found.verdict === 'different') expect(found.witness).toBeDefined();
  });
});
