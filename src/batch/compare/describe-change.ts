import { formatPoints } from '../../report/index.js';
import type { AnswerSpec, Extension, LatePolicy, Policy, Precision } from '../../types.js';

const share = (value: number): string => `${formatPoints(100 * value)}\u00a0%`;

const lateWords = (late: LatePolicy): string => {
  switch (late.kind) {
    case 'accept':
      return 'keeps its points';
    case 'refuse':
      return 'is not accepted';
    case 'reduce':
      return `loses ${share(late.perDay)} of its points a day${late.atMost < 1 ? `, at most ${share(late.atMost)}` : ''}`;
  }
};

const extensionWords = (extension: Extension | undefined): string =>
  extension === undefined
    ? 'none'
    : 'until' in extension
      ? `until ${extension.until}`
      : `${formatPoints(extension.seconds / 3600)} h more`;

type PolicyKey = 'attempts' | 'due' | 'extension' | 'late' | 'keep' | 'followThrough';

/** What became different in the policy, as a part of a sentence. */
export const describePolicy = (key: PolicyKey, old: Policy, now: Policy): string => {
  switch (key) {
    case 'attempts':
      return `the policy counts ${now.attempts} ${now.attempts === 1 ? 'attempt' : 'attempts'} instead of ${old.attempts}`;
    case 'due':
      return `the policy says it was due ${now.due ?? 'at no date'} instead of ${old.due ?? 'at no date'}`;
    case 'extension':
      return `the extension for everyone is ${extensionWords(now.extension)} instead of ${extensionWords(old.extension)}`;
    case 'late':
      return `late work ${lateWords(now.late)}, where before it ${lateWords(old.late)}`;
    case 'keep':
      return `the policy keeps the ${now.keep} attempt instead of the ${old.keep}`;
    case 'followThrough':
      return `what follows rightly from a wrong answer earns ${share(now.followThrough)} of its points instead of ${share(old.followThrough)}`;
  }
};

export const describeExtensions = (student: string, was: Extension | undefined, is: Extension | undefined): string =>
  was === undefined
    ? `${student} has an extension (${extensionWords(is)})`
    : is === undefined
      ? `${student} has no extension any more (it was ${extensionWords(was)})`
      : `the extension of ${student} is ${extensionWords(is)} instead of ${extensionWords(was)}`;

export const describeAttempts = (id: string, was: number | undefined, is: number | undefined): string =>
  `${id} allows ${is === undefined ? 'as many attempts as the others' : is === 1 ? '1 attempt' : `${is} attempts`} instead of ${was ?? 'as many as the others'}`;

const precisionWords = ({ decimals, tolerance, relative }: Precision): string => {
  const parts = [
    ...(decimals === undefined ? [] : [`${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`]),
    ...(tolerance === undefined ? [] : [`a tolerance of ${tolerance}`]),
    ...(relative === undefined ? [] : [`a relative tolerance of ${relative}`]),
  ];
  return parts.length === 0 ? 'the exact value' : parts.join(' and ');
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What became different in what a question asks: the name of each aspect, and a part of a sentence. */
export const describeAnswer = (id: string, was: AnswerSpec, is: AnswerSpec): readonly (readonly [string, string])[] => {
  if (was.kind !== is.kind)
    return [['kind', `${id} asks for another kind of answer (${is.kind} instead of ${was.kind})`]];
  const found: (readonly [string, string])[] = [];
  if ('precision' in was && 'precision' in is && !same(was.precision, is.precision))
    found.push([
      'precision',
      `${id} asks for ${precisionWords(is.precision)} instead of ${precisionWords(was.precision)}`,
    ]);
  if ('key' in was && 'key' in is && !same(was.key, is.key)) found.push(['key', `the key of ${id} changed`]);
  if (was.kind === 'formula' && is.kind === 'formula') {
    if (was.formula !== is.formula)
      found.push(['key', `the right formula of ${id} is ${is.formula} instead of ${was.formula}`]);
    if (!same(was.simplified, is.simplified))
      found.push([
        'form',
        is.simplified === undefined
          ? `${id} takes any form of its formula`
          : was.simplified === undefined
            ? `${id} asks for a simple form`
            : `a form of ${id} that is not simple earns another share`,
      ]);
    const { formula: _, simplified: __, ...before } = was;
    const { formula: ___, simplified: ____, ...now } = is;
    if (!same(before, now)) found.push(['symbols', `${id} declares other symbols or identities`]);
  }
  if (was.kind === 'choice' && is.kind === 'choice' && !same(was.options, is.options))
    found.push(['options', `the options of ${id} changed`]);
  return found;
};
