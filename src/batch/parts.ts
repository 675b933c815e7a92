import { realpathSync, statSync } from 'node:fs';
import { byCodepoint, formatCount, listNames } from '../report/index.js';
import type { Problem } from '../types.js';
import { compareClasses, readClassList } from './class-list.js';
import { refuse, type Refusal } from './disk-fault.js';
import { classListOf, readRunFile, resultsOf, rowsOf, type RunFile } from './run-file.js';

/** One part of a class, graded and reported by itself. */
export type Part = { readonly path: string; readonly run: RunFile & Required<Pick<RunFile, 'part'>> };

/** The parts of one class, all of them and each once, in their order; or why they are not. */
export const readParts = (paths: readonly string[]): readonly [Part, ...Part[]] | Refusal => {
  const parts: Part[] = [];
  for (const path of paths) {
    const part = readPart(path);
    if ('kind' in part) return part;
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (first === undefined)
    return refuse('There is nothing to merge.', 'Give the output folders of check batch … --shard i/n.');
  for (const other of others) {
    const refused = sayHowGradedApart(first, other);
    if (refused !== undefined) return refused;
  }
  const incomplete = sayWhatIsMissing(first.run.part.shard.count, parts);
  if (incomplete !== undefined) return incomplete;
  for (const other of others) {
    const refused = sayWhatDiffers(first, other);
    if (refused !== undefined) return refused;
  }
  const [lowest = first, ...rest] = parts.toSorted((a, b) => a.run.part.shard.index - b.run.part.shard.index);
  return [lowest, ...rest];
};

const readPart = (path: string): Part | Refusal => {
  const fix = 'Give the output folders of check batch … --shard i/n, each after its run has ended.';
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    return refuse(`There is no folder ${path}.`, fix);
  const run = readRunFile(path);
  if (run === undefined) return refuse(`${path} holds no finished part of a class.`, fix);
  if (run.part === undefined) return refuse(`${path} holds a whole class, not one part of it.`, fix);
  const missing = [resultsOf(path), rowsOf(path), classListOf(path)].find(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() !== true,
  );
  if (missing !== undefined)
    return refuse(`${missing} is missing, so that part cannot be merged.`, 'Grade that part again.');
  return { path, run: { ...run, part: run.part } };
};

/** What differs in how two parts were graded: the program, the options, how many parts there are. */
const sayHowGradedApart = (first: Part, other: Part): Refusal | undefined => {
  const again = 'Grade all parts with the same program and the same options.';
  const [a, b] = [first.run, other.run];
  if (a.context.program !== b.context.program)
    return refuse(`${other.path} was graded by another version of this program than ${first.path}.`, again);
  if (a.part.shard.count !== b.part.shard.count)
    return refuse(
      `${other.path} is one of ${formatCount(b.part.shard.count)} parts, ${first.path} one of ${formatCount(a.part.shard.count)}.`,
      'Grade all parts with the same --shard …/n.',
    );
  for (const [name, one, two] of [
    ['--problem', a.context.asked, b.context.asked],
    ['--as-of', a.context.asOf, b.context.asOf],
  ] as const) {
    if (one !== two)
      return refuse(
        `${other.path} was graded ${withOption(name, two)}, ${first.path} ${withOption(name, one)}.`,
        again,
      );
  }
  const ids = [...new Set([...Object.keys(a.offered), ...Object.keys(b.offered)])].sort(byCodepoint);
  const differing = ids.find((id) => a.offered[id] !== b.offered[id]);
  if (differing === undefined) return undefined;
  const message =
    a.offered[differing] === undefined || b.offered[differing] === undefined
      ? `The problem ${differing} was known to ${a.offered[differing] === undefined ? other.path : first.path} only.`
      : `${other.path} was graded with another version of the problem ${differing} than ${first.path}.`;
  return refuse(message, 'Grade all parts with the same problem files.');
};

const withOption = (name: string, value: string | undefined): string =>
  value === undefined ? `without ${name}` : `with ${name} ${value}`;

const sayWhatIsMissing = (count: number, parts: readonly Part[]): Refusal | undefined => {
  const indices = new Set(parts.map(({ run }) => run.part.shard.index));
  for (const index of indices) {
    const same = parts.filter(({ run }) => run.part.shard.index === index).map(({ path }) => path);
    if (same.length < 2) continue;
    const isOne = new Set(same.map((path) => realpathSync(path))).size === 1;
    return refuse(
      isOne
        ? `${same[0] ?? ''} is given ${same.length === 2 ? 'twice' : `${same.length} times`}.`
        : `${listNames(same)} are the same part, ${index} of ${formatCount(count)}.`,
      'Give each part once.',
    );
  }
  if (indices.size === count) return undefined;
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length < 100; index++) if (!indices.has(index)) missing.push(index);
  const are = count - indices.size === 1 ? 'Part' : 'Parts';
  const [lowest = 1] = missing;
  return refuse(
    `${are} ${listNames(missing.map(String))} of ${formatCount(count)} ${are === 'Part' ? 'is' : 'are'} missing.`,
    are === 'Part'
      ? `Grade it with --shard ${lowest}/${count}, and give its folder too.`
      : `Grade them with --shard ${lowest}/${count} and so on, and give their folders too.`,
  );
};

/** Two parts of different classes, or of one class before and after something in it changed. */
const sayWhatDiffers = (first: Part, other: Part): Refusal | undefined => {
  const [a, b] = [first.run.part.class, other.run.part.class];
  if (a.digest === b.digest) return undefined;
  const { onlyFirst, onlySecond, changed } = compareClasses(
    readClassList(classListOf(first.path)),
    readClassList(classListOf(other.path)),
  );
  const parts = [
    ...(onlyFirst.length > 0 ? [`only ${first.path} knows ${listNames(onlyFirst)}`] : []),
    ...(onlySecond.length > 0 ? [`only ${other.path} knows ${listNames(onlySecond)}`] : []),
    ...(changed.length > 0 ? [`different in the two: ${listNames(changed)}`] : []),
  ];
  return refuse(
    `${first.path} and ${other.path} are parts of different classes, or of one that changed in between: ${parts.join('; ')}.`,
    'Grade all parts of the same submissions; what did not change is not graded again.',
  );
};

/** All problems that were answered in any part. */
export const joinProblems = (parts: readonly Part[]): readonly Problem[] =>
  [...new Map(parts.flatMap(({ run }) => run.problems.map((problem) => [problem.id, problem] as const))).values()].sort(
    (a, b) => byCodepoint(a.id, b.id),
  );
