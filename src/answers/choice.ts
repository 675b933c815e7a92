/** One option of several, by its key or by its label. */

import { type Solution, componentFor } from '../em/index.js';
import { narrow, parseFormula, printText } from '../expression/index.js';
import type { Answer, ChoiceSpec, ComponentCriterion } from '../types.js';
import { type Assessment, type QuestionOf, blank, quoted, ungradable } from './assessment.js';
import { describeShape } from './shape.js';

export type PreparedChoice = {
  readonly kind: 'choice';
  readonly question: QuestionOf<ChoiceSpec>;
  /** The key of the right option. */
  readonly key: string;
};

export type ChoiceGroundwork = Pick<PreparedChoice, 'key'>;

export const layChoice = (question: QuestionOf<ChoiceSpec>, solution: Solution): ChoiceGroundwork => {
  const { key, options } = question.answer;
  const right = 'stated' in key ? key.stated : `${derived(question, key, solution)}`;
  if (!Object.hasOwn(options, right))
    throw new Error(`the right answer ${right} is not among the options of ${question.id}`);
  return { key: right };
};

export const prepareChoice = (question: QuestionOf<ChoiceSpec>, groundwork: ChoiceGroundwork): PreparedChoice => ({
  kind: 'choice',
  question,
  ...groundwork,
});

const derived = ({ id }: QuestionOf<ChoiceSpec>, criterion: ComponentCriterion, solution: Solution): number => {
  const choice = componentFor(solution, criterion);
  if (choice.kind === 'component') return choice.component;
  const why = choice.kind === 'tie' ? `components ${choice.components.join(' and ')} tie` : choice.message;
  throw new Error(`question ${id} has no single right option: ${why}`);
};

export const assessChoice = ({ key, question }: PreparedChoice, answer: Answer): Assessment => {
  const { options } = question.answer;
  const [only] = typeof answer === 'object' ? answer : [answer];
  if (only === undefined) return blank;
  if ((typeof answer === 'object' && answer.length > 1) || typeof only === 'object') {
    const given = typeof answer === 'object' ? describeShape([answer.length]) : 'a list';
    return ungradable({ code: 'wrong-shape', expected: 'one option', given });
  }
  const text = plain(narrow(`${only}`));
  if (text === '') return blank;
  const chosen = optionFor(text, options);
  if (chosen === undefined)
    return ungradable({ code: 'not-an-option', given: quoted(`${only}`), options: Object.keys(options) });
  const right = chosen === key;
  return {
    verdict: right ? 'correct' : 'incorrect',
    share: right ? 1 : 0,
    proof: { method: 'exact' },
    remarks: [],
    ...(Number.isFinite(Number(chosen)) ? { values: Number(chosen) } : {}),
    fingerprint: chosen,
  };
};

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Keys win over labels; a label counts only where it names one option, as it stands or as a formula (`σ₁²` is `sigma_1^2`). */
const optionFor = (written: string, options: ChoiceSpec['options']): string | undefined => {
  const keys = Object.keys(options);
  const text = /^(["'“„`]).*["'”“`]$/.test(written) ? written.slice(1, -1).trim() : written;
  const byKey = keys.find((key) => plain(key) === text) ?? keys.find((key) => Number(key) === Number(text));
  if (byKey !== undefined) return byKey;
  const [, number] = numbered.exec(text) ?? [];
  const byNumber = number === undefined ? undefined : keys.find((key) => key === number);
  const labelled = (spelling: (label: string) => string | undefined): string | undefined => {
    const asked = spelling(text);
    const found = asked === undefined ? [] : keys.filter((key) => spelling(options[key] ?? '') === asked);
    return found.length === 1 ? found[0] : undefined;
  };
  const both = keys.find((key) => bare(`${key} ${options[key] ?? ''}`) === bare(text));
  return labelled(plain) ?? labelled(asFormula) ?? both ?? byNumber;
};

/** `(2)`, `2.`, `#2`, `component 2`, `k = 2`: the number of an option, and a word for what options are. */
const numbered =
  /^(?:gaussian|component|cluster|class|group|option|choice|answer|no\.?|[gky])?[\s_]*(?:[=#:]\s*)?\(?(\d+)[.)]?$/;

/** Without the marks that stand between a key and its label: `2 (Gaussian 2)`, `2: Gaussian 2`. */
const bare = (text: string): string => plain(text.replaceAll(/[().:]/g, ' '));

const asFormula = (label: string): string | undefined => {
  const reading = parseFormula(label);
  // `sigma1^2` means sigma_1^2.
  return reading.kind === 'formula' ? plain(printText(reading.expr).replaceAll('_', '')) : undefined;
};
