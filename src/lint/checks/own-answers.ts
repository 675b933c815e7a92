import { gradeOne } from '../grade-one.js';
import type { LintCheck } from '../finding.js';
import { rightAnswers } from '../right-answers.js';
import { whyNotRight } from '../why-not-right.js';

/** Every reference, in the spellings students use, must be right by its own question. */
export const checkOwnAnswers: LintCheck = ({ problem, prepared, solution, say }) => {
  for (const [index, question] of problem.questions.entries()) {
    for (const [spelling, answer] of rightAnswers(question, solution)) {
      const graded = gradeOne(prepared, question.id, answer);
      if (graded?.verdict === 'correct') continue;
      const { reason, fix } = whyNotRight(graded);
      say(
        'error',
        'own-answer',
        ['questions', index, question.answer.kind],
        `The right answer, written ${spelling} (${JSON.stringify(answer)}), is graded ${graded?.verdict ?? 'not at all'}. ${reason}`.trim(),
        fix,
      );
      break;
    }
  }
};
