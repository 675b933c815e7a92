import { describe, expect, it } from 'vitest';
import { disclosed } from '../../src/grading/index.js';
import type { Disclosure, Policy } from '../../src/types.js';
import { homework } from './homework.js';

const state = { right: false, attemptsUsed: 1, attemptsAllowed: 3, student: 's17' };
const policy = (solutions: Disclosure): Policy => ({ ...homework.policy, solutions });
const before = '2016-08-17T12:00:00Z';
const after = '2016-08-18T12:00:00Z';

describe('what may be shown', () => {
  it.each<[Disclosure, Partial<typeof state>, string | undefined, boolean]>([
    ['always', {}, before, true],
    ['never', { right: true, attemptsUsed: 3 }, after, false],
    ['after-attempts', {}, before, false],
    ['after-attempts', {}, after, false],
    ['after-attempts', { right: true }, before, true],
    ['after-attempts', { attemptsUsed: 3 }, before, true],
    ['after-attempts', { attemptsUsed: 4 }, undefined, true],
    ['after-attempts', { attemptsUsed: 1, attemptsAllowed: 1 }, before, true],
    ['after-due', {}, before, false],
    ['after-due', {}, after, true],
    ['after-due', {}, undefined, false],
    ['after-due', {}, 'yesterday', false],
    ['after-due', { right: true }, before, true],
    ['after-due', { attemptsUsed: 3 }, undefined, true],
  ])('%s, for %j at %s: %s', (when, change, asOf, expected) => {
    expect(disclosed(policy(when), { ...state, ...change }, asOf).solution).toBe(expected);
  });
  it('waits for the extension', () => {
    expect(disclosed(policy('after-due'), state, '2016-08-17T12:00:00Z').solution).toBe(false);
    const without: Policy = { ...homework.policy, solutions: 'after-due', late: { kind: 'accept' } };
    const { extension: _, ...unextended } = without;
    expect(disclosed(unextended, state, '2016-08-17T12:00:00Z').solution).toBe(true);
  });
  it('shows hints and causes of the homework at once, explanations and solutions when attempts are used up', () => {
    expect(disclosed(homework.policy, state)).toEqual({ hint: true, cause: true, explanation: false, solution: false });
    const used = { ...state, attemptsUsed: 3 };
    expect(disclosed(homework.policy, used)).toEqual({ hint: true, cause: true, explanation: true, solution: true });
  });
});
