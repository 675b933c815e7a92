/** How a class is graded. */
export type Way = { readonly threads: number; readonly journal: boolean; readonly pages: boolean };

/** What the process that times a batch is told to do. */
export type Order = {
  readonly kind: 'runs' | 'pages';
  readonly input: string;
  readonly out: string;
  readonly rounds: number;
  readonly ways: readonly Way[];
  /** Whether the last way is timed once more on its own journal. */
  readonly withAgain: boolean;
  /** Files: the problem, what is laid for it, and the predictions of its mistakes. */
  readonly problem: string;
  readonly groundwork: string;
  readonly singles: string;
  readonly pairs: string;
  readonly worker: { readonly module: string; readonly argv: readonly string[] };
  readonly reader: string;
};

/** Milliseconds, a round each. */
export type RunTimes = {
  readonly reading: readonly number[];
  /** Reading every file, unparsed, and writing as many bytes as the first way does: what any program would spend on files alone. */
  readonly files: readonly number[];
  /** By way. */
  readonly runs: readonly (readonly number[])[];
  readonly again: readonly number[];
};

export type PageTimes = { readonly writing: number[]; readonly without: number[]; readonly with: number[] };
