import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadWord } from '../../../src/commands/thread.js';
import { homework } from '../../batch/bundle.js';
import { buildScript } from '../build-script.js';
import { type Mix, writeClass } from '../class.js';
import type { Order, PageTimes, RunTimes, Way } from './order.js';

export type Wanted = { readonly count: number; readonly mix: Mix; readonly rounds: number };

/** Times grading a generated class, each call in a process of its own. */
export type TimeBatch = {
  readonly runs: (wanted: Wanted, ways: readonly Way[], withAgain: boolean) => RunTimes;
  readonly pages: (wanted: Wanted, way: Way) => PageTimes;
};

/** `folder` takes what is written meanwhile; `bundle` is the bin that threads start from, its predictions beside it. */
export const openTimer = async (folder: string, bundle: string): Promise<TimeBatch> => {
  // Beside the bundle, where the packages are found.
  const script = join(dirname(bundle), 'time-batch.mjs');
  await buildScript(new URL('time-batch.ts', import.meta.url), script);
  const problem = join(folder, 'problem.json');
  writeFileSync(problem, JSON.stringify(await homework()));
  const predictions = (part: string): string => join(dirname(bundle), 'predictions', `em-two-gaussians${part}.bin`);
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  const time = (order: Pick<Order, 'kind' | 'ways' | 'withAgain'>, { count, mix, rounds }: Wanted): unknown => {
    writeClass(input, count, mix);
    const whole: Order = {
      ...order,
      input,
      out,
      rounds,
      problem,
      groundwork: join(dirname(bundle), 'groundwork', 'em-two-gaussians.json'),
      singles: predictions(''),
      pairs: predictions('.pairs'),
      worker: { module: pathToFileURL(bundle).href, argv: [threadWord] },
      reader: new URL('reader.cjs', pathToFileURL(bundle)).href,
    };
    const printed = execFileSync(process.execPath, [script, JSON.stringify(whole)], { env, encoding: 'utf8' });
    for (const each of [input, out]) rmSync(each, { recursive: true });
    return JSON.parse(printed);
  };
  return {
    runs: (wanted, ways, withAgain) => time({ kind: 'runs', ways, withAgain }, wanted) as RunTimes,
    pages: (wanted, way) => time({ kind: 'pages', ways: [way], withAgain: false }, wanted) as PageTimes,
  };
};
