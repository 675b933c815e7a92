import type {
  AnswerSpec,
  Domains,
  Extension,
  Model,
  Policy,
  Precision,
  Problem,
  Question,
  Variants,
} from '../types.js';
import { normaliseInstant, readExtension } from '../dates/index.js';
import { quantityName } from './quantity-name.js';
import type {
  Numeral,
  SurfaceDomains,
  SurfaceKey,
  SurfaceModel,
  SurfacePolicy,
  SurfaceProblem,
  SurfaceQuestion,
} from './surface.js';

/** Drops the fields that are absent, so that what the file does not say is not in the data either. */
type Given<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
const present = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

/** The problem that an approved file describes. Fractions become numbers; absent fields get their documented defaults. */
export const translate = (surface: SurfaceProblem, data: Model['data']): Problem =>
  present({
    id: surface.id,
    title: surface.title,
    introduction: surface.introduction,
    model: translateModel(surface.model, data),
    policy: translatePolicy(surface.policy ?? {}),
    questions: surface.questions.map((question) => translateQuestion(question, surface.model.family ?? 'gaussian')),
    misconceptions: surface.misconceptions,
    variants: surface.variants && translateVariants(surface.variants),
  });

/** `1/3` or 0.25 as a number. */
export const toNumber = (numeral: Numeral): number => {
  if (typeof numeral === 'number') return numeral;
  const [numerator, denominator] = numeral.split('/').map(Number);
  return (numerator ?? NaN) / (denominator ?? 1);
};

const mapValues = <A, B>(
  record: { readonly [key: string]: A },
  change: (value: A) => B,
): { readonly [key: string]: B } =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const translateModel = (model: SurfaceModel, data: Model['data']): Model =>
  present({
    family: model.family ?? 'gaussian',
    data,
    start: model.start && (mapValues(model.start, (values): Model['data'] => values.map(toNumber)) as Model['start']),
    responsibilities: model.responsibilities?.map((row) => row.map(toNumber)),
    fixed: model.fixed,
    constants: model.constants && mapValues(model.constants, toNumber),
    stop: model.stop && { tolerance: model.stop.tolerance ?? 1e-13, iterations: model.stop.iterations ?? 3000 },
  });

/** By the names as answers files are read. */
const readExtensions = (written: { readonly [student: string]: string }): { readonly [student: string]: Extension } =>
  Object.fromEntries(
    Object.entries(written).map(([student, text]) => [student.normalize('NFC'), readExtension(text) ?? { seconds: 0 }]),
  );

const translatePolicy = (policy: SurfacePolicy): Policy =>
  present({
    attempts: policy.attempts ?? 1,
    due: policy.due === undefined ? undefined : normaliseInstant(policy.due),
    extension: policy.extension === undefined ? undefined : readExtension(policy.extension),
    extensions: policy.extensions && readExtensions(policy.extensions),
    late:
      typeof policy.late === 'object'
        ? ({ kind: 'reduce', perDay: policy.late.reduce, atMost: policy.late['at-most'] ?? 1 } as const)
        : ({ kind: policy.late ?? 'accept' } as const),
    keep: policy.keep ?? 'best',
    hints: policy.hints ?? 'always',
    causes: policy.causes ?? 'always',
    explanations: policy.explain ?? 'after-attempts',
    solutions: policy.solutions ?? 'after-attempts',
    followThrough: policy['follow-through'] ?? 0,
  });

const translateQuestion = (question: SurfaceQuestion, family: string): Question =>
  present({
    id: question.id,
    title: question.title,
    prompt: question.prompt,
    points: question.points,
    answer: translateAnswer(question, family),
    attempts: question.attempts,
    hint: question.hint,
    explanation: question.explanation,
    examples: question.examples,
  });

const translateAnswer = (question: SurfaceQuestion, family: string): AnswerSpec => {
  const { number, list, table, assignments, choice, formula } = question;
  if (number !== undefined) {
    return { kind: 'number', key: keyOf(number, family, (answer) => String(answer)), precision: precisionOf(number) };
  }
  if (list !== undefined) {
    return { kind: 'list', key: keyOf(list, family, (answer) => answer.map(String)), precision: precisionOf(list) };
  }
  if (table !== undefined) {
    return {
      kind: 'table',
      key: keyOf(table, family, (answer) => answer.map((row) => row.map(String))),
      precision: precisionOf(table),
    };
  }
  if (assignments !== undefined) {
    const isStated = assignments.answer !== undefined && assignments.at === undefined;
    return {
      kind: 'assignments',
      key: keyOf(isStated ? assignments : { from: 'assignments', ...assignments }, family, (answer) => answer),
    };
  }
  if (choice !== undefined) {
    const { answer } = choice;
    if (typeof answer !== 'object') return { kind: 'choice', options: choice.options, key: { stated: String(answer) } };
    return {
      kind: 'choice',
      options: choice.options,
      key: present({
        componentWith: answer['component-with'],
        of: quantityName(answer.of, family),
        at: answer.at,
        since: answer.since,
      }),
    };
  }
  return present({
    kind: 'formula' as const,
    formula: formula ?? '',
    symbols: domainsOf(question.symbols ?? {}),
    elsewhere: question.elsewhere && domainsOf(question.elsewhere),
    given: question.given ?? [],
    index: question.index,
    leftHandSide: question['left-hand-side'],
    simplified: question.form?.simplified === true ? { otherwise: question.form.otherwise ?? 1 } : undefined,
    states: question.states === undefined ? undefined : quantityName(question.states, family),
  });
};

const keyOf = <Surface, Stated>(key: SurfaceKey<Surface>, family: string, state: (answer: Surface) => Stated) =>
  key.from !== undefined || key.answer === undefined
    ? present({
        from: quantityName(key.from ?? '', family),
        at: key.at ?? 'converged',
        component: key.component,
        point: key.point,
      })
    : { stated: state(key.answer) };

const precisionOf = (key: SurfaceKey<unknown>): Precision =>
  present({ decimals: key.decimals, tolerance: key.tolerance, relative: key.relative });

const domainsOf = (domains: SurfaceDomains): Domains =>
  mapValues(domains, (domain) =>
    typeof domain === 'string' ? domain : ([toNumber(domain[0]), toNumber(domain[1])] as const),
  );

const translateVariants = (variants: NonNullable<SurfaceProblem['variants']>): Variants =>
  present({
    data: variants.data,
    start: variants.start,
    distinctCauses: variants['distinct-causes'],
    minMargin: variants['min-margin'],
  });
