import { describe, expect, test } from 'vitest';
import { compare, compileFormula, createSetting, type Setting } from '../../src/equivalence/index.js';
import { printText } from '../../src/expression/index.js';
import { confirm, type Expectation } from './corpus/confirm.js';
import { generatePairs, type Pair } from './corpus/generate.js';

const COUNT = 3200;
const pairs = generatePairs(COUNT, 20160817);
const settings = new Map<string, Setting>();
const settingOf = (pair: Pair): Setting => {
  const setting = settings.get(pair.family) ?? createSetting(pair.domains, pair.given);
  settings.set(pair.family, setting);
  return setting;
};
const shown = (pair: Pair): string => `${pair.family}: ${printText(pair.left)}  |  ${printText(pair.right)}`;

describe('the corpus', () => {
  const judged = pairs.map((pair, index) => ({
    pair,
    expected: confirm(pair, index),
    found: compare(compileFormula(pair.left, settingOf(pair)), pair.right),
  }));
  const those = (expected: Expectation): typeof judged => judged.filter((one) => one.expected === expected);

  test('has at least 3,000 pairs of which 70 digits say whether they are equal, in like numbers', () => {
    expect(those('E').length + those('D').length).toBeGreaterThan(3000);
    expect(those('E').length).toBeGreaterThan(1200);
    expect(those('D').length).toBeGreaterThan(1200);
  });

  test('was made by sound rewrites', () => {
    expect(
      judged
        .filter(({ pair, expected }) => pair.made === 'rewritten' && expected === 'D')
        .map(({ pair }) => shown(pair)),
    ).toEqual([]);
  });

  test('meets no false accept', () => {
    expect(
      those('D')
        .filter(({ found }) => found.verdict === 'equal')
        .map(({ pair }) => shown(pair)),
    ).toEqual([]);
  });

  test('meets no false reject', () => {
    expect(
      those('E')
        .filter(({ found }) => found.verdict === 'different')
        .map(({ pair }) => shown(pair)),
    ).toEqual([]);
  });

  test('is decided but for one pair in a hundred', () => {
    const open = judged.filter(({ found, expected }) => found.verdict === 'undecided' && expected !== '?');
    expect(open.length, open.map(({ pair }) => shown(pair)).join('\n')).toBeLessThanOrEqual(COUNT / 100);
  });

  test('gets a witness for each difference', () => {
    expect(those('D').filter(({ found }) => found.verdict === 'different' && found.witness === undefined)).toEqual([]);
  });
});
