import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried against: tables and parts, without what takes long. */
export default defineConfig({
  test: {
    root: '.',
    include: [
      'test/equivalence/{constant,decide,parts,setting}.test.ts',
      'test/expression/{homework-spellings,layout,limits,read,refuse,tree,nearest-symbol}.test.ts',
    ],
    testTimeout: 20_000,
  },
});
