/** The causes of what is wrong in a submission. */

import type { PreparedProblem } from '../grading/index.js';
import type { Cause, Diagnosis, GradedQuestion, GradedSubmission, Problem } from '../types.js';
import { diagnoseFormulas, type FormulaDiagnosis } from './diagnose-formulas.js';
import { diagnoseNumbers } from './diagnose-numbers.js';
import { evidenceIn } from './evidence.js';
import { mergeCauses } from './merge.js';
import type { PairPredictions, Predictions } from './prediction.js';

const wrongVerdicts: readonly string[] = ['incorrect', 'partial', 'ungradable'];

/** Diagnoses one submission after the other. */
export type Diagnoser = (graded: GradedSubmission) => Diagnosis;

/**
 * Explains the wrong answers of a graded submission, jointly over all its answers: right ones rule causes out. Nothing is said of a right
 * answer; a wrong one that nothing explains is listed as such. `pairs` gives the predictions of two mistakes at once, and is
 * called only when no single one explains an answer; without it, two mistakes in one answer stay unexplained.
 */
export const diagnose = (
  prepared: Pick<PreparedProblem, 'problem'>,
  predictions: Predictions,
  graded: GradedSubmission,
  pairs: () => PairPredictions | undefined = () => undefined,
): Diagnosis => createDiagnoser(prepared, predictions, pairs)(graded);

/**
 * The same for many submissions: a wrong formula, or a set of numbers and choices, that comes again is looked up. What comes out does
 * not depend on what came before.
 */
export const createDiagnoser = (
  { problem }: Pick<PreparedProblem, 'problem'>,
  predictions: Predictions,
  pairs: () => PairPredictions | undefined = () => undefined,
): Diagnoser => {
  const formulasKnown = createMemory<readonly FormulaDiagnosis[]>();
  const numbersKnown = createMemory<readonly Cause[]>();
  const isFormula = formulaQuestions(problem);
  return (graded) => {
    const formulas = graded.questions
      .filter(({ id }) => isFormula.has(id))
      .flatMap((question) =>
        formulasKnown(keyOf(question), () => diagnoseFormulas(problem, predictions, [question], pairs)),
      );
    const suspected = formulas.flatMap(({ cause }) => cause?.ids ?? []);
    const others = graded.questions.filter(({ id }) => !isFormula.has(id));
    const numbers = numbersKnown([...others.map(keyOf), ...suspected].join('\n'), () =>
      diagnoseNumbers(
        problem,
        predictions.numbers,
        evidenceIn(problem, predictions.numbers, graded.questions),
        suspected,
        () => pairs()?.numbers,
      ),
    );
    return assemble(graded, formulas, numbers);
  };
};

const assemble = (
  { questions }: GradedSubmission,
  formulas: readonly FormulaDiagnosis[],
  numbers: readonly Cause[],
): Diagnosis => {
  const wrong = questions.filter(
    ({ verdict, values, read }) =>
      wrongVerdicts.includes(verdict) && (verdict !== 'ungradable' || values !== undefined || read !== undefined),
  );
  const causes = mergeCauses(
    numbers,
    formulas.flatMap(({ cause }) => cause ?? []),
    wrong.map(({ id }) => id),
  );
  return {
    causes,
    questions: Object.fromEntries(
      wrong.map(({ id }) => [
        id,
        { causes: placesOf(causes, id), facts: formulas.find(({ question }) => question === id)?.facts ?? [] },
      ]),
    ),
    unexplained: wrong.map(({ id }) => id).filter((id) => placesOf(causes, id).length === 0),
  };
};

const placesOf = (causes: readonly Cause[], question: string): readonly number[] =>
  causes.flatMap(({ explains }, place) => (explains.includes(question) ? [place] : []));

const formulaQuestions = (problem: Problem): ReadonlySet<string> =>
  new Set(problem.questions.filter(({ answer }) => answer.kind === 'formula').map(({ id }) => id));

/** All of a graded answer that its diagnosis can depend on; what was read from it follows from it. */
const keyOf = ({ id, verdict, answer }: GradedQuestion): string =>
  `${id} ${verdict} ${answer === undefined ? '' : JSON.stringify(answer)}`;

const mostRemembered = 5000;

const createMemory = <T>(): ((key: string, make: () => T) => T) => {
  const kept = new Map<string, { readonly made: T }>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known.made;
    const made = make();
    if (kept.size >= mostRemembered) kept.clear();
    kept.set(key, { made });
    return made;
  };
};
