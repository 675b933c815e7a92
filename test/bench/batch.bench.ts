import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBundle } from '../batch/bundle.js';
import type { Way } from './batch/order.js';
import { openTimer, type TimeBatch } from './batch/run-apart.js';
import { writeClass, type Mix } from './class.js';

export const title = 'A whole class';

const size = Number(process.env['CHECK_BENCH_SIZE'] ?? 20_000);
const largest = Number(process.env['CHECK_BENCH_LARGEST'] ?? 100_000);
const rounds = Number(process.env['CHECK_BENCH_ROUNDS'] ?? 5);
const threads = 2;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const nameOf = (workers: number): string => (workers === 0 ? 'one thread' : `${workers} threads`);

type Row = { readonly name: string; readonly bar: number | undefined; readonly way: Way };

const rowsOf = (mix: Mix): readonly Row[] => {
  const [bar, journalBar] = mix === 'sheets' ? [1.5, 2] : [mix === 'unique' ? 3 : undefined, undefined];
  const workers = [0, threads];
  const plain = workers.map((count) => ({
    name: nameOf(count),
    bar,
    way: { threads: count, journal: false, pages: false },
  }));
  const kept = workers.map((count) => ({
    name: `${nameOf(count)}, journal`,
    bar: journalBar,
    way: { threads: count, journal: true, pages: false },
  }));
  return mix === 'sheets' ? [...plain, ...kept] : plain;
};

/** Times of grading against reading and parsing the same files. */
const compare = (timeBatch: TimeBatch, count: number, mix: Mix, label: string, repeat: number): readonly string[] => {
  const rows = rowsOf(mix);
  const ways = rows.map(({ way }) => way);
  const times = timeBatch.runs({ count, mix, rounds: repeat }, ways, mix === 'sheets');
  const reading = median(times.reading);
  const row = (name: string, all: readonly number[], bar: number | undefined): string => {
    const ratio = median(all) / reading;
    const verdict =
      bar === undefined ? '' : `≤ ${bar.toFixed(1)}${ratio > bar ? `, missed by ${(ratio - bar).toFixed(2)}` : ''}`;
    const least = Math.min(...all) / Math.min(...times.reading);
    return `| ${label} | ${count} | ${name} | ${((median(all) / count) * 1000).toFixed(1)} µs | ${ratio.toFixed(2)} | ${least.toFixed(2)} | ${verdict} |`;
  };
  return [
    row('reading and parsing alone', times.reading, undefined),
    row('reading, and writing as many bytes', times.files, undefined),
    ...rows.map(({ name, bar }, i) => row(name, times.runs[i] ?? [], bar)),
    ...(times.again.length > 0 ? [row(`again, nothing changed, ${nameOf(threads)}`, times.again, undefined)] : []),
  ];
};

const comparePages = (timeBatch: TimeBatch): readonly string[] => {
  const count = Math.min(size, 10_000);
  return [0, threads].map((workers) => {
    const times = timeBatch.pages({ count, mix: 'sheets', rounds }, { threads: workers, journal: true, pages: true });
    const ratios = times.writing.map((writing, i) => ((times.with[i] ?? 0) - (times.without[i] ?? 0)) / writing);
    return `| pages against writing the same bytes, ${count} students, ${nameOf(workers)} | ${median(ratios).toFixed(2)} | ≤ 1.5 |`;
  });
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

const notes = `Measured in one process, bundled, each way in turn in every round; medians, and beside them the quickest against the quickest. The base
lists the folder, reads every file as text and parses it; the row after it reads them unparsed and writes as many bytes as the results have,
which is what the files alone cost any program. The run, in: listing, reading with the checks of files that strangers
send, preparing the problem, grading, \`results.ndjson\`, \`grades.csv\`, \`report.html\`, lock and publishing; its threads start anew each time. Out:
starting Node, and pages (they have rows of their own). One round comes before and does not count; in the rows of the largest class there
is one round that counts. Where a disk cannot keep up with what is written, the rows of pages show just that: CHECK_BENCH_FOLDER names
another place.`;

export const run = async (): Promise<string> => {
  const folder = mkdtempSync(join(process.env['CHECK_BENCH_FOLDER'] ?? tmpdir(), 'bench-batch-'));
  try {
    const bundle = await buildBundle('bench');
    const timeBatch = await openTimer(folder, bundle);
    const rows = [
      ...compare(timeBatch, size, 'sheets', 'sheets repeat', rounds),
      ...(largest > size ? compare(timeBatch, largest, 'sheets', 'sheets repeat', 1) : []),
      ...compare(timeBatch, Math.round(size / 10), 'answers', 'answers repeat, sheets hardly', rounds),
      ...compare(timeBatch, size, 'unique', 'every formula unique', rounds),
    ];
    const pages = comparePages(timeBatch);
    const [few, many] = [Math.round(largest / 10), largest];
    const memory = [0, threads].map((workers) => {
      const [small, large] = [peakMemory(folder, few, workers, bundle), peakMemory(folder, many, workers, bundle)];
      return `| peak memory at ${many} against ${few} students, ${nameOf(workers)} (${large.toFixed(0)} MB, ${small.toFixed(0)} MB) | ${(large / small).toFixed(2)} | ≤ 1.5 |`;
    });
    return [
      `| class | students | grading | a student | times reading and parsing | quickest | bar |\n|---|--:|---|--:|--:|--:|--:|\n${rows.join('\n')}`,
      notes,
      `| | ratio | bar |\n|---|--:|--:|\n${[...pages, ...memory].join('\n')}`,
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
