import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-if-stale.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    // Nothing here keeps state between calls, which tests hold; loading the house anew for each file takes a third of the time.
    isolate: false,
    reporters: ['default'],
  },
});
