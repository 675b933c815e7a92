/** Runs tests with one mutant at a time, in a process that the one who asks may end. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import * as corpus from '../equivalence/corpus/confirm.js';
import { generatePairs } from '../equivalence/corpus/generate.js';
import { makeEvaluator } from '../equivalence/corpus/mathjs-evaluate.js';
import type { Answer, Ask, Observed } from './protocol.js';
import { makeVitest, type Test } from './small-vitest.js';

const MOST_RUNS = 10;

const remembered = <A extends readonly unknown[], R>(compute: (...operands: A) => R): ((...operands: A) => R) => {
  const known = new Map<string, R>();
  return (...operands) => {
    const key = JSON.stringify(operands);
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as R;
    const value = compute(...operands);
    known.set(key, value);
    return value;
  };
};

const sharedModules: Readonly<Record<string, object>> = {
  'shared:mathjs-evaluate.js': { makeEvaluator: remembered((digits: number) => remembered(makeEvaluator(digits))) },
  'shared:generate.js': { generatePairs: remembered(generatePairs) },
  'shared:confirm.js': { ...corpus, confirm: remembered(corpus.confirm) },
};

const load = createRequire(import.meta.url);
type FastCheck = { readonly assert: (property: unknown, parameters?: { readonly numRuns?: number }) => unknown };
const fastCheck = load('fast-check') as FastCheck;
const shortened: FastCheck = {
  ...fastCheck,
  assert: (property, parameters) =>
    fastCheck.assert(property, {
      ...parameters,
      numRuns: Math.min(MOST_RUNS, parameters?.numRuns ?? MOST_RUNS),
      endOnFailure: true,
    } as object),
};

const mutation = {
  active: -1,
  hits: 0,
  limit: Infinity,
  seen: new Map<number, number>(),
  hit(): true {
    if (++mutation.hits > mutation.limit) throw new Error('The mutant is met over and over.');
    return true;
  },
  cover(...ids: readonly number[]): void {
    for (const id of ids) mutation.seen.set(id, (mutation.seen.get(id) ?? 0) + 1);
  },
};

const scripts = new Map<string, Script>();

/** The tests of a file, with everything it imports loaded anew. */
const collect = (file: string, bundle: string): readonly Test[] => {
  const script = scripts.get(bundle) ?? new Script(readFileSync(bundle, 'utf8'), { filename: bundle });
  scripts.set(bundle, script);
  const tests: Test[] = [];
  const vitest = makeVitest(file, (test) => tests.push(test));
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'vitest') return vitest;
    return sharedModules[name] ?? (name === 'fast-check' ? shortened : load(name));
  };
  const evaluate = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  evaluate(require, module, module.exports, mutation);
  return tests;
};

const fails = async (test: Test): Promise<string | undefined> => {
  mutation.hits = 0;
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const observe = async (file: string, bundle: string): Promise<Observed> => {
  mutation.seen = new Map();
  const start = performance.now();
  const tests = collect(file, bundle);
  const loading = { ms: performance.now() - start, seen: [...mutation.seen] };
  const observed: Observed['tests'][number][] = [];
  for (const test of tests) {
    mutation.seen = new Map();
    const before = performance.now();
    const failure = await fails(test);
    observed.push({ name: test.name, ms: performance.now() - before, seen: [...mutation.seen], failure });
  }
  return { loading, tests: observed };
};

let told = 0;
/** So that the one who waits knows how far it came. */
const tell = (answer: Answer): void => {
  process.send?.(answer);
  told = performance.now();
};

const tryMutant = async (ask: Extract<Ask, { kind: 'try' }>): Promise<string | undefined> => {
  mutation.active = ask.mutant;
  mutation.limit = ask.limit;
  mutation.hits = 0;
  for (const { file, bundle, tests, of } of ask.steps) {
    let collected: readonly Test[];
    try {
      collected = collect(file, bundle);
    } catch {
      return `${file} (loading)`;
    }
    const chosen = collected.length === of ? tests.flatMap((index) => collected[index] ?? []) : collected;
    for (const test of chosen) {
      if (performance.now() - told > 200) tell({ kind: 'alive' });
      if ((await fails(test)) !== undefined) return `${file} ${test.name}`;
    }
  }
  return undefined;
};

process.on('message', (ask: Ask) => {
  const answer = async (): Promise<Answer> => {
    if (ask.kind === 'observe') return { kind: 'observed', ...(await observe(ask.file, ask.bundle)) };
    return { kind: 'tried', killer: await tryMutant(ask) };
  };
  void answer().then(tell);
});
