/** The causes of what is wrong in a submission. */

import type { PreparedProblem } from '../grading/index.js';
import { createMemory, createNumbering, type Memory, once } from '../memory/index.js';
import type { Cause, Diagnosis, GradedQuestion, GradedSubmission } from '../types.js';
import { createFormulaDiagnoser, type FormulaDiagnoser, type FormulaDiagnosis } from './diagnose-formulas.js';
import { createNumberDiagnoser } from './diagnose-numbers.js';
import { createEvidenceReader, isOnlyIncomplete } from './evidence.js';
import { mergeCauses } from './merge.js';
import type { PairPredictions, Predictions } from './prediction.js';

const wrongVerdicts: readonly string[] = ['incorrect', 'partial', 'ungradable'];

/** Whether there is something to explain: not in what is right as far as it goes. */
const isWrong = (answer: GradedQuestion): boolean =>
  wrongVerdicts.includes(answer.verdict) && !isOnlyIncomplete(answer);

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
 * The same for many submissions: a wrong formula, or a set of numbers and choices, that comes again is looked up. Answers are known
 * again by identity, as grading gives the same graded answer for the same answer. What comes out does not depend on what came before.
 */
export const createDiagnoser = (
  { problem }: Pick<PreparedProblem, 'problem'>,
  predictions: Predictions,
  pairs: () => PairPredictions | undefined = () => undefined,
): Diagnoser => {
  const formulaDiagnosers = new Map(
    problem.questions.flatMap(({ id, answer }) =>
      answer.kind === 'formula' ? [[id, createFormulaDiagnoser(id, answer, problem, predictions, pairs)]] : [],
    ),
  );
  const formulasKnown = new WeakMap<GradedQuestion, readonly FormulaDiagnosis[]>();
  const diagnoseFormula = (answer: GradedQuestion, diagnoser: FormulaDiagnoser): readonly FormulaDiagnosis[] => {
    const known = formulasKnown.get(answer);
    if (known !== undefined) return known;
    const found = diagnoser(answer);
    const made = found === undefined ? [] : [found];
    formulasKnown.set(answer, made);
    return made;
  };
  const diagnoseNumbers = once(() => createNumberDiagnoser(problem, predictions.numbers));
  const evidenceIn = once(() => createEvidenceReader(problem, predictions.numbers));
  const numbersKnown: Memory<string, readonly Cause[]> = createMemory(mostRemembered);
  const numberOf = createNumbering();
  const diagnosesKnown: Memory<string, Diagnosis> = createMemory(mostRemembered);
  return (graded) => {
    const formulas: FormulaDiagnosis[] = [];
    let numbersKey = '';
    let wrongKey = '';
    let isAnyNumberWrong = false;
    for (const answer of graded.questions) {
      const diagnoser = formulaDiagnosers.get(answer.id);
      if (diagnoser === undefined) {
        numbersKey += `${numberOf(answer)} `;
        isAnyNumberWrong ||= isWrong(answer);
      } else if (isWrong(answer)) {
        wrongKey += `${numberOf(answer)} `;
        formulas.push(...diagnoseFormula(answer, diagnoser));
      }
    }
    const wholeKey = `${wrongKey}|${isAnyNumberWrong ? numbersKey : ''}`;
    const known = diagnosesKnown.get(wholeKey);
    if (known !== undefined) return known;
    const suspected = formulas.flatMap(({ cause }) => cause?.ids ?? []);
    const key = `${numbersKey}${suspected.join(' ')}`;
    const explain = (): readonly Cause[] =>
      diagnoseNumbers()(evidenceIn()(graded.questions), suspected, () => pairs()?.numbers);
    const numbers = isAnyNumberWrong ? (numbersKnown.get(key) ?? numbersKnown.set(key, explain())) : [];
    return diagnosesKnown.set(wholeKey, assemble(graded, formulas, numbers));
  };
};

/** Sets of answers whose causes are kept. */
const mostRemembered = 10_000;

const assemble = (
  { questions }: GradedSubmission,
  formulas: readonly FormulaDiagnosis[],
  numbers: readonly Cause[],
): Diagnosis => {
  const wrong = questions.filter(
    (answer) =>
      isWrong(answer) && (answer.verdict !== 'ungradable' || answer.values !== undefined || answer.read !== undefined),
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
