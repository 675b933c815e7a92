import { predictEnds, type Predictions } from '../diagnosis/index.js';
import { familyOf, numericMisconceptions } from '../misconceptions/index.js';
import type { Precision, Problem } from '../types.js';

/** Which mistakes the numbers of a problem show, and which they tell from one another, at the digits that are asked. */
export type Telling = {
  /** Mistakes whose answers are all right: nobody can see them here. */
  readonly invisible: readonly string[];
  /** Mistakes that give the same answers to every question, where they deserve different feedback. */
  readonly alike: readonly (readonly string[])[];
  readonly visible: number;
  /** Share of all mistakes that show and that no other kind of mistake imitates. */
  readonly share: number;
};

/** Solves the problem's model once for every known mistake and compares what they hand in. */
export const tellApart = (problem: Problem): Telling => {
  const numbers = predictEnds(problem);
  const bySignature = new Map<string, string[]>();
  const invisible: string[] = [];
  for (const [h, hypothesis] of numbers.hypotheses.entries()) {
    if (h === 0) continue;
    if (!isAskedFor(hypothesis.id, problem)) continue;
    const signature = signatureOf(h, numbers, problem);
    if (signature === undefined) invisible.push(hypothesis.id);
    else bySignature.set(signature, [...(bySignature.get(signature) ?? []), hypothesis.id]);
  }
  const groups = [...bySignature.values()];
  const alike = groups.filter((ids) => new Set(ids.map(familyOf)).size > 1);
  const visible = groups.flat().length;
  const all = visible + invisible.length;
  return { invisible, alike, visible, share: all === 0 ? 1 : (visible - alike.flat().length) / all };
};

/** Mistakes in a step whose result no question asks for are not the numbers' to show. */
const isAskedFor = (id: string, { questions }: Problem): boolean => {
  const step = numericMisconceptions().find((misconception) => misconception.id === id)?.step;
  const asks = (wanted: (answer: Problem['questions'][number]['answer']) => boolean): boolean =>
    questions.some(({ answer }) => wanted(answer));
  if (step === 'choice') return asks(({ kind }) => kind === 'choice');
  if (step === 'assignments') return asks(({ kind }) => kind === 'assignments');
  if (step === 'log-likelihood')
    return asks((answer) => 'key' in answer && 'from' in answer.key && answer.key.from === 'log-likelihood');
  return true;
};

/** What a mistake hands in, as a text that two mistakes share when no answer tells them apart; nothing when all of it is right. */
const signatureOf = (hypothesis: number, { columns }: Predictions['numbers'], problem: Problem): string | undefined => {
  let isRight = true;
  const parts = columns.map((column) => {
    const place = column.answers[hypothesis] ?? -1;
    const outcome = column.outcomes[place];
    if (outcome === undefined) return '';
    if (Array.from(column.right).includes(place)) return 'right';
    isRight = false;
    const answer = problem.questions.find(({ id }) => id === column.question)?.answer;
    const precision = answer !== undefined && 'precision' in answer ? answer.precision : {};
    return outcome.map((entry) => (typeof entry === 'number' ? rounded(entry, precision) : entry)).join(' ');
  });
  return isRight ? undefined : parts.join('|');
};

const rounded = (value: number, { decimals, tolerance }: Precision): string => {
  if (decimals !== undefined) return value.toFixed(decimals);
  return tolerance === undefined || tolerance === 0
    ? value.toPrecision(9)
    : (Math.round(value / tolerance) * tolerance).toPrecision(9);
};
