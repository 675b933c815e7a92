import type { Path } from './source.js';

/** Of these parts nothing can be said where the data are not known. */
export const whatDependsOnTheData: readonly Path[] = [
  ['model', 'data'],
  ['model', 'responsibilities'],
  ['variants', 'data'],
];

/**
 * The file with something sound in the place of what the schema does not allow, so that the rest of it can be checked as well; and the parts of which
 * nothing true can be said then. Paths stay what they are.
 */
export const withStandIns = (
  value: unknown,
  misfits: readonly Path[],
): { readonly value: unknown; readonly unknown: readonly Path[] } => {
  const file = fieldsOf(value);
  const inside = (...prefix: Path): readonly Path[] => misfits.filter((path) => begins(path, prefix));
  const questions = listOf(file['questions']).map((question, index) =>
    standInForQuestion(fieldsOf(question), index, inside('questions', String(index))),
  );
  const model = inside('model');
  const unknown: Path[] =
    model.length === 0 ? [] : concernData(model) ? [...whatDependsOnTheData] : [['model'], ['variants']];
  unknown.push(...inside('misconceptions').map((path) => path.slice(0, 2)));
  // Whom predictions are about is not known, where questions have no ids.
  if (inside('questions').some((path) => path.length < 3 || path[2] === 'id')) unknown.push(['misconceptions']);
  return {
    value: {
      id: 'stand-in',
      title: 'Stand-in',
      model: model.length === 0 ? file['model'] : standInForModel(fieldsOf(file['model']), model),
      policy: without(fieldsOf(file['policy']), inside('policy'), 1),
      questions: questions.length === 0 ? [standInForQuestion({}, 0, [[]])] : questions,
      ...(file['misconceptions'] === undefined
        ? {}
        : {
            misconceptions: listOf(file['misconceptions']).map((misconception, index) =>
              inside('misconceptions', String(index)).length === 0 ? misconception : standInForMisconception(index),
            ),
          }),
      ...(file['variants'] === undefined || inside('variants').length > 0 ? {} : { variants: file['variants'] }),
    },
    unknown,
  };
};

type Fields = { readonly [field: string]: unknown };

/** What a question is asked in, and what is said of its answers: nothing that the answer itself depends on. */
const besideTheAnswer = ['id', 'title', 'prompt', 'points', 'attempts', 'hint', 'explanation', 'examples'];

const standInForQuestion = (question: Fields, index: number, misfits: readonly Path[]): Fields => {
  if (misfits.length === 0) return question;
  const sound = without(question, misfits, 2);
  const needed = { id: `stand-in-${index}`, prompt: 'Stand-in', points: 1 };
  const isAnswerSound = misfits.every((path) => besideTheAnswer.includes(String(path[2])));
  if (isAnswerSound) return { ...needed, ...sound };
  const { id = needed.id, points = needed.points } = sound;
  return { id, prompt: needed.prompt, points, number: { answer: 1 } };
};

const standInForMisconception = (index: number): Fields => ({
  id: `stand-in-${index}`,
  predicts: { 'stand-in': 1 },
  message: 'Stand-in',
});

/**
 * Where only the data do not fit, others are as many as there are components. Else the family is all that others depend on; and it may be what a field
 * that nobody knows was meant for.
 */
const standInForModel = (model: Fields, misfits: readonly Path[]): Fields => {
  const { family = 'gaussian', start } = model;
  const count = Math.max(1, listOf(fieldsOf(start)['weights']).length);
  if (concernData(misfits)) return { ...model, data: Array.from({ length: count }, () => 0) };
  const isFamilyKnown = misfits.every(([, field]) => field === 'data' || field === 'start');
  return { data: [0], start: { weights: [1] }, family: isFamilyKnown ? family : 'unknown' };
};

const concernData = (misfits: readonly Path[]): boolean => misfits.every(([, field]) => field === 'data');

/** The fields that no misfit concerns; a misfit of the whole leaves none. */
const without = (fields: Fields, misfits: readonly Path[], depth: number): Fields =>
  misfits.some((path) => path.length <= depth)
    ? {}
    : Object.fromEntries(Object.entries(fields).filter(([field]) => misfits.every((path) => path[depth] !== field)));

const begins = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
