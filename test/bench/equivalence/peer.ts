/**
 * One library in a process of its own, so that it can be killed. Reads a pair a line, answers with its verdict and its time:
 * `node --import tsx peer.ts <name> [bundle]`. The left formula is the reference and read beforehand where the library can; the time is that
 * of reading the right one and comparing.
 */
import { createInterface } from 'node:readline';
import type * as equivalence from '../../../src/equivalence/index.js';
import type * as expression from '../../../src/expression/index.js';

type Engine = typeof equivalence & typeof expression;

export type Question = {
  readonly text: readonly [string, string];
  readonly latex: readonly [string, string];
  readonly domains: { readonly [name: string]: unknown };
  readonly given: readonly string[];
};
export type Reply = { readonly verdict: 'equal' | 'different' | 'undecided' | 'fails'; readonly microseconds: number };

type Decide = () => boolean | undefined;
/** Prepares the reference and gives back what is to be timed. */
type Peer = (question: Question) => Decide;

const BUDGET = 12;
const MOST_RUNS = 400;

const load: { readonly [name: string]: () => Promise<Peer> } = {
  ours: async () => {
    const engine = (await import(process.argv[3] ?? '')) as Engine;
    return ({ text: [left, right], domains, given }) => {
      const vocabulary = engine.prepareVocabulary({ symbols: Object.keys(domains) });
      const reference = engine.parseFormula(left, vocabulary);
      if (reference.kind === 'unreadable') throw new Error(left);
      const compiled = engine.compileFormula(reference.expr, engine.createSetting(domains as never, given));
      return () => {
        const answer = engine.parseFormula(right, vocabulary);
        if (answer.kind === 'unreadable') throw new Error(right);
        const { verdict } = engine.compare(compiled, answer.expr);
        return verdict === 'undecided' ? undefined : verdict === 'equal';
      };
    };
  },
  '@khanacademy/kas': async () => {
    const { parse, compare } = await import('@khanacademy/kas');
    return ({ text: [left, right] }) => {
      const reference = parse(left);
      return () => compare(reference.expr, parse(right).expr, { simplify: false, form: false }).equal;
    };
  },
  'math-expressions': async () => {
    const { default: expressions } = await import('math-expressions');
    return ({ text: [left, right] }) => {
      const reference = expressions.fromText(left);
      return () => reference.equals(expressions.fromText(right));
    };
  },
  'nerdamer .eq': async () => {
    const { default: nerdamer } = await import('nerdamer');
    return ({ text: [left, right] }) => {
      const reference = nerdamer(logForLn(left)) as unknown as { readonly eq: (other: string) => boolean };
      return () => reference.eq(logForLn(right));
    };
  },
  'nerdamer simplify': async () => {
    const { default: nerdamer } = await import('nerdamer');
    return ({ text: [left, right] }) =>
      () =>
        ['0', '-0'].includes(nerdamer(`simplify((${logForLn(left)})-(${logForLn(right)}))`).toString());
  },
  'mathjs symbolicEqual': async () => {
    const mathjs = await import('mathjs');
    const { symbolicEqual } = mathjs as unknown as { readonly symbolicEqual: (a: unknown, b: unknown) => boolean };
    return ({ text: [left, right] }) => {
      const reference = mathjs.parse(logForLn(left));
      return () => symbolicEqual(reference, mathjs.parse(logForLn(right)));
    };
  },
  'mathjs simplify': async () => {
    const { simplify } = await import('mathjs');
    return ({ text: [left, right] }) =>
      () =>
        simplify(`(${logForLn(left)})-(${logForLn(right)})`).toString() === '0';
  },
  'compute-engine': async () => {
    const { ComputeEngine } = await import('@cortex-js/compute-engine');
    const engine = new ComputeEngine();
    return ({ latex: [left, right] }) => {
      const reference = engine.parse(left);
      return () => reference.isEqual(engine.parse(right)) === true;
    };
  },
  algebrite: async () => {
    const { default: algebrite } = await import('algebrite');
    return ({ text: [left, right] }) =>
      () => {
        const difference = algebrite.run(`simplify((${logForLn(left)})-(${logForLn(right)}))`);
        if (difference.includes('Stop')) throw new Error(difference);
        return difference === '0' || difference === '0.0';
      };
  },
};

const logForLn = (text: string): string => text.replace(/\bln\(/g, 'log(');

const measure = (peer: Peer, question: Question): Reply => {
  try {
    const decide = peer(question);
    const times: number[] = [];
    let found: boolean | undefined;
    const end = performance.now() + BUDGET;
    do {
      const start = performance.now();
      found = decide();
      times.push(performance.now() - start);
    } while (performance.now() < end && times.length < MOST_RUNS);
    times.sort((a, b) => a - b);
    const microseconds = (times[Math.floor(times.length / 2)] ?? 0) * 1000;
    return { verdict: found === undefined ? 'undecided' : found ? 'equal' : 'different', microseconds };
  } catch {
    return { verdict: 'fails', microseconds: 0 };
  }
};

const quiet = (): void => undefined;
const make = load[process.argv[2] ?? ''];
if (make !== undefined) {
  Object.assign(console, { warn: quiet, error: quiet, log: quiet });
  const peer = await make();
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(measure(peer, JSON.parse(line) as Question))}\n`);
  }
}
