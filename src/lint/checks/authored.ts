import { gradeOne } from '../grade-one.js';
import type { LintCheck } from '../finding.js';

/** A misconception of the author's that predicts a right answer would blame those who are right. */
export const checkAuthored: LintCheck = ({ problem, prepared, say }) => {
  for (const [index, { id, predicts }] of (problem.misconceptions ?? []).entries()) {
    for (const [question, answer] of Object.entries(predicts)) {
      const graded = gradeOne(prepared, question, answer);
      const path = ['misconceptions', index, 'predicts', question];
      if (graded?.verdict === 'correct') {
        say(
          'warning',
          'predicts-right',
          path,
          `“${id}” predicts ${JSON.stringify(answer)} for ${question}, which is right at the precision asked.`,
          'Ask for more decimals, or take the prediction out.',
        );
      } else if (graded?.verdict === 'ungradable' || graded?.verdict === 'blank') {
        say(
          'error',
          'prediction',
          path,
          `“${id}” predicts ${JSON.stringify(answer)} for ${question}, which is no answer to it.`,
          'Write it as a student would.',
        );
      }
    }
  }
};
