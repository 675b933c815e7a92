/** A formula: equal to the reference under the problem's domains and identities, in any spelling. */

import {
  type CompiledFormula,
  type Setting,
  type SolvedIdentities,
  compare,
  compileFormula,
  constantSubexpression,
  fingerprint,
  openSetting,
  solveSetting,
} from '../equivalence/index.js';
import {
  normalForm,
  parseFormula,
  printText,
  sameShape,
  spell,
  type Spellings,
  symbolsOf,
} from '../expression/index.js';
import type { Answer, Domains, Equality, Expr, FormulaSpec, Problem, Remark, Verdict } from '../types.js';
import { type Assessment, type QuestionOf, blank, mostProblems, ungradable } from './assessment.js';
import { once } from '../memory/index.js';
import { casesOf } from './cases.js';
import { gapAtData } from './gaps.js';
import { type Symbols, definitionsFor, domainsFor, symbolsFor, unfamiliar } from './symbols.js';
import { describeShape } from './shape.js';

export type PreparedFormula = {
  readonly kind: 'formula';
  readonly question: QuestionOf<FormulaSpec>;
  readonly reference: Expr;
  readonly symbols: Symbols;
  /** The reference but for order, brackets and how numbers are written. */
  readonly normal: () => string | undefined;
  /** Whether the reference has the form that the question asks for. */
  readonly isSimple: () => boolean;
  /** Domains of all symbols known, and the identities given; made when the first answer is not the reference to the letter. */
  readonly setting: () => Setting;
  /** The reference under them. */
  readonly compiled: () => CompiledFormula;
  /** The same with what other questions define, such as hatmu_k being the mean that is asked for; found when first needed. */
  readonly defined: () => CompiledFormula | undefined;
  /** What to say of a right formula that has no value at numbers of the problem. */
  readonly gapIn: (expr: Expr) => Remark | undefined;
  /** The reference for each value of the index; none where no index ranges over numbers. */
  readonly cases: () => readonly CompiledCase[];
};
type CompiledCase = { readonly label: string; readonly compiled: CompiledFormula };

/** What takes time to find out about a question for a formula. */
export type FormulaGroundwork = {
  readonly reference: Expr;
  readonly domains: Domains;
  /** Of the symbols in `domains`. */
  readonly spellings: Spellings;
  /** Under the identities given. */
  readonly solved: SolvedIdentities;
  /** Whether nothing in the reference could be written shorter by them, where the question asks for that. */
  readonly isSimple: boolean;
  /** And under what other questions define, such as hatmu_k being the mean that is asked for; absent where they define nothing, or what cannot be. */
  readonly wider?: SolvedIdentities | undefined;
  /** For each value of the index, where one ranges over numbers. */
  readonly cases?: readonly { readonly label: string; readonly solved: SolvedIdentities }[] | undefined;
};

/** Identities are solved when first asked for: many answers are the reference to the letter. */
export const layFormula = (question: QuestionOf<FormulaSpec>, problem: Problem): FormulaGroundwork => {
  const { answer } = question;
  const domains = domainsFor(question, problem);
  const symbols = Object.keys(domains);
  const reading = parseFormula(answer.formula, { symbols });
  if (reading.kind === 'unreadable')
    throw new Error(`the reference formula cannot be read: ${reading.problems[0].message}`);
  const solved = once(() => solveSetting(domains, answer.given));
  const isSimple = once(
    () =>
      answer.simplified === undefined ||
      constantSubexpression(reading.expr, openSetting(domains, solved())) === undefined,
  );
  const wider = once(() => {
    const definitions = definitionsFor(question, problem);
    if (definitions.length === 0) return undefined;
    const all = solveSetting(domains, [...answer.given, ...definitions]);
    return all.problems.length === 0 ? all : undefined;
  });
  const cases = once(() => {
    if (answer.index === undefined) return undefined;
    const all = casesOf(answer.index, symbols).map(({ label, identities }) => ({
      label,
      solved: solveSetting(domains, [...answer.given, ...identities]),
    }));
    return all.every(({ solved: each }) => each.problems.length === 0) ? all : [];
  });
  return {
    reference: reading.expr,
    domains,
    spellings: spell(symbols),
    get solved() {
      return solved();
    },
    get isSimple() {
      return isSimple();
    },
    get wider() {
      return wider();
    },
    get cases() {
      return cases();
    },
  };
};

export const prepareFormula = (
  question: QuestionOf<FormulaSpec>,
  groundwork: FormulaGroundwork,
  problem: Problem,
): PreparedFormula => {
  const { reference, domains } = groundwork;
  const setting = once(() => openSetting(domains, groundwork.solved));
  return {
    kind: 'formula',
    question,
    reference,
    normal: once(() => normalForm(reference)),
    isSimple: () => groundwork.isSimple,
    symbols: symbolsFor(question, problem, groundwork),
    setting,
    compiled: once(() => compileFormula(reference, setting())),
    defined: once(() => groundwork.wider && compileFormula(reference, openSetting(domains, groundwork.wider))),
    gapIn: (expr) => {
      const gap = gapAtData(expr, reference, domains, problem.model);
      if (gap === undefined) return undefined;
      return { code: 'gap', at: Object.fromEntries([...gap].map(([name, value]) => [name, String(value)])) };
    },
    cases: once(() =>
      (groundwork.cases ?? []).map(({ label, solved }) => ({
        label,
        compiled: compileFormula(reference, openSetting(domains, solved)),
      })),
    ),
  };
};

/**
 * Reads a formula and decides whether it is the reference. A symbol nobody knows makes it ungradable; one that other parts of the
 * problem use makes it a wrong answer, unless it cancels.
 */
export const assessFormula = (prepared: PreparedFormula, answer: Answer): Assessment => {
  const [only] = typeof answer === 'object' ? answer : [answer];
  if (only === undefined || (typeof only !== 'object' && `${only}`.trim() === '')) return blank;
  if (typeof answer === 'object') {
    return ungradable({ code: 'wrong-shape', expected: 'one formula', given: describeShape([answer.length]) });
  }
  const { symbols } = prepared;
  const source = `${answer}`;
  const reading = parseFormula(source, symbols.vocabulary);
  if (reading.kind === 'unreadable') {
    return ungradable(
      ...reading.problems.slice(0, mostProblems).map((problem): Remark => ({ code: 'unreadable', problem, source })),
    );
  }
  const { expr, notes } = reading;
  const { foreign, unknown } = unfamiliar(symbolsOf(expr), symbols);
  if (unknown.length > 0) return { ...ungradable(...unknown.slice(0, mostProblems)), read: expr };
  const remarks: readonly Remark[] =
    notes.length === 0 ? [] : notes.map(({ message }) => ({ code: 'note', text: message }));
  return judged(prepared, expr, foreign, remarks);
};

const identical: Equality = { verdict: 'equal', method: 'identical', errorBound: 0 };
const canonical: Equality = { verdict: 'equal', method: 'canonical', errorBound: 0 };

/** Most right answers are the reference but for order, brackets and how numbers are written: that takes no computing. */
const knownEqual = ({ reference, normal }: PreparedFormula, expr: Expr): Equality | undefined => {
  if (sameShape(expr, reference)) return identical;
  const form = normalForm(expr);
  return form !== undefined && form === normal() ? canonical : undefined;
};

/** What all right answers share. */
const rightKey = 'reference';

const judged = (
  prepared: PreparedFormula,
  expr: Expr,
  foreign: readonly Remark[],
  remarks: readonly Remark[],
): Assessment => {
  const known = knownEqual(prepared, expr);
  const equality = known ?? decide(prepared, expr);
  const key = equality.verdict === 'equal' ? rightKey : fingerprint(expr, prepared.setting());
  const found = (verdict: Verdict, share: number, more: readonly Remark[]): Assessment => {
    const all = more.length === 0 ? remarks : [...remarks, ...more];
    const proof = { method: 'formula', equality } as const;
    return key === undefined
      ? { verdict, share, proof, remarks: all, read: expr }
      : { verdict, share, proof, remarks: all, read: expr, fingerprint: key };
  };
  if (equality.verdict === 'undecided') return found('undecided', 0, [{ code: 'undecided', reason: equality.reason }]);
  if (equality.verdict === 'different') {
    const { witness } = equality;
    return found('incorrect', 0, witness === undefined ? foreign : [...foreign, { code: 'witness', witness }]);
  }
  const isSimple = known === identical || (known === canonical && prepared.isSimple());
  const needless = isSimple ? undefined : simplification(prepared, expr);
  if (needless === undefined) {
    // In another order, or with other brackets, it is undefined just where the reference is.
    const gap = known === undefined ? prepared.gapIn(expr) : undefined;
    return found('correct', 1, gap === undefined ? [] : [gap]);
  }
  const { share } = needless;
  return found(share < 1 ? 'partial' : 'correct', share, [needless.remark]);
};

/** Under what the question gives; where that does not make them equal, also under what other questions define, and for each value of the index. */
const decide = ({ compiled, defined, cases }: PreparedFormula, expr: Expr): Equality => {
  const [first] = cases();
  const wider = defined();
  // What differs for one value of the index is wrong, unless what other questions define makes it right: then one comparison is enough.
  if (first !== undefined && wider === undefined) {
    const found = compare(first.compiled, expr);
    if (found.verdict === 'different' && found.witness !== undefined) return found;
  }
  const plain = compare(compiled(), expr);
  if (plain.verdict === 'equal') return plain;
  const widened = wider === undefined ? plain : compare(wider, expr);
  if (widened.verdict === 'equal') return widened;
  // A difference is best shown at values that the problem allows: there a hatmu_k is the mean of the samples.
  const shown = widened.verdict === 'different' && widened.witness !== undefined ? widened : plain;
  return decideByCases(cases(), expr) ?? shown;
};

/** Equal where they are for each value of the index; a difference is shown at values that the index allows. */
const decideByCases = (cases: readonly CompiledCase[], expr: Expr): Equality | undefined => {
  let errorBound = 0;
  let unsettled: Equality | undefined;
  let last: Equality | undefined;
  for (const { compiled } of cases) {
    last = compare(compiled, expr);
    if (last.verdict === 'different') return last.witness === undefined ? undefined : last;
    if (last.verdict === 'undecided') unsettled ??= last;
    else errorBound += last.errorBound ?? 0;
  }
  if (last?.verdict !== 'equal') return unsettled;
  const labels = cases.map(({ label }) => label);
  return unsettled ?? { verdict: 'equal', method: last.method, errorBound, detail: `for ${labels.join('; ')}` };
};

/** What could be written shorter by the identities, where the question asks for that, and the share that is left. */
const simplification = (
  { question, setting }: PreparedFormula,
  expr: Expr,
): { readonly share: number; readonly remark: Remark } | undefined => {
  const { simplified } = question.answer;
  if (simplified === undefined) return undefined;
  const found = constantSubexpression(expr, setting());
  if (found === undefined) return undefined;
  const remark = { code: 'not-simplified', replace: printText(found.replace), by: found.by } as const;
  return { share: simplified.otherwise, remark };
};

/** Whether a formula, as it was read, would be right if this were the reference: what would be right had an earlier formula been. */
export const wouldBeRight = (
  { kind, question, symbols, setting }: PreparedFormula,
  reference: Expr,
  expr: Expr,
): boolean => {
  const other: PreparedFormula = {
    kind,
    question,
    normal: once(() => normalForm(reference)),
    isSimple: () => false,
    symbols,
    setting,
    reference,
    compiled: once(() => compileFormula(reference, setting())),
    defined: () => undefined,
    gapIn: () => undefined,
    cases: () => [],
  };
  const known = knownEqual(other, expr);
  if (known === identical) return true;
  if (known === undefined && decide(other, expr).verdict !== 'equal') return false;
  return (simplification(other, expr)?.share ?? 1) === 1;
};
