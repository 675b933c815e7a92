/** The causes of what is wrong in a submission. */

import type { PreparedProblem } from '../grading/index.js';
import { createMemory, once } from '../memory/index.js';
import type { Cause, Diagnosis, GradedQuestion, GradedSubmission } from '../types.js';
import { createFormulaDiagnoser, type FormulaDiagnoser, type FormulaDiagnosis } from './diagnose-formulas.js';
import { createNumberDiagnoser } from './diagnose-numbers.js';
import { createEvidenceReader, type Evidence, isOnlyIncomplete } from './evidence.js';
import { mergeCauses } from './merge.js';
import type { PairPredictions, Predictions } from './prediction.js';

/** Whether there is something to explain: not in what is right as far as it goes. */
const isWrong = (answer: GradedQuestion): boolean =>
  (answer.verdict === 'incorrect' || answer.verdict === 'partial' || answer.verdict === 'ungradable') &&
  !isOnlyIncomplete(answer);

/** A wrong answer that has a content: of what could not be read nothing is said. */
const isListed = (answer: GradedQuestion): boolean =>
  isWrong(answer) && (answer.verdict !== 'ungradable' || answer.values !== undefined || answer.read !== undefined);

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
 * The same for many submissions: a wrong formula, or a set of numbers and choices, that comes again is looked up. What comes out does not depend on what came before.
 */
export const createDiagnoser = (
  { problem, numberOf = noNumbers }: Pick<PreparedProblem, 'problem'> & Partial<Pick<PreparedProblem, 'numberOf'>>,
  predictions: Predictions,
  pairs: () => PairPredictions | undefined = () => undefined,
): Diagnoser => {
  const formulaDiagnosers = new Map(
    problem.questions.flatMap(({ id, answer }) =>
      answer.kind === 'formula' ? [[id, createFormulaDiagnoser(id, answer, problem, predictions, pairs)]] : [],
    ),
  );
  const formulasKnown = new WeakMap<GradedQuestion, FormulaDiagnosis>();
  const diagnoseFormula = (answer: GradedQuestion, diagnoser: FormulaDiagnoser): FormulaDiagnosis => {
    const known = formulasKnown.get(answer);
    if (known !== undefined) return known;
    const made = diagnoser(answer);
    const number = numberOf(answer);
    if (number === undefined) return made;
    // Facts follow from the answer, so that its number stands for them.
    const found = made.key === undefined ? { ...made, key: `${number}` } : made;
    formulasKnown.set(answer, found);
    return found;
  };
  const diagnoseNumbers = once(() => createNumberDiagnoser(problem, predictions.numbers));
  const evidenceIn = once(() => createEvidenceReader(problem, predictions.numbers));
  const numbersKnown = createMemory<string, readonly Cause[]>(mostRemembered);
  const diagnosesKnown = createMemory<string, Diagnosis>(mostRemembered);

  const causesOfNumbers = (
    evidence: readonly Evidence[],
    key: string,
    formulas: readonly FormulaDiagnosis[],
  ): readonly Cause[] => {
    const { explain, concerns } = diagnoseNumbers();
    const suspected = formulas.flatMap(({ cause }) => cause?.ids ?? []).filter(concerns);
    const whole = `${key}${suspected.join(' ')}`;
    const known = numbersKnown.get(whole);
    return (
      known ??
      numbersKnown.set(
        whole,
        explain(evidence, suspected, () => pairs()?.numbers),
      )
    );
  };

  return (graded) => {
    const formulas: FormulaDiagnosis[] = [];
    let formulasKey: string | undefined = '';
    let wrongNumbers = '';
    for (const answer of graded.questions) {
      if (!isWrong(answer)) continue;
      const diagnoser = formulaDiagnosers.get(answer.id);
      if (diagnoser === undefined) wrongNumbers += `${answer.id} ${isListed(answer)} `;
      else {
        const found = diagnoseFormula(answer, diagnoser);
        formulas.push(found);
        const { key } = found;
        formulasKey =
          formulasKey === undefined || key === undefined
            ? undefined
            : `${formulasKey}${answer.id} ${isListed(answer)} ${key}|`;
      }
    }
    const isAnyNumber = wrongNumbers !== '';
    const evidence = isAnyNumber ? evidenceIn().read(graded.questions) : [];
    const evidenceKey = isAnyNumber ? evidenceIn().keyOf(evidence) : '';
    const make = (): Diagnosis =>
      assemble(graded, formulas, isAnyNumber ? causesOfNumbers(evidence, evidenceKey, formulas) : []);
    if (formulasKey === undefined) return make();
    const wholeKey = `${formulasKey}${wrongNumbers}${evidenceKey}`;
    return diagnosesKnown.get(wholeKey) ?? diagnosesKnown.set(wholeKey, make());
  };
};

/** Where answers are not remembered. */
const noNumbers = (): undefined => undefined;

/** Sets of answers whose causes are kept. */
const mostRemembered = 10_000;

const assemble = (
  { questions }: GradedSubmission,
  formulas: readonly FormulaDiagnosis[],
  numbers: readonly Cause[],
): Diagnosis => {
  const wrong = questions.filter(isListed);
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
