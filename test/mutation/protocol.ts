/** What the runner asks of the worker, and what it hears. `seen`: how often each mutant was met. */
export type Seen = readonly (readonly [mutant: number, times: number])[];
export type Observed = {
  readonly loading: { readonly ms: number; readonly seen: Seen };
  readonly tests: readonly {
    readonly name: string;
    readonly ms: number;
    readonly seen: Seen;
    readonly failure: string | undefined;
  }[];
};
/** `tests` are indices into the `of` tests of the file, in the order to run them. */
export type Step = {
  readonly file: string;
  readonly bundle: string;
  readonly tests: readonly number[];
  readonly of: number;
};
export type Ask =
  | { readonly kind: 'observe'; readonly file: string; readonly bundle: string }
  | { readonly kind: 'try'; readonly mutant: number; readonly limit: number; readonly steps: readonly Step[] };
export type Answer =
  | { readonly kind: 'alive' }
  | ({ readonly kind: 'observed' } & Observed)
  | { readonly kind: 'tried'; readonly killer: string | undefined };
