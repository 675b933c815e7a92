import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../../src/em/index.js';
import { allCauses } from '../../src/feedback/english/causes.js';
import { families } from '../../src/feedback/english/families.js';
import { english, reportOn, solutionsOf } from '../../src/feedback/index.js';
import { formulaMisconceptions, numericMisconceptions } from '../../src/misconceptions/index.js';
import type { CauseWording } from '../../src/feedback/wording.js';
import type { FormulaFact, GradedQuestion, Proof, Question, Remark } from '../../src/types.js';
import { forAll, graded, hintAndCause, homework } from './fixtures.js';

const problem = await homework();
const solutions = solutionsOf(problem, solve(problem.model));
const ids = [...new Set([...numericMisconceptions(), ...formulaMisconceptions].map(({ id }) => id))];

const compact = (text: string): string => text.replaceAll(/\s|\\/g, '').toLowerCase();

/** Texts that would give an answer away. A single digit says nothing by itself. */
const secretsOf = (question: Question): readonly string[] => {
  const solution = solutions[question.id] ?? '';
  const { answer } = question;
  if (answer.kind === 'choice') return [/\((.*)\)/.exec(solution)?.[1] ?? ''].filter(({ length }) => length > 2);
  const wholes = [solution, ...solution.split(/[,;]/)].map(compact).filter(({ length }) => length > 2);
  const halves = answer.kind === 'formula' ? answer.formula.split('/').map(compact) : [];
  return [...wholes, ...halves.filter(({ length }) => length > 2)];
};

const proofs: readonly Proof[] = [
  { method: 'rounding', reference: '-24.5', given: '-20.0', decimals: 1 },
  { method: 'tolerance', reference: '0.363037', given: '1', tolerance: '0.01' },
  {
    method: 'formula',
    equality: { verdict: 'different', method: 'numeric', witness: { values: { x_1: '2' }, left: '-24.5', right: '7' } },
  },
  { method: 'none' },
];

const remark = (question: Question): fc.Arbitrary<Remark> =>
  fc.constantFrom<Remark>(
    { code: 'misrounded', asked: 1 },
    { code: 'wrong-further-digits', asked: 2 },
    { code: 'too-few-digits', at: [1], asked: 2 },
    { code: 'sign-only' },
    { code: 'components-exchanged' },
    { code: 'entries-wrong', at: [[0], [3]] },
    { code: 'entries-blank', at: [[1]] },
    { code: 'zero-based' },
    { code: 'foreign-symbol', symbol: 'mu_k', suggestion: solutions[question.id] ?? '' },
    { code: 'witness', witness: { values: { x_1: '2' }, left: solutions[question.id] ?? '', right: '7' } },
    { code: 'not-finite', given: 'nan' },
    { code: 'carried', from: ['log-likelihood'], credit: 0.5 },
  );

const fact = fc.constantFrom<FormulaFact>(
  { code: 'unused-symbols', symbols: ['gamma_k2'] },
  { code: 'these-data-only' },
  { code: 'one-component', component: '1' },
  { code: 'wrong-degree', symbol: 'x_1', given: '1', asked: '2' },
  { code: 'constant-factor', factor: '1/2' },
);

describe('before solutions may be shown', () => {
  it('no report of a wrong answer contains the right one, whatever the mistake', () => {
    const scene = fc.constantFrom(...problem.questions).chain((question) =>
      fc.record({
        question: fc.constant(question),
        ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        certain: fc.boolean(),
        proof: fc.constantFrom(...proofs),
        remarks: fc.array(remark(question), { maxLength: 3 }),
        facts: fc.array(fact, { maxLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ question, ids: mistakes, certain, proof, remarks, facts }) => {
        const change: Partial<GradedQuestion> = { verdict: 'incorrect', earned: 0, proof, remarks };
        const report = reportOn(
          problem,
          graded(problem, { [question.id]: change }),
          {
            causes: [{ ids: mistakes, certain, explains: [question.id], leaves: [], chance: 0.001, digits: 4 }],
            questions: { [question.id]: { causes: facts.length > 0 ? [] : [0], facts } },
            unexplained: [],
          },
          forAll(problem, hintAndCause),
          solutions,
        );
        const told = report.questions.find(({ id }) => id === question.id);
        const said = compact([...report.messages, ...(told?.messages ?? []), JSON.stringify(told?.proof)].join('\n'));
        for (const secret of secretsOf(question)) expect(said).not.toContain(secret);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });

  it('has secrets to keep for every question', () => {
    for (const question of problem.questions) {
      if (question.answer.kind !== 'choice') expect(secretsOf(question)).not.toEqual([]);
    }
  });
});

describe('the words for mistakes', () => {
  const all: readonly (readonly [id: string, words: CauseWording])[] = Object.entries({
    ...allCauses(),
    ...families(),
  });

  it('exist for every misconception and for nothing else', () => {
    expect(Object.keys(allCauses()).sort()).toEqual([...ids].sort());
    for (const [id, words] of Object.entries(allCauses())) expect(english.cause(id)).toEqual(words);
    for (const id of ['', 'mu', 'mu-', 'constructor', 'toString-x', 'tables-data'])
      expect(english.cause(id)).toBeUndefined();
  });

  it('exist for every family of more than one', () => {
    const shared = numericMisconceptions()
      .filter(({ id, family }) => id !== family)
      .map(({ family }) => family);
    expect(Object.keys(families()).sort()).toEqual([...new Set(shared)].sort());
  });

  it.each(all)('are sentences: %s', (_, { mistake, hint, remedy }) => {
    for (const text of [mistake, hint, ...(remedy === undefined ? [] : [remedy])]) {
      expect(text).toMatch(/^[A-Z0-9].*[.?]$/);
      expect(text.length).toBeLessThan(230);
    }
  });

  it('ask or suggest something in every hint, and never state a formula of the homework', () => {
    const formulas = problem.questions.flatMap(({ answer }) =>
      answer.kind === 'formula' ? [compact(answer.formula)] : [],
    );
    for (const [, { mistake, hint }] of all) {
      for (const formula of formulas) expect(compact(`${mistake} ${hint}`)).not.toContain(formula);
    }
  });
});
