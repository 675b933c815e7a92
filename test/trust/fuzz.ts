/**
 * `npm run fuzz [seconds] [seed]`: all claims over and over, each round with the next seed, until the time is up. A child process does the work:
 * one that hangs or runs out of memory is known by the input it was given last. Ends with 1 where something was found.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { claims } from './claims.js';
import { fuzzRound, type Message } from './fuzz-round.js';

/** An input that takes longer is reported as a hang; a second is allowed. */
const patience = 20_000;
/** What a child may take to begin, on a busy machine; its inputs are counted from then. */
const startUp = 120_000;

const [, , secondsText = '120', seedText = String(Date.now() % 1_000_000), role] = process.argv;
const [seconds, seed] = [Number(secondsText), Number(seedText)];

type Worst = { readonly figure: number; readonly input: string; readonly claim: string };
const nobody: Worst = { figure: 0, input: '', claim: '' };

const short = (text: string): string =>
  text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text;

const watch = async (): Promise<number> => {
  const counts = new Map<string, number>();
  const found: string[] = [];
  let [slowest, largest] = [nobody, nobody];
  let [current, since, round] = [nobody, 0, seed];
  const until = Date.now() + seconds * 1000;
  let child = start(round);
  const report = (what: string): void => {
    found.push(what);
    process.stdout.write(`\nFOUND ${what}\n`);
  };
  function start(first: number): ReturnType<typeof fork> {
    [current, since, round] = [nobody, Date.now() + startUp, first];
    const started = fork(fileURLToPath(import.meta.url), [secondsText, String(first), 'works'], {
      execArgv: [...process.execArgv, '--max-old-space-size=384'],
    });
    started.on('message', (message: Message) => {
      since = Date.now();
      if (message.kind === 'round') round = message.seed;
      else if (message.kind === 'input') current = { figure: 0, input: message.input, claim: message.claim };
      else if (message.kind === 'done') {
        counts.set(current.claim, (counts.get(current.claim) ?? 0) + 1);
        if (message.milliseconds > slowest.figure) slowest = { ...current, figure: message.milliseconds };
        if (message.megabytes > largest.figure) largest = { ...current, figure: message.megabytes };
      } else report(`${message.claim}\n  seed ${round}\n  input ${short(message.input)}\n  ${message.problem}`);
    });
    return started;
  }
  while (Date.now() < until) {
    await new Promise((resolve) => void setTimeout(resolve, 500));
    const gone = child.exitCode !== null || child.signalCode !== null;
    if (!gone && Date.now() - since < patience) continue;
    report(
      `${gone ? `the process ended (${child.signalCode ?? child.exitCode})` : `no answer within ${patience / 1000} s`}: ${current.claim}\n  seed ${round}\n  input ${short(current.input)}`,
    );
    child.kill('SIGKILL');
    child = start(round + 1);
  }
  child.kill('SIGKILL');
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const lines = [
    `${total} inputs, seeds ${seed} to ${round}, ${found.length === 0 ? 'nothing found' : `${found.length} found`}.`,
    `Slowest: ${Math.round(slowest.figure)} ms (${slowest.claim}): ${short(slowest.input)}`,
    `Largest rise of the process's memory: ${Math.round(largest.figure)} MB (${largest.claim}): ${short(largest.input)}`,
    `Again, from the same seed: npm run fuzz ${seconds} ${seed}`,
    ...claims.map(({ title }) => `  ${String(counts.get(title) ?? 0).padStart(7)}  ${title}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return found.length === 0 ? 0 : 1;
};

if (role === 'works') {
  for (let round = seed; ; round += 1) await fuzzRound(round, (message) => void process.send?.(message));
} else process.exitCode = await watch();
