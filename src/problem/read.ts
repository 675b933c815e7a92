import type { InputProblem, Problem } from '../types.js';
import { inOrder } from './checks/check.js';
import { checkProblem } from './checks/index.js';
import { readData, type ReadBeside } from './data-file.js';
import { fillIn } from './fill-in.js';
import { readSource } from './source.js';
import { whatDependsOnTheData, withStandIns } from './stand-ins.js';
import type { SurfaceProblem } from './surface.js';
import { translate } from './translate.js';
import { fitsSchema, validateSource } from './validate.js';

export type ProblemReading =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly warnings: readonly InputProblem[] }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

/**
 * Reads a problem file. What is wrong with it comes as a list, each with line and column: all syntax errors, else everything the
 * schema does not allow, together with everything else that makes no sense (a variance of zero, a formula that does not parse, …).
 * Texts get the numbers of the model, except where each student has their own.
 * `readBeside` gives the text of a data file in the same folder; without it, a problem that needs one is invalid.
 */
export const readProblem = async (text: string, file: string, readBeside?: ReadBeside): Promise<ProblemReading> => {
  const inFile = (problems: readonly InputProblem[]): readonly InputProblem[] =>
    problems.map((problem) => ({ file, ...problem }));
  const reading = await readSource(text);
  if (reading.kind === 'invalid') return { kind: 'invalid', problems: inFile(reading.problems) };
  const { source } = reading;
  const { problems: misfits, places } = await validateSource(source);
  const { value, unknown } = misfits.length === 0 ? { ...source, unknown: [] } : withStandIns(source.value, places);
  if (misfits.length > 0 && !(await fitsSchema(value))) return { kind: 'invalid', problems: inFile(misfits) };
  const surface = value as SurfaceProblem;
  const data = readData(surface.model, source, readBeside, file.replace(/[^/\\]*$/, ''));
  const problem = translate(surface, data.values);
  const { errors, warnings } = checkProblem(problem, surface, { ...source, placeOf: data.placeOf }, [
    ...unknown,
    ...(data.problems.length === 0 ? [] : whatDependsOnTheData),
  ]);
  const problems = inOrder([...misfits, ...data.problems, ...errors]);
  return problems.length > 0
    ? { kind: 'invalid', problems: inFile(problems) }
    : {
        kind: 'problem',
        problem: problem.variants === undefined ? fillIn(problem) : problem,
        warnings: inFile(warnings),
      };
};
