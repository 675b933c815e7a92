import { printLatex } from '../expression/index.js';
import type { GradedQuestion, QuestionReport, Report, ShownProof } from '../types.js';

/**
 * A report as a class keeps it, a line each: the formula as it was read stands in LaTeX, and an explanation, which is the problem's and
 * the same for everyone, is only said to be shown.
 */
export type KeptReport = Omit<Report, 'questions'> & { readonly questions: readonly KeptQuestion[] };
export type KeptQuestion = Omit<QuestionReport, 'read' | 'explanation'> & {
  readonly latex?: string;
  readonly explained?: true;
};

export const keepQuestion = ({ read, explanation, ...question }: QuestionReport): KeptQuestion => ({
  ...question,
  ...(read !== undefined && { latex: printLatex(read) }),
  ...(explanation !== undefined && { explained: true }),
});

/** What a report adds to a graded answer. `said` is the JSON of causes and messages, without braces. */
export type Added = {
  readonly proof: ShownProof;
  readonly said: string;
  readonly refused: boolean;
  readonly latex: string | undefined;
  readonly explained: boolean;
};

/** A kept question as JSON in one line, put together from parts: what `JSON.stringify` makes of `keepQuestion`, for a fraction of the time. */
export const writeKeptQuestion = (
  { id, verdict, earned, possible, answer, fingerprint }: GradedQuestion,
  { proof, said, refused, latex, explained }: Added,
): string => {
  const late = refused ? ',"refused":true' : '';
  const own = answer === undefined ? '' : `,"answer":${JSON.stringify(answer)}`;
  const key = fingerprint === undefined ? '' : `,"fingerprint":${JSON.stringify(fingerprint)}`;
  const formula = latex === undefined ? '' : `,"latex":${JSON.stringify(latex)}`;
  const head = `{"id":${JSON.stringify(id)},"verdict":"${verdict}","earned":${earned},"possible":${possible}`;
  return `${head},"proof":${JSON.stringify(proof)},${said}${late}${own}${key}${formula}${explained ? ',"explained":true' : ''}}`;
};

/** The JSON of what is said of an answer, without braces. */
export const writeSaid = ({ causes, messages }: Pick<QuestionReport, 'causes' | 'messages'>): string =>
  `"causes":${JSON.stringify(causes)},"messages":${JSON.stringify(messages)}`;
