import { solve, type Solution } from '../../src/em/index.js';
import type { OpinionRunner } from '../../src/equivalence/index.js';
import { prepareProblem } from '../../src/grading/index.js';
import type { LintCheck } from '../../src/lint/finding.js';
import { readProblem } from '../../src/problem/index.js';
import type { Problem } from '../../src/types.js';

export const read = async (text: string): Promise<Problem> => {
  const reading = await readProblem(text, 'problem.yaml');
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.problems));
  return reading.problem;
};

/** What one check says of a problem: level, code and words, a line each. */
export const lintWith = async (
  check: LintCheck,
  text: string,
  askOthers?: OpinionRunner,
  solutionOf: (problem: Problem) => Solution = ({ model }) => solve(model),
): Promise<readonly string[]> => {
  const problem = await read(text);
  const said: string[] = [];
  await check({
    problem,
    prepared: prepareProblem(problem),
    solution: solutionOf(problem),
    askOthers,
    say: (level, code, path, message) => said.push(`${level} ${code} ${path.join('.')}: ${message}`),
  });
  return said;
};
