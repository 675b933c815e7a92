import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-if-stale.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
