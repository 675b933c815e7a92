import { predictionsFormat } from '../diagnosis/index.js';
import { prepareProblem } from '../grading/index.js';
import { loadProblem } from '../problem/load.js';
import type { InputProblem, Problem } from '../types.js';
import { gradeAgainst, misfits } from './grade-against.js';
import { gradeTaken } from './grade-shipped.js';
import type { Grading, GradingOptions } from './grading.js';
import { computedPredictions } from './predictions.js';
import { remembered } from './remembered.js';
import { notGradable, takeSubmission } from './take-submission.js';

/**
 * One answers file, from its bytes to its report: against a problem that ships, or one from a problem file, or the student's own variant of one. `announce` is called
 * before work that takes seconds, and is done only once.
 */
export const gradeFile = async (
  file: string,
  options: GradingOptions,
  announce: () => void = () => undefined,
): Promise<Grading> => {
  const taken = takeSubmission(file, options);
  if (taken.kind !== 'taken') return taken;
  const atOnce = gradeTaken(taken, options);
  if (atOnce !== undefined) return atOnce;
  const loaded = await loadProblem(taken.problem);
  if (loaded.kind === 'invalid') return notGradable(taken.name, loaded.problems);
  const { problem } = loaded;
  const findings = misfits(problem, taken, options);
  if (findings.length > 0) return notGradable(taken.name, findings);
  const { student } = taken.submission;
  if (problem.variants !== undefined && student === undefined) return notGradable(taken.name, [nobody(taken.name)]);
  const own = problem.variants === undefined ? problem : await drawnFor(student ?? '', problem);
  const prepared = prepareProblem(own);
  return gradeAgainst(prepared, taken, computedPredictions(prepared, announce), options);
};

/** Their numbers follow from who they are. Which draw they are takes long to find out where mistakes must be told apart, so it is remembered. */
const drawnFor = async (student: string, problem: Problem): Promise<Problem> => {
  const { drawVariant, redrawVariant } = await import('../variants/index.js');
  let drawn: Problem | undefined;
  const draw = remembered(`draw-${predictionsFormat}`, [problem, student], () => {
    const found = drawVariant(problem, student);
    drawn = found.problem;
    return found.draw;
  });
  return drawn ?? redrawVariant(problem, student, draw);
};

const nobody = (file: string): InputProblem => ({
  code: 'no-student',
  file,
  message: 'The numbers of this problem are drawn for each student, and the file does not say whose answers it holds.',
  fix: 'Add "student": "…", as it was when you got your numbers.',
});
