import type { GradedQuestion, Remark } from '../types.js';

/** Why a reference is not right by its own question, in the author's terms, and what to change in the file. */
type Reason = { readonly reason: string; readonly fix: string };

/** From the first remark that tells; without one, all that is left to say is where to look. */
export const whyNotRight = (graded: GradedQuestion | undefined): Reason => {
  for (const remark of graded?.remarks ?? []) {
    const reason = reasonIn(remark);
    if (reason !== undefined) return reason;
  }
  return { reason: '', fix: 'Check the symbols, the form asked for and the precision.' };
};

const reasonIn = (remark: Remark): Reason | undefined => {
  switch (remark.code) {
    case 'not-simplified':
      return {
        reason: `“${remark.replace}” in it can be written “${remark.by}”, and the question asks for the form without needless terms.`,
        fix: 'Simplify the formula, or take form out.',
      };
    case 'unreadable':
      return { reason: `It cannot be read: ${remark.problem.message}`, fix: remark.problem.fix };
    case 'witness':
      return {
        reason: 'So written, it is read as another formula.',
        fix: 'Rename symbols that can be taken for one another.',
      };
    case 'undecided':
      return {
        reason: `It cannot be told: ${remark.reason}.`,
        fix: 'Write the formula in a simpler way, or narrow the domains.',
      };
    default:
      return undefined;
  }
};
