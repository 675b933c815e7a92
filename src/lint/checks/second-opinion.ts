import { evaluateAt, formOpinions, secondOpinion } from '../../equivalence/index.js';
import {
  countNodes,
  parseFormula,
  printLatex,
  printText,
  substitute,
  symbol,
  symbolsOf,
} from '../../expression/index.js';
import type { Domain, Expr, FormulaSpec } from '../../types.js';
import { randomFrom } from '../../variants/index.js';
import { type Lint, type LintCheck, type Path, shown } from '../finding.js';

const digits = 60;
/** Doubles that agree so far are the same number. */
const agreement = 1e-9;
/** Above this a computer algebra system may think for hours. */
const mostNodes = 60;

/** Asks two libraries what they make of a reference formula: its values in 60 digits (mathjs), and as algebra (nerdamer). */
export const checkSecondOpinion: LintCheck = async (lint) => {
  for (const [index, { answer }] of lint.problem.questions.entries()) {
    if (answer.kind === 'formula') await confirmFormula(lint, answer, ['questions', index, 'formula']);
  }
};

const confirmFormula = async (lint: Lint, spec: FormulaSpec, path: Path): Promise<void> => {
  const symbols = Object.keys(spec.symbols);
  const reading = parseFormula(spec.formula, { symbols });
  if (reading.kind === 'unreadable' || countNodes(reading.expr) > mostNodes) return;
  await confirmValues(lint, reading.expr, spec, path);
  const again = parseFormula(printLatex(reading.expr), { symbols });
  if (again.kind === 'unreadable') return;
  const frame = { domains: spec.symbols, given: spec.given };
  const { disagreements } = await secondOpinion(reading.expr, again.expr, frame, formOpinions);
  for (const { library, says, reason } of disagreements) {
    lint.say(
      'error',
      'second-opinion',
      path,
      `${library} finds this formula and its LaTeX ${says}: ${reason}.`,
      'Write the formula with more brackets.',
    );
  }
};

const confirmValues = async ({ say }: Lint, formula: Expr, spec: FormulaSpec, path: Path): Promise<void> => {
  const { expr, names } = withNeutralNames(formula);
  const { all, create } = await import('mathjs');
  const mathjs = create({ ...all }, { number: 'BigNumber', precision: digits });
  const random = randomFrom(spec.formula);
  for (let trial = 0; trial < 5; trial += 1) {
    const values = Object.fromEntries(
      [...names].map(([name, neutral]) => [neutral, draw(spec.symbols[name] ?? 'real', random())]),
    );
    const own = evaluateAt(expr, values);
    if (own.kind !== 'value') continue;
    const scope = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mathjs.bignumber(value)]));
    const other = Number(
      String(mathjs.evaluate(printText(expr), { ...scope, ln: (value: number) => mathjs.log(value) })),
    );
    if (Math.abs(other - own.value) <= agreement * Math.max(1, Math.abs(own.value))) continue;
    say(
      'error',
      'second-opinion',
      path,
      `mathjs gives ${shown(other)} where this checker gives ${shown(own.value)}.`,
      'Write the formula with more brackets.',
    );
    return;
  }
};

/** va, vb, …: names that mean nothing to any library (mathjs reads N as newtons, nerdamer e and i as numbers). */
const withNeutralNames = (expr: Expr): { readonly expr: Expr; readonly names: ReadonlyMap<string, string> } => {
  const names = new Map(
    symbolsOf(expr).map((name, index) => [name, `v${String.fromCharCode(97 + (index % 26))}${index >= 26 ? 'x' : ''}`]),
  );
  return { expr: substitute(expr, new Map([...names].map(([name, neutral]) => [name, symbol(neutral)]))), names };
};

const draw = (domain: Domain, share: number): number => {
  const [low, high] = domain === 'real' ? [-3, 3] : domain === 'positive' ? [0.1, 4] : domain;
  return Number((low + (high - low) * (0.05 + 0.9 * share)).toFixed(4));
};
