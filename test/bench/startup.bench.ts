import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const title = 'Start-up, as a multiple of bare Node';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = (name: string): string => `${root}submissions/em-two-gaussians/${name}.json`;
const rounds = 30;

/** What is started; the first is the unit. */
const starts: readonly (readonly [name: string, args: readonly string[], limit?: number])[] = [
  ['node -e 0', ['-e', '0']],
  ['check answers.json (the homework as recorded, one mistake)', [`${root}dist/check.cjs`, sample('recorded')], 1.5],
  ['check answers.json (all of it right)', [`${root}dist/check.cjs`, sample('latex')], 1.5],
  ['check answers.json (half of it wrong)', [`${root}dist/check.cjs`, sample('half-wrong')]],
  ['check --help', [`${root}dist/check.cjs`, '--help'], 4],
];

const milliseconds = (args: readonly string[]): number => {
  // Certificates that Node would read first triple a bare start and hide everything else.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...env, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = process.hrtime.bigint();
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${stderr.toString()}`);
  return Number(end - begin) / 1e6;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Medians of 30 rounds; in each round everything is started once, so that what slows the machine slows all alike. */
export const run = async (): Promise<string> => {
  for (const [, args] of starts) milliseconds(args);
  const times = starts.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, [, args]] of starts.entries()) times[i]?.push(milliseconds(args));
  }
  const medians = times.map(median);
  const [unit = NaN] = medians;
  const rows = starts.map(([name, , limit], i) => {
    const time = medians[i] ?? NaN;
    return `| ${name} | ${(time / unit).toFixed(2)} | ${limit === undefined ? '' : `≤ ${limit}`} | ${time.toFixed(0)} ms |`;
  });
  return Promise.resolve(['| start | × bare Node | wanted | median |', '|---|---|---|---|', ...rows].join('\n'));
};
