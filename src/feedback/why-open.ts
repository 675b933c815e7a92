import type { GradedQuestion, Question, Remark } from '../types.js';
import { english } from './english/index.js';
import { wordRemarks } from './word-facts.js';

const nothing = { hint: false, cause: false, explanation: false, solution: false } as const;

const isReason = ({ code }: Remark): boolean => code !== 'late' && code !== 'attempts-used-up' && code !== 'note';

/** Why an answer is undecided or could not be graded: the first thing that its student is told of it; empty where there is none. */
export const whyOpen = (question: Question, { verdict, earned, remarks }: GradedQuestion): string =>
  wordRemarks(
    remarks.filter(isReason),
    { question, shown: nothing, verdict, earned, isExplained: false, titleOf: (id) => id },
    english,
  ).find((sentence) => sentence !== '') ?? '';
