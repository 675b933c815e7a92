import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { labelledPairs } from './equivalence/pairs.js';
import type { Reply } from './equivalence/peer.js';
import { startPeer } from './equivalence/process.js';

export const title = 'Equality of formulas, beside other libraries';

const peers = [
  '@khanacademy/kas',
  'math-expressions',
  'nerdamer .eq',
  'nerdamer simplify',
  'mathjs symbolicEqual',
  'mathjs simplify',
  'compute-engine',
  'algebrite',
] as const;
const CORPUS_PAIRS = 150;
const STARTS = 15;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const source = (room: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../src/${room}/index.ts`, import.meta.url)));

/** The engine and the reader of formulas in one file, bundled as the package is. */
const bundleEngine = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'engine.mjs');
  await build({
    stdin: {
      contents: `export * from ${source('equivalence')}; export * from ${source('expression')};`,
      resolveDir: folder,
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    supported: { arrow: false },
    outfile,
    logLevel: 'silent',
  });
  return outfile;
};

/** Milliseconds that importing the bundle adds to bare node: medians of starts in turn. */
const importCost = (bundle: string, folder: string): number => {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const env = { ...process.env };
  delete env['NODE_EXTRA_CA_CERTS'];
  delete env['NODE_OPTIONS'];
  const start = (file: string): number => {
    const begin = performance.now();
    spawnSync(process.execPath, [file], { env });
    return performance.now() - begin;
  };
  const differences: number[] = [];
  for (let k = 0; k < STARTS; k++) differences.push(start(bundle) - start(empty));
  return median(differences);
};

export const run = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'equivalence-'));
  const bundle = await bundleEngine(folder);
  const pairs = labelledPairs(CORPUS_PAIRS);
  const names = ['ours', ...peers];
  const processes = names.map((name) => startPeer(name, bundle));
  const replies: Reply[][] = names.map(() => []);
  try {
    for (const { question } of pairs) {
      for (const [index, peer] of processes.entries()) replies[index]?.push(await peer.ask(question));
    }
  } finally {
    for (const peer of processes) peer.stop();
  }
  const imported = importCost(bundle, folder);
  rmSync(folder, { recursive: true });
  const isRight = (name: number, pair: number): boolean =>
    replies[name]?.[pair]?.verdict === (pairs[pair]?.equal === true ? 'equal' : 'different');
  const lengthOf = (isLong: boolean): number =>
    median(pairs.filter((pair) => pair.isLong === isLong).map(({ question }) => question.text[1].length));
  const rows = names.map((name, index) => {
    const all = replies[index] ?? [];
    const count = (test: (reply: Reply, equal: boolean) => boolean): number =>
      all.filter((reply, i) => test(reply, pairs[i]?.equal === true)).length;
    const right = pairs.flatMap((_, i) => (isRight(index, i) && isRight(0, i) ? [i] : []));
    const long = right.filter((i) => pairs[i]?.isLong);
    const short = right.filter((i) => pairs[i]?.isLong === false);
    const time = (who: number, over: readonly number[]): number =>
      median(over.map((i) => replies[who]?.[i]?.microseconds ?? 0));
    const ratio = (over: readonly number[]): string => (time(index, over) / time(0, over)).toFixed(1);
    const cells = [
      name,
      count((reply, equal) => !equal && reply.verdict === 'equal'),
      count((reply, equal) => equal && reply.verdict === 'different'),
      count((reply) => reply.verdict === 'undecided'),
      count((reply) => reply.verdict === 'fails'),
      right.length,
      time(index, long).toFixed(1),
      time(0, long).toFixed(1),
      ratio(long),
      ratio(short),
      ratio(right),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `${pairs.length} pairs, ${pairs.filter((pair) => pair.equal).length} of them equal. Verdicts are counted over all. Times are medians in µs of reading an answer and comparing`,
    `it with a reference read beforehand, over the pairs of the corpus that both decide rightly: formulas as long as students write them (median ${lengthOf(true)} characters).`,
    `The other ratios of medians are over the rows of the tables, which try one rule each (median ${lengthOf(false)} characters), and over both.`,
    'A library fails on a pair that it cannot read, throws on, or takes more than 3 s for.',
    '',
    '| library | false accepts | false rejects | undecided | fails | right | its time | our time | ratio | on the tables | on both |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...rows,
    '',
    `Importing the engine adds ${imported.toFixed(1)} ms to bare node (median of ${STARTS} starts in turn).`,
  ].join('\n');
};
