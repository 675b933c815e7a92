import { readShard, type Shard } from '../batch/index.js';
import { isInstant } from '../dates/index.js';
import { loadProblem, shippedProblems } from '../problem/load.js';
import { FormatProblem, formatNames, formats, readRoster, type FormatName, type Roster } from '../report/index.js';
import { decode } from '../submission/index.js';
import { readAnswersFile } from '../submission/load.js';
import type { InputProblem, Problem } from '../types.js';
import { textOption, type Arguments } from './command.js';

/** What was typed wrongly, in words. */
export type Usage = { readonly kind: 'usage'; readonly message: string };

/** What batch and merge have in common. */
export type Common = {
  readonly kind: 'common';
  readonly out: string;
  readonly formats: readonly FormatName[];
  readonly roster: Roster | undefined;
  readonly pages: boolean;
};

const usage = (message: string): Usage => ({ kind: 'usage', message });

/** Reads the options that both commands take. */
export const readCommon = (args: Arguments): Common | Usage => {
  const out = textOption(args, 'out');
  if (out === undefined || out === '') return usage('Where shall the reports go? Give --out <folder>.');
  const format = textOption(args, 'format');
  const names = (format ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (format !== undefined && names.length === 0) return usage(`--format takes names of formats, not “${format}”.`);
  const unknown = names.find((name) => !(formatNames as readonly string[]).includes(name));
  if (unknown !== undefined) return usage(`There is no format “${unknown}”. There are ${formatNames.join(', ')}.`);
  const wanted = formatNames.filter((name) => names.includes(name));
  const roster = readRosterFile(textOption(args, 'roster'));
  if (roster !== undefined && 'kind' in roster) return roster;
  const refused = firstRefusal(wanted, roster);
  return refused === undefined
    ? { kind: 'common', out, formats: wanted, roster, pages: args.options['pages'] !== false }
    : usage(refused);
};

/** Bytes: more than a hundred thousand students need. */
const largestRoster = 64 * 2 ** 20;

const readRosterFile = (path: string | undefined): Roster | Usage | undefined => {
  if (path === undefined) return undefined;
  const file = readAnswersFile(path, 'follow', largestRoster);
  if (file.kind === 'refused') {
    const { code, message, fix } = file.problem;
    return usage(
      code === 'missing' ? `The roster ${path} does not exist.` : `The roster ${path}: ${message} ${fix ?? ''}`,
    );
  }
  const decoded = decode(file.bytes);
  if (decoded.kind === 'undecodable')
    return usage(`The roster ${path}: ${decoded.problem.message} ${decoded.problem.fix ?? ''}`);
  const roster = readRoster(decoded.text);
  return 'problem' in roster ? usage(`The roster ${path}: ${roster.problem}`) : roster;
};

/** A format that cannot do with the roster should say so before an hour of grading, not after. */
const firstRefusal = (names: readonly FormatName[], roster: Roster | undefined): string | undefined => {
  for (const name of names) {
    const format = formats[name];
    if (format.kind !== 'class') continue;
    try {
      format.start({ problems: [], roster, remark: () => undefined, claimed: new Map() });
    } catch (cause) {
      if (cause instanceof FormatProblem) return cause.message;
      throw cause;
    }
  }
  return undefined;
};

export type Problems =
  | {
      readonly kind: 'problems';
      readonly problems: readonly Problem[];
      readonly asked: string | undefined;
      readonly shipped: boolean;
    }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

/** The problem asked for, or all that ship: those a submission may name. */
export const loadProblems = async (asked: string | undefined): Promise<Problems> => {
  const problems: Problem[] = [];
  for (const id of asked === undefined ? shippedProblems() : [asked]) {
    const loaded = await loadProblem(id);
    if (loaded.kind === 'invalid') return loaded;
    problems.push(loaded.problem);
  }
  return {
    kind: 'problems',
    problems,
    asked: asked === undefined ? undefined : problems[0]?.id,
    shipped: asked === undefined || shippedProblems().includes(asked),
  };
};

export const readShardOption = (args: Arguments): Shard | undefined | Usage => {
  const text = textOption(args, 'shard');
  if (text === undefined) return undefined;
  return readShard(text) ?? usage(`--shard takes a part and how many there are, such as 2/5, not “${text}”.`);
};

const mostThreads = 64;

export const readThreads = (args: Arguments, processors: number): number | Usage => {
  const text = textOption(args, 'workers');
  if (text === undefined) return Math.max(1, Math.min(processors, 8));
  const threads = Number(text);
  return /^\d+$/.test(text) && threads <= mostThreads
    ? threads
    : usage(`--workers takes a number from 0 to ${mostThreads}, not “${text}”.`);
};

export const readAsOf = (args: Arguments): string | undefined | Usage => {
  const text = textOption(args, 'as-of');
  if (text === undefined || isInstant(text)) return text;
  return usage(`--as-of takes a date and time with a zone, such as 2016-08-18T12:00:00Z, not “${text}”.`);
};
