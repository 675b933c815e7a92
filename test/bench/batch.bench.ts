import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadWord } from '../../src/commands/thread.js';
import { buildBundle } from '../batch/bundle.js';
import { grade } from '../batch/class.js';
import { writeClass, type Mix } from './class.js';

export const title = 'A whole class';

const size = Number(process.env['CHECK_BENCH_SIZE'] ?? 20_000);
const largest = Number(process.env['CHECK_BENCH_LARGEST'] ?? 100_000);
const rounds = Number(process.env['CHECK_BENCH_ROUNDS'] ?? 5);
const threads = 2;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** What cannot be done without: every file read and parsed. */
const readAll = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    try {
      JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch {
      // Some files of a class are broken.
    }
  }
};

const writeAll = (folder: string, contents: readonly (readonly [name: string, content: string])[]): void => {
  mkdirSync(folder);
  for (const [name, content] of contents) writeFileSync(join(folder, name), content);
};

type Way = {
  readonly name: string;
  readonly bar: number | undefined;
  readonly threads: number;
  readonly journal: boolean;
};

const waysOf = (mix: Mix): readonly Way[] => {
  const [bar, journalBar] = mix === 'sheets' ? [1.5, 2] : [mix === 'unique' ? 3 : undefined, undefined];
  return [
    { name: 'one thread', bar, threads: 0, journal: false },
    { name: `${threads} threads`, bar, threads, journal: false },
    { name: 'one thread, journal', bar: journalBar, threads: 0, journal: true },
    { name: `${threads} threads, journal`, bar: journalBar, threads, journal: true },
  ].filter((way) => mix === 'sheets' || !way.journal);
};

/** Times of grading against reading and parsing the same files, round by round in turn, after one round that does not count. */
const compare = async (
  folder: string,
  count: number,
  mix: Mix,
  label: string,
  repeat: number,
  bundle: URL,
): Promise<readonly string[]> => {
  const input = join(folder, 'in');
  const out = join(folder, 'out');
  writeClass(input, count, mix);
  const worker = { module: bundle, argv: [threadWord] };
  const list = waysOf(mix);
  const base: number[] = [];
  const times = list.map((): number[] => []);
  const again: number[] = [];
  for (let round = 0; round <= repeat; round++) {
    const counts = round > 0;
    const reading = await timed(() => readAll(input));
    if (counts) base.push(reading);
    for (const [i, way] of list.entries()) {
      rmSync(out, { recursive: true, force: true });
      const options = { threads: way.threads, journal: way.journal, pages: false, worker };
      const time = await timed(() => grade(input, out, options));
      if (counts) times[i]?.push(time);
    }
    if (mix !== 'sheets') continue;
    const time = await timed(() => grade(input, out, { pages: false, worker, threads }));
    if (counts) again.push(time);
  }
  rmSync(input, { recursive: true });
  rmSync(out, { recursive: true });
  const reading = median(base);
  const row = (name: string, all: readonly number[], bar: number | undefined): string => {
    const ratio = median(all) / reading;
    const verdict =
      bar === undefined ? '' : `≤ ${bar.toFixed(1)}${ratio > bar ? `, missed by ${(ratio - bar).toFixed(2)}` : ''}`;
    const least = Math.min(...all) / Math.min(...base);
    return `| ${label} | ${count} | ${name} | ${((median(all) / count) * 1000).toFixed(1)} µs | ${ratio.toFixed(2)} | ${least.toFixed(2)} | ${verdict} |`;
  };
  return [
    row('reading and parsing alone', base, undefined),
    ...list.map(({ name, bar }, i) => row(name, times[i] ?? [], bar)),
    ...(again.length > 0 ? [row(`again, nothing changed, ${threads} threads`, again, undefined)] : []),
  ];
};

/** Pages against writing the same bytes: the difference that pages make to a run that knows all results. */
const comparePages = async (folder: string): Promise<string> => {
  const count = Math.min(size, 10_000);
  const input = join(folder, 'in');
  const out = join(folder, 'out');
  writeClass(input, count, 'sheets');
  await grade(input, out);
  const pages = readdirSync(join(out, 'feedback')).map(
    (name) => [name, readFileSync(join(out, 'feedback', name), 'utf8')] as const,
  );
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rmSync(join(out, 'feedback'), { recursive: true });
    const writing = await timed(() => writeAll(join(folder, 'pages'), pages));
    rmSync(join(folder, 'pages'), { recursive: true });
    const without = await timed(() => grade(input, out, { pages: false }));
    const withPages = await timed(() => grade(input, out));
    ratios.push((withPages - without) / writing);
  }
  rmSync(input, { recursive: true });
  rmSync(out, { recursive: true });
  return `| pages against writing the same bytes, ${count} students | ${median(ratios).toFixed(2)} | ≤ 1.5 |`;
};

/** Peak memory of a run as a process of its own, in megabytes. */
const peakMemory = (folder: string, count: number, workers: number, bundle: string): number => {
  const input = join(folder, `in-${count}`);
  const hook = join(folder, 'memory.mjs');
  writeClass(input, count, 'sheets');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';\nimport { isMainThread } from 'node:worker_threads';\nif (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(join(folder, 'memory'))}, String(process.resourceUsage().maxRSS)));\n`,
  );
  execFileSync(
    process.execPath,
    [
      '--import',
      pathToFileURL(hook).href,
      bundle,
      'batch',
      input,
      '--out',
      join(folder, 'out'),
      '--quiet',
      '--workers',
      String(workers),
    ],
    { stdio: 'ignore' },
  );
  const peak = Number(readFileSync(join(folder, 'memory'), 'utf8')) / 1024;
  for (const each of [input, join(folder, 'out')]) rmSync(each, { recursive: true });
  return peak;
};

const notes = `Measured in one process, each way in turn in every round; medians, and beside them the quickest against the quickest. The base
lists the folder, reads every file as text and parses it. The run, in: listing, reading with the checks of files that strangers
send, grading, \`results.ndjson\`, \`grades.csv\`, \`report.html\`, lock and publishing; its threads start anew each time. Out: starting
Node, loading the problem and the predictions of its mistakes, pages (they have a row of their own). One round comes before and does not count; in the row of
the largest class there is one round that counts.`;

export const run = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-batch-'));
  try {
    const bundle = await buildBundle('bench');
    const url = pathToFileURL(bundle);
    const rows = [
      ...(await compare(folder, size, 'sheets', 'sheets repeat', rounds, url)),
      ...(largest > size ? await compare(folder, largest, 'sheets', 'sheets repeat', 1, url) : []),
      ...(await compare(folder, Math.round(size / 10), 'answers', 'answers repeat, sheets hardly', rounds, url)),
      ...(await compare(folder, size, 'unique', 'every formula unique', rounds, url)),
    ];
    const pages = await comparePages(folder);
    const [few, many] = [Math.round(largest / 10), largest];
    const memory = [0, threads].map((workers) => {
      const [small, large] = [peakMemory(folder, few, workers, bundle), peakMemory(folder, many, workers, bundle)];
      return `| peak memory at ${many} against ${few} students, ${workers === 0 ? 'one thread' : `${workers} threads`} (${large.toFixed(0)} MB, ${small.toFixed(0)} MB) | ${(large / small).toFixed(2)} | ≤ 1.5 |`;
    });
    return [
      `| class | students | grading | a student | times reading and parsing | quickest | bar |\n|---|--:|---|--:|--:|--:|--:|\n${rows.join('\n')}`,
      notes,
      `| | ratio | bar |\n|---|--:|--:|\n${[pages, ...memory].join('\n')}`,
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
