import { evaluateAt } from '../../equivalence/index.js';
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

const confirmFormula = async ({ say }: Lint, spec: FormulaSpec, path: Path): Promise<void> => {
  const reading = parseFormula(spec.formula, { symbols: Object.keys(spec.symbols) });
  if (reading.kind === 'unreadable' || countNodes(reading.expr) > mostNodes) return;
  const { expr, names } = withNeutralNames(reading.expr);
  const text = printText(expr);
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
    const other = Number(String(mathjs.evaluate(text, scope)));
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
  const again = parseFormula(printLatex(expr), { symbols: [...names.values()] });
  if (again.kind === 'formula' && !(await isZeroForNerdamer(`(${text})-(${printText(again.expr)})`))) {
    say(
      'note',
      'second-opinion',
      path,
      'nerdamer cannot show that this formula and its LaTeX are the same.',
      undefined,
    );
  }
};

const isZeroForNerdamer = async (text: string): Promise<boolean> => {
  const { default: nerdamer } = await import('nerdamer');
  try {
    return ['0', '-0'].includes(nerdamer(`simplify(${text})`).toString());
  } catch {
    // It gives up by throwing; that proves nothing.
    return false;
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
