import type { Cause, Problem } from '../types.js';
import type { CauseWording, Wording } from './wording.js';

/** Between the ids of two mistakes that were made together. */
const joint = '+';
/** More alternatives than this help nobody. */
export const mostAlternatives = 3;

/** What a cause says: its mistakes in words (alternatives that give the same answers), and one hint. */
export type CauseDescription = {
  readonly mistakes: readonly string[];
  /** Whether more alternatives come into question than are told. */
  readonly more: boolean;
  readonly hint?: string;
  readonly remedy?: string;
};

/** Words for a cause. Where several mistakes give the same answers: their family's, else each one's. */
export const describeCause = (
  cause: Pick<Cause, 'ids' | 'family'>,
  problem: Problem,
  wording: Wording,
): CauseDescription => {
  const family = cause.ids.length > 1 && cause.family !== undefined ? wording.family(cause.family) : undefined;
  const texts = family === undefined ? cause.ids.map((id) => wordsFor(id, problem, wording)) : [family];
  const all = [...new Set(texts.map(({ mistake }) => mistake))];
  const mistakes = all.slice(0, mostAlternatives);
  const [first, ...others] = texts;
  const hint = first?.hint;
  const isShared = others.every(({ remedy }) => remedy === first?.remedy);
  return {
    mistakes,
    more: all.length > mistakes.length,
    ...(hint !== undefined && hint !== '' ? { hint } : {}),
    ...(first?.remedy !== undefined && isShared ? { remedy: first.remedy } : {}),
  };
};

/** The words for one id: built in, named by the author, or two of these together. */
const wordsFor = (id: string, problem: Problem, wording: Wording): CauseWording => {
  const authored = problem.misconceptions?.find((misconception) => misconception.id === id);
  if (authored !== undefined) return { mistake: authored.message, hint: authored.hint ?? '' };
  const known = wording.cause(id);
  if (known !== undefined) return known;
  const parts = id.split(joint);
  if (parts.length < 2) return { mistake: id.replaceAll('-', ' '), hint: '' };
  const each = parts.map((part) => wordsFor(part, problem, wording));
  return { mistake: wording.together(each.map(({ mistake, partly }) => partly ?? mistake)), hint: each[0]?.hint ?? '' };
};

/** The cause as a sentence: plainly where it is certain, else as a possibility. */
export const sentenceFor = (description: CauseDescription, certain: boolean, wording: Wording): string => {
  const [only] = description.mistakes;
  if (!certain) return wording.possibly(description.mistakes);
  return only !== undefined && description.mistakes.length === 1
    ? wording.certainly(only)
    : wording.oneOf(description.mistakes, description.more);
};
