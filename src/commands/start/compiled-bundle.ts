import { Script } from 'node:vm';

/** What a bundle takes from the file that starts it. */
type Surroundings = {
  readonly require: NodeJS.Require;
  /** In place of `import.meta`. */
  readonly bundlePlace: { readonly url: string; readonly dirname: string };
  /** In place of `import()`, which Node does not offer to scripts that come from their compiled form. */
  readonly importPackage: (name: string) => Promise<unknown>;
  /** Lets the bundle of the whole program do what was typed. */
  readonly handOver: () => void;
  /** Starts another bundle; what that one gives. */
  readonly bring: (bundle: string) => unknown;
  /** Takes what the bundle gives to the one that brought it in. */
  readonly give: (given: unknown) => void;
};

export type CompiledBundle = {
  readonly start: (surroundings: Surroundings) => void;
  /** V8's compiled form of everything that has run so far. */
  readonly serialise: () => Buffer;
};

/**
 * Compiles a bundle, a CommonJS script within a function that takes its surroundings, from V8's compiled form of it where there is one that fits (same V8, same source): reading
 * and compiling the source anew costs half a bare start of Node. One that does not fit is ignored.
 */
export const compileBundle = (source: string, file: string, compiled: Buffer | undefined): CompiledBundle => {
  const script = new Script(source, { filename: file, ...(compiled === undefined ? {} : { cachedData: compiled }) });
  return {
    start: ({ require, bundlePlace, importPackage, handOver, bring, give }) => {
      const run = script.runInThisContext() as (...surroundings: readonly unknown[]) => void;
      run(require, bundlePlace, importPackage, handOver, bring, give);
    },
    serialise: () => script.createCachedData(),
  };
};
