import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDoorkeeper, createMemory, createNumbering, once } from '../../src/memory/index.js';

describe('a memory', () => {
  it('gives back what was kept, and nothing else', () => {
    const memory = createMemory<string, number>(10);
    expect(memory.get('a')).toBeUndefined();
    expect(memory.set('a', 1)).toBe(1);
    expect(memory.get('a')).toBe(1);
    expect(memory.get('b')).toBeUndefined();
  });
  it('keeps what is asked for again, however much else comes by', () => {
    const memory = createMemory<number, string>(10);
    memory.set(-1, 'common');
    for (let i = 0; i < 1000; i += 1) {
      memory.set(i, 'rare');
      expect(memory.get(-1)).toBe('common');
    }
  });
  it('never holds more than its capacity', () => {
    const use = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }), fc.boolean());
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 100 }), fc.array(use, { maxLength: 200 }), (capacity, uses) => {
        const memory = createMemory<number, number>(capacity);
        for (const [key, size, asks] of uses) if (!asks || memory.get(key) === undefined) memory.set(key, size, size);
        // Asking moves what is left to the young, so each is counted before anything can be forgotten by asking.
        const held = Array.from({ length: 31 }, (_, key) => memory.get(key) ?? 0);
        expect(held.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(capacity);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
  it('forgets what nobody asked for while twice as much came by', () => {
    const memory = createMemory<number, string>(10);
    memory.set(-1, 'old');
    for (let i = 0; i < 20; i += 1) memory.set(i, 'new');
    expect(memory.get(-1)).toBeUndefined();
  });
  it('counts in the sizes it is told', () => {
    const memory = createMemory<string, string>(100);
    memory.set('a', 'x', 60);
    memory.set('b', 'y', 60);
    memory.set('c', 'z', 60);
    expect([memory.get('a'), memory.get('c')]).toEqual([undefined, 'z']);
  });
});

describe('a doorkeeper', () => {
  it('lets in those that come again', () => {
    const isWelcome = createDoorkeeper();
    expect(['a', 'b', 'a', 'b', 'a', 'c'].map(isWelcome)).toEqual([false, false, true, true, true, false]);
  });
  it('forgets who came once, long ago', () => {
    const isWelcome = createDoorkeeper();
    const came = Array.from({ length: 200 }, (_, i) => `early ${i}`);
    for (const text of came) isWelcome(text);
    for (let i = 0; i < 40_000; i += 1) isWelcome(`late ${i}`);
    expect(came.filter(isWelcome)).toEqual([]);
    expect(came.filter(isWelcome).length).toBeGreaterThan(150);
  });
});

describe('a numbering', () => {
  it('gives each thing one number, and no other thing the same', () => {
    const numberOf = createNumbering();
    const [a, b] = [{}, {}];
    expect([numberOf(a), numberOf(b), numberOf(a), numberOf(b)]).toEqual([1, 2, 1, 2]);
  });
});

describe('once', () => {
  it('makes a thing when it is first asked for, even where the thing is nothing', () => {
    let made = 0;
    const get = once(() => {
      made += 1;
      return undefined;
    });
    expect(made).toBe(0);
    get();
    get();
    expect(made).toBe(1);
  });
});
