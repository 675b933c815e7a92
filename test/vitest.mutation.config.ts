import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants are tried against: tables and parts, without what takes long. `MUTATION_TESTS` names fewer, separated by spaces, for trying
 * a few files in little time.
 */
const tests = process.env['MUTATION_TESTS']?.split(' ') ?? [
  'test/equivalence/!(bounded|corpus|properties|second-opinion).test.ts',
  'test/expression/!(properties).test.ts',
];

export default defineConfig({ test: { root: '.', include: tests, testTimeout: 20_000 } });
