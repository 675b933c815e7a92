import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants are tried against: tables and parts, without what takes long. `MUTATION_TESTS` names fewer, separated by spaces, for trying
 * a few files in little time.
 */
const tests = process.env['MUTATION_TESTS']?.split(' ') ?? [
  'test/equivalence/{constant,decide,parts,setting}.test.ts',
  'test/expression/{homework-spellings,layout,limits,read,refuse,tree,nearest-symbol}.test.ts',
];

export default defineConfig({ test: { root: '.', include: tests, testTimeout: 20_000 } });
