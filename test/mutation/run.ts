/**
 * Mutation testing of one room: `npx tsx test/mutation/run.ts equivalence [part of a file name …] [--survivors] [--sample 600]`.
 * Stryker makes the mutants; the room's tests run on each in one process that loads them anew, only those that meet it, quickest first.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hashText } from '../../src/equivalence/modular.js';
import { ask, stopWorker } from './ask-worker.js';
import { bundleTest, sourcesIn, testsIn } from './bundle.js';
import { instrument, type Mutant } from './instrument.js';
import type { Observed, Step } from './protocol.js';
import { rooms } from './rooms.js';

type Outcome = Mutant & { readonly status: 'killed' | 'timeout' | 'survived' | 'unmet'; readonly killer?: string };
type TestFile = { readonly file: string; readonly bundle: string; readonly observed: Observed };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { survivors: { type: 'boolean' }, sample: { type: 'string' } },
});
const [name = 'equivalence', ...parts] = positionals;
const room = rooms[name];
if (room === undefined) throw new Error(`There is no room ${name}; there are ${Object.keys(rooms).join(' and ')}.`);

const cache = `node_modules/.cache/mutation/${name}`;
mkdirSync(cache, { recursive: true });
const report = `${cache}/report.json`;

const sources = sourcesIn(room.sources, room.leaveOut);
const { sources: covering, mutants } = await instrument(sources);
const sleeping = new Map(
  [...covering].map(([file, code]) => [file, code.replaceAll(/mutation\.cover\([^)]*\)/g, '0')]),
);

const observe = async (file: string): Promise<TestFile> => {
  const place = `${cache}/${file.replaceAll('/', '-')}`;
  writeFileSync(`${place}.covering.cjs`, await bundleTest(file, covering, name === 'equivalence'));
  writeFileSync(`${place}.cjs`, await bundleTest(file, sleeping, name === 'equivalence'));
  const met = await ask({ kind: 'observe', file, bundle: `${place}.covering.cjs` }, 300_000);
  const timed = await ask({ kind: 'observe', file, bundle: `${place}.cjs` }, 300_000);
  if (met?.kind !== 'observed' || timed?.kind !== 'observed') throw new Error(`${file} did not come to an end.`);
  for (const { name: title, failure } of met.tests)
    if (failure !== undefined)
      console.error(`${file}: “${title}” fails without a mutant (${failure}) and is left out.`);
  const tests = met.tests.map((test, index) => ({ ...test, ms: timed.tests[index]?.ms ?? test.ms }));
  console.error(
    `${file}: ${tests.length} tests, loading ${timed.loading.ms.toFixed()} ms, running ${tests.reduce((a, b) => a + b.ms, 0).toFixed()} ms`,
  );
  return {
    file,
    bundle: `${place}.cjs`,
    observed: { loading: { ms: timed.loading.ms, seen: met.loading.seen }, tests },
  };
};

const files: TestFile[] = [];
for (const file of room.tests.flatMap((path) => testsIn(path, room.without))) files.push(await observe(file));

/** For each mutant the tests that meet it, by file, and the most meetings in one of them. */
const meetings = new Map<number, { readonly byFile: Map<TestFile, Set<number>>; most: number }>();
for (const file of files) {
  const meet = (tests: readonly number[], [mutant, times]: readonly [number, number]): void => {
    const known = meetings.get(mutant) ?? { byFile: new Map<TestFile, Set<number>>(), most: 0 };
    const met = known.byFile.get(file) ?? new Set<number>();
    for (const test of tests) met.add(test);
    known.byFile.set(file, met);
    known.most = Math.max(known.most, times);
    meetings.set(mutant, known);
  };
  const all = file.observed.tests.flatMap((test, index) => (test.failure === undefined ? [index] : []));
  for (const seen of file.observed.loading.seen) meet(all, seen);
  for (const index of all) for (const seen of file.observed.tests[index]?.seen ?? []) meet([index], seen);
}

/** What stays when lines move: the text that is changed, and which of its like in the file it is. */
const keysOf = (some: readonly Mutant[]): ReadonlyMap<number, string> => {
  const counts = new Map<string, number>();
  return new Map(
    some.map(({ id, file, mutator, original, replacement }) => {
      const text = JSON.stringify([file, mutator, original, replacement]);
      const count = counts.get(text) ?? 0;
      counts.set(text, count + 1);
      return [id, `${count} ${text}`];
    }),
  );
};
const keys = keysOf(mutants);
const keyOf = ({ id }: Mutant): string => keys.get(id) ?? '';
const before: readonly Outcome[] = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Outcome[]) : [];
const keysBefore = keysOf(before);
const killers = new Map(before.map((outcome) => [keysBefore.get(outcome.id) ?? '', outcome]));
let lastKiller: string | undefined;

const msOf = (file: TestFile, test: number): number => file.observed.tests[test]?.ms ?? 0;

const stepsFor = (mutant: Mutant): readonly Step[] => {
  const met = meetings.get(mutant.id);
  if (met === undefined) return [];
  const steps = [...met.byFile]
    .map(([file, tests]) => ({
      file,
      tests: [...tests].toSorted((a, b) => msOf(file, a) - msOf(file, b)),
      ms: file.observed.loading.ms + [...tests].reduce((total, test) => total + msOf(file, test), 0),
    }))
    .toSorted((a, b) => a.ms - b.ms)
    .map(({ file, tests }) => ({ file: file.file, bundle: file.bundle, tests, of: file.observed.tests.length }));
  const likely = [killers.get(keyOf(mutant))?.killer, lastKiller].flatMap((killer): readonly Step[] => {
    const file = files.find((one) => killer?.startsWith(`${one.file} `));
    const test = file?.observed.tests.findIndex((one) => killer === `${file.file} ${one.name}`) ?? -1;
    if (file === undefined || test === -1 || met.byFile.get(file)?.has(test) !== true) return [];
    return [{ file: file.file, bundle: file.bundle, tests: [test], of: file.observed.tests.length }];
  });
  return [...likely, ...steps];
};

const tryOne = async (mutant: Mutant): Promise<Outcome> => {
  const steps = stepsFor(mutant);
  if (steps.length === 0) return { ...mutant, status: 'unmet' };
  const limit = 10_000 + 100 * (meetings.get(mutant.id)?.most ?? 0);
  const answer = await ask({ kind: 'try', mutant: mutant.id, limit, steps }, 20_000);
  if (answer?.kind !== 'tried') return { ...mutant, status: 'timeout' };
  if (answer.killer === undefined) return { ...mutant, status: 'survived' };
  lastKiller = answer.killer;
  return { ...mutant, status: 'killed', killer: answer.killer };
};

/** The same mutants whatever else changes: in the order of a hash of what they change. */
const shuffled = (all: readonly Mutant[], count: number): readonly Mutant[] => {
  const places = new Map(all.map((mutant) => [mutant, hashText(keyOf(mutant))]));
  return all.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)).slice(0, count);
};
const isOpen = (mutant: Mutant): boolean => {
  const known = killers.get(keyOf(mutant))?.status;
  return known === undefined || known === 'survived' || known === 'unmet';
};
const inParts = mutants.filter(({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)));
const sampled = options.sample === undefined ? inParts : shuffled(inParts, Number(options.sample));
const chosen = options.survivors === true ? sampled.filter(isOpen) : sampled;

const outcomes = new Map<number, Outcome>();
/** What was not tried this time keeps what is known of it. */
for (const mutant of mutants) {
  const known = killers.get(keyOf(mutant));
  if (known !== undefined) outcomes.set(mutant.id, { ...known, ...mutant });
}
const save = (): void => writeFileSync(report, JSON.stringify([...outcomes.values()], undefined, 1));
const start = performance.now();
let done = 0;
for (const mutant of chosen) {
  outcomes.set(mutant.id, await tryOne(mutant));
  if (++done % 50 === 0) {
    save();
    const tried = chosen.slice(0, done).map(({ id }) => outcomes.get(id)?.status);
    const killed = tried.filter((status) => status === 'killed' || status === 'timeout').length;
    console.error(
      `${done}/${chosen.length}: ${((100 * killed) / done).toFixed(1)} % killed, ${((performance.now() - start) / 1000).toFixed()} s`,
    );
  }
}
save();
stopWorker();

const isKilled = ({ status }: Outcome): boolean => status === 'killed' || status === 'timeout';
const row = (file: string, some: readonly Outcome[]): string => {
  const killed = some.filter(isKilled).length;
  return `| ${file} | ${some.length} | ${killed} | ${some.filter(({ status }) => status === 'unmet').length} | ${((100 * killed) / some.length).toFixed(1)} |`;
};
const all = sampled.flatMap(({ id }) => outcomes.get(id) ?? []);
console.log('| file | mutants | killed | met by no test | % |\n| - | -: | -: | -: | -: |');
for (const file of sources) {
  const some = all.filter((outcome) => outcome.file === file);
  if (some.length > 0) console.log(row(file, some));
}
console.log(row('all', all));
