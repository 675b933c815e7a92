/** A room whose sources are changed, and its tests that are tried against the changes: not those that take long or start processes. */
export type Room = {
  readonly sources: string;
  readonly leaveOut: readonly string[];
  readonly tests: readonly string[];
  readonly without: readonly string[];
};

export const rooms: Readonly<Record<string, Room>> = {
  equivalence: {
    sources: 'src/equivalence',
    leaveOut: ['second-opinion'],
    tests: ['test/equivalence', 'test/mutation/corpus-sample.ts'],
    without: ['corpus.test.ts', 'second-opinion.test.ts', 'bounded.test.ts', 'properties.test.ts'],
  },
  expression: { sources: 'src/expression', leaveOut: [], tests: ['test/expression'], without: [] },
};
