import { causeFinder, gradeOne } from '../grade-one.js';
import type { LintCheck } from '../finding.js';

/** Examples in the file come out as they say. */
export const checkExamples: LintCheck = ({ problem, prepared, say }) => {
  const causesOf = causeFinder(prepared);
  for (const [index, { id, examples = [] }] of problem.questions.entries()) {
    for (const [number, { answer, verdict, cause }] of examples.entries()) {
      const path = ['questions', index, 'examples', number];
      const shown = JSON.stringify(answer);
      const graded = gradeOne(prepared, id, answer);
      if (graded?.verdict !== verdict) {
        say(
          'error',
          'example',
          [...path, 'verdict'],
          `The example ${shown} should be ${verdict}, but is ${graded?.verdict ?? 'not graded'}.`,
          'Correct the example, or the question.',
        );
      } else if (cause !== undefined) {
        const found = causesOf(id, answer);
        if (found.includes(cause)) continue;
        const instead = found.length === 0 ? 'no mistake is named' : `${found.join(', ')} is named`;
        say(
          'error',
          'example',
          [...path, 'cause'],
          `The example ${shown} should show ${cause}, but ${instead}.`,
          'Correct the example, or ask for more digits, so that the mistake can be told.',
        );
      }
    }
  }
};
