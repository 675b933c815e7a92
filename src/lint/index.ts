/** Whether a problem is sound before students see it. */
import { solve } from '../em/index.js';
import type { OpinionRunner } from '../equivalence/index.js';
import { prepareProblem } from '../grading/index.js';
import type { Problem } from '../types.js';
import { undrawn } from '../variants/index.js';
import { checkAuthored } from './checks/authored.js';
import { checkConditioning } from './checks/conditioning.js';
import { checkEdges } from './checks/edges.js';
import { checkExamples } from './checks/examples.js';
import { checkMaximisers } from './checks/maximiser.js';
import { checkNumbersInManyDigits } from './checks/many-digits.js';
import { checkOwnAnswers } from './checks/own-answers.js';
import { checkPointsAddUp } from './checks/points.js';
import { checkSecondOpinion } from './checks/second-opinion.js';
import { checkTelling } from './checks/telling.js';
import { checkVariants } from './checks/variants.js';
import type { Finding, LintCheck } from './finding.js';

export type { Finding, Level } from './finding.js';

/** One file a check; a new check is one more line here. */
const checks: readonly LintCheck[] = [
  checkMaximisers,
  checkNumbersInManyDigits,
  checkSecondOpinion,
  checkOwnAnswers,
  checkExamples,
  checkAuthored,
  checkPointsAddUp,
  checkEdges,
  checkConditioning,
  checkTelling,
  checkVariants,
];

/**
 * Tries out a problem that the reader has approved: its references against the solver and second opinions, its own answers against
 * its own questions, its numbers against every known mistake. Takes seconds; the same problem gives the same findings. Other libraries are asked
 * about its formulas only where the caller brings a runner that can stop them.
 */
export const lintProblem = async (problem: Problem, askOthers?: OpinionRunner): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const own = undrawn(problem);
  const prepared = prepareProblem(own);
  const solution = solve(own.model);
  for (const check of checks) {
    await check({
      problem: check === checkVariants ? problem : own,
      prepared,
      solution,
      askOthers,
      say: (level, code, path, message, fix) => {
        const question = path[0] === 'questions' ? problem.questions[Number(path[1])]?.id : undefined;
        findings.push({
          level,
          code,
          path,
          message,
          ...(question === undefined ? {} : { question }),
          ...(fix === undefined ? {} : { fix }),
        });
      },
    });
  }
  return findings;
};
