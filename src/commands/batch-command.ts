import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';
import {
  createProgress,
  explainDiskFault,
  hasResults,
  noProgress,
  runBatch,
  threadCost,
  type BatchOutcome,
  type Progress,
} from '../batch/index.js';
import { escapeForTerminal, wrap } from '../feedback/index.js';
import { count, formatCount, FormatProblem } from '../report/index.js';
import { predictionsFor } from './batch-predictions.js';
import { loadProblems, readAsOf, readCommon, readShardOption, readThreads, type Usage } from './batch-request.js';
import { isSwitchedOn, textOption, tryHelp, type Arguments } from './command.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { printProblems } from './input-problems.js';
import type { Io } from './io.js';
import { sayChanges, sayDone, sayNothing } from './batch-summary.js';
import { tellAwaited } from './tell-awaited.js';
import { tellWords, terminalWidth } from './tell-words.js';
import { threadWord } from './thread.js';
import { watchForInterrupts } from './interrupts.js';

/** A thread that takes longer over one submission hangs: honest ones take milliseconds. */
const patience = 20_000;

/** Grades a class and writes its reports. */
export const runBatchCommand = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const [input = ''] = args.positionals;
  if (input === '') return explainUsage({ kind: 'usage', message: 'The name of the folder is empty.' }, io);
  const common = readCommon(args);
  if (common.kind === 'usage') return explainUsage(common, io);
  const shard = readShardOption(args);
  if (shard !== undefined && 'kind' in shard) return explainUsage(shard, io);
  const threads = readThreads(args, availableParallelism());
  if (typeof threads !== 'number') return explainUsage(threads, io);
  const asOf = readAsOf(args);
  if (typeof asOf === 'object') return explainUsage(asOf, io);
  const compare = textOption(args, 'compare');
  if (compare !== undefined && !hasResults(compare)) {
    return explainUsage({ kind: 'usage', message: `There are no reports in ${compare} to compare with.` }, io);
  }
  const loaded = await loadProblems(textOption(args, 'problem'));
  if (loaded.kind === 'invalid') {
    printProblems(loaded.problems, io, io.style);
    return exitCode.notGradable;
  }
  if (input === '-') tellAwaited('a line of JSON for each student', io);
  const interrupts = watchForInterrupts(io);
  const { kind: _, ...shared } = common;
  try {
    const outcome = await runBatch(
      {
        ...shared,
        input,
        problems: loaded.problems,
        asked: loaded.asked,
        shipped: loaded.shipped,
        predictionsFor,
        asOf,
        shard,
        compare,
        journal: args.options['journal'] !== false,
        threads,
        startAfter: threadCost,
        worker: { module: new URL(import.meta.url), argv: [threadWord] },
        reader: new URL('reader.cjs', import.meta.url),
        patience,
      },
      progressFor(args, io),
      interrupts.stopped,
    );
    return conclude(outcome, args, io);
  } catch (cause) {
    return explainFault(cause, common.out, io);
  } finally {
    interrupts.end();
  }
};

export const explainUsage = ({ message }: Usage, io: Io, name: 'batch' | 'merge' = 'batch'): ExitCode => {
  const lines = wrap(escapeForTerminal(`check: ${message}`), io.style.width);
  io.tell(`${lines.join('\n')}\n${tryHelp({ name })}`);
  return exitCode.usage;
};

export const progressFor = (args: Arguments, io: Io): Progress =>
  isSwitchedOn(args, 'quiet')
    ? noProgress
    : createProgress({
        write: io.tell,
        isTerminal: isatty(2) && process.env['TERM'] !== 'dumb',
        // Results may go elsewhere than to this terminal.
        width: () => terminalWidth(io) ?? io.style.width,
        unicode: io.style.unicode,
        now: () => performance.now(),
      });

/** What lies in the output folder now, for whoever opens it. */
const filesFor = (args: Arguments): readonly string[] => [
  'report.html',
  'grades.csv',
  'results.ndjson',
  ...(args.options['pages'] === false ? [] : ['feedback/']),
  ...(textOption(args, 'format') === undefined
    ? []
    : [`files for ${(textOption(args, 'format') ?? '').replaceAll(/[,\s]+/g, ', ')}`]),
];

/** Says what came out, and what the shell is told: 0, or 3 where a file could not be opened or graded for a reason that is not its student's, or 1 where `--fail-on` asks for it. */
export const conclude = (
  outcome: BatchOutcome,
  args: Arguments,
  io: Io,
  command: 'batch' | 'merge' = 'batch',
): ExitCode => {
  switch (outcome.kind) {
    case 'refused':
      tellWords(`check: ${outcome.message}`, io, outcome.fix);
      return exitCode.usage;
    case 'no-input':
      tellWords(`check: ${outcome.message}`, io, outcome.fix);
      return exitCode.notGradable;
    case 'nothing':
      sayNothing(outcome, args.positionals.join(', '), isSwitchedOn(args, 'quiet'), io);
      return exitCode.notGradable;
    case 'interrupted':
      tellWords(
        command === 'merge'
          ? 'Stopped before all parts were put together. The reports are as they were; the same command begins again.'
          : outcome.total === 0
            ? 'Stopped before the end of standard input, so nothing is graded. The reports are as they were.'
            : `Stopped: ${formatCount(outcome.done)} of ${count(outcome.total, 'submission')} are graded and remembered. The reports are as they were; the same command goes on from here.`,
        io,
      );
      return exitCode.interrupted;
    case 'done': {
      if (outcome.compared !== undefined) sayChanges(outcome, io);
      sayDone(outcome, textOption(args, 'out') ?? '', filesFor(args), isSwitchedOn(args, 'quiet'), io);
      const isLeft = outcome.skipped.some(({ kind }) => kind === 'unreadable');
      if (outcome.skipped.some(({ fault }) => fault === true)) return exitCode.notGradable;
      if (textOption(args, 'fail-on') === 'undecided' && (isLeft || outcome.totals.open > 0)) return exitCode.mistakes;
      // A student's broken file is listed; it does not make the run of a class a failure.
      return exitCode.done;
    }
  }
};

export const explainFault = (cause: unknown, out: string, io: Io): ExitCode => {
  if (cause instanceof FormatProblem) return explainUsage({ kind: 'usage', message: cause.message }, io);
  const refusal = explainDiskFault(cause, out);
  if (refusal === undefined) throw cause;
  tellWords(`check: ${refusal.message}`, io, refusal.fix);
  return exitCode.ourFault;
};
