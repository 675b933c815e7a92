import { printLatex } from '../expression/index.js';
import type { QuestionReport, Report } from '../types.js';

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
