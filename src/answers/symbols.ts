/** Which symbols an answer may use, which it may not but are known all the same, and which nobody knows. */

import type { GivenIdentity } from '../equivalence/index.js';
import {
  type Vocabulary,
  nearestSymbol,
  parseFormula,
  prepareVocabulary,
  type Spellings,
  symbol,
  symbolsOf,
} from '../expression/index.js';
import { knownForeignSymbols } from '../misconceptions/index.js';
import type { Domains, FormulaSpec, Problem, Question, Remark } from '../types.js';
import type { QuestionOf } from './assessment.js';
import { once } from '../memory/index.js';

export type Symbols = {
  readonly offered: readonly string[];
  /** Offered or not, with the values they may take. */
  readonly domains: Domains;
  readonly vocabulary: Vocabulary & { readonly symbols: readonly string[] };
  /** Those that misconceptions write, such as gamma_1k; found when the first symbol turns up that is not in `domains`. */
  readonly written: () => ReadonlySet<string>;
};

const isFormula = (question: Question): question is QuestionOf<FormulaSpec> & Question =>
  question.answer.kind === 'formula';

const real = (names: Iterable<string>): Domains =>
  Object.fromEntries([...names].map((name) => [name, 'real' as const]));

/** A left-hand side may also be a power, such as sigma_k^2, which is no symbol. */
const isName = (side: string): boolean =>
  isAsciiName.test(side) || (beyondAscii.test(side) && /^\p{L}[\p{L}\p{N}_]*$/u.test(side));

/** Letters of all scripts are slow to compile: only for names that need them. */
const isAsciiName = /^[A-Za-z]\w*$/;
const beyondAscii = /[\u0080-\uffff]/;

/**
 * The symbols of a question, with the values they may take. Those of other questions, of their left-hand sides and of what misconceptions write
 * are known: an answer that uses them is wrong and can be explained, where a symbol nobody knows is a slip of the pen.
 */
export const domainsFor = ({ answer }: QuestionOf<FormulaSpec>, problem: Problem): Domains => {
  const formulas = problem.questions.filter(isFormula).map((question) => question.answer);
  const sides = formulas.flatMap(({ leftHandSide = [] }) => leftHandSide);
  return Object.assign(
    {},
    real(sides.filter(isName)),
    ...formulas.map(({ elsewhere, symbols }) => ({ ...elsewhere, ...symbols })),
    answer.elsewhere,
    answer.symbols,
  ) as Domains;
};

/** The symbols of a question, by what is known of them: their values and their spellings. */
export const symbolsFor = (
  { id, answer }: QuestionOf<FormulaSpec>,
  problem: Problem,
  { domains, spellings }: { readonly domains: Domains; readonly spellings: Spellings },
): Symbols => {
  const offered = Object.keys(answer.symbols);
  const { index, leftHandSide } = answer;
  const vocabulary = {
    symbols: Object.keys(domains),
    offered,
    ...(leftHandSide === undefined ? {} : { leftHandSide }),
    ...(index === undefined ? {} : { index }),
  };
  return {
    offered,
    domains,
    vocabulary: prepareVocabulary(vocabulary, spellings),
    written: once(() => new Set([...knownForeignSymbols(answer, problem.model), ...namedByAuthor(id, problem)])),
  };
};

/** Symbols of the wrong formulas that the author has named. */
const namedByAuthor = (question: string, { misconceptions = [] }: Problem): readonly string[] =>
  misconceptions.flatMap(({ predicts }) => {
    const text = Object.hasOwn(predicts, question) ? predicts[question] : undefined;
    const reading = typeof text === 'string' ? parseFormula(text) : undefined;
    return reading?.kind === 'formula' ? symbolsOf(reading.expr) : [];
  });

/** Symbols of an answer that are not offered: known from elsewhere, or unknown. */
export const unfamiliar = (
  used: Iterable<string>,
  { offered, domains, written }: Symbols,
): { readonly foreign: readonly Remark[]; readonly unknown: readonly Remark[] } => {
  const foreign: Remark[] = [];
  const unknown: Remark[] = [];
  for (const name of used) {
    if (offered.includes(name)) continue;
    const suggestion = nearestSymbol(name, offered);
    const near = suggestion === undefined ? {} : { suggestion };
    const isKnown = Object.hasOwn(domains, name) || written().has(name);
    if (isKnown) foreign.push({ code: 'foreign-symbol', symbol: name, ...near });
    else unknown.push({ code: 'unknown-symbol', symbol: name, ...near, offered });
  }
  return { foreign, unknown };
};

/**
 * Identities that other questions define: where the mean is asked for as `hatmu_k` and the variance may be written with
 * `hatmu_k`, that symbol is the right mean, and Σγx²/Σγ − hatmu_k² is a right variance. Only definitions in symbols that
 * this question offers too say something here.
 */
export const definitionsFor = (question: QuestionOf<FormulaSpec>, problem: Problem): readonly GivenIdentity[] => {
  const { symbols } = question.answer;
  const own = parseFormula(question.answer.formula, { symbols: Object.keys(symbols) });
  const needed = own.kind === 'formula' ? symbolsOf(own.expr) : [];
  // With three samples here and two there, the symbol would not mean the same.
  const isAbout = ({ symbols: offered, elsewhere = {} }: FormulaSpec, name: string): boolean =>
    needed.every((each) => each === name || Object.hasOwn(offered, each) || Object.hasOwn(elsewhere, each));
  return problem.questions
    .filter(isFormula)
    .filter(({ id }) => id !== question.id)
    .flatMap(({ answer }) => {
      const reading = parseFormula(answer.formula, { symbols: Object.keys(answer.symbols) });
      if (reading.kind === 'unreadable') return [];
      const used = [...symbolsOf(reading.expr)];
      return (answer.leftHandSide ?? [])
        .filter((name) => Object.hasOwn(symbols, name) && !used.includes(name))
        .filter(
          (name) =>
            used.length > 0 && used.every((symbolName) => Object.hasOwn(symbols, symbolName)) && isAbout(answer, name),
        )
        .slice(0, 1)
        .map((name) => ({ left: symbol(name), right: reading.expr }));
    });
};
