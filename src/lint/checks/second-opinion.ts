import { secondOpinion, type OpinionRunner } from '../../equivalence/index.js';
import { parseFormula, printLatex } from '../../expression/index.js';
import type { Equality, EqualityMethod, Expr, FormulaSpec } from '../../types.js';
import { reverse } from '../right-answers.js';
import type { Lint, LintCheck, Path } from '../finding.js';

/** A formula to compare a reference with, and where it stands. */
type Other = { readonly expr: Expr; readonly what: string; readonly path: Path };

/**
 * Asks two libraries what they make of a reference formula and of our verdicts on it: its values in 64 digits (mathjs), and as algebra (nerdamer).
 * It is compared with itself, turned round and read from LaTeX, and with the examples of the file.
 */
export const checkSecondOpinion: LintCheck = async (lint) => {
  for (const [index, { answer, examples = [] }] of lint.problem.questions.entries()) {
    if (answer.kind !== 'formula') continue;
    if (lint.askOthers === undefined) {
      const message = 'No other library was asked about the formulas: here is no thread that could be stopped.';
      lint.say('note', 'no-opinion', ['questions'], message);
      return;
    }
    const path = ['questions', index];
    const formula = read(answer, answer.formula);
    if (formula === undefined) continue;
    const others = [
      {
        answer: printLatex(reverse(formula)),
        what: 'itself, turned round and read from LaTeX',
        path: [...path, 'formula'],
      },
      ...examples.map((example, number) => ({
        answer: example.answer,
        what: `the example “${String(example.answer)}”`,
        path: [...path, 'examples', number],
      })),
    ];
    for (const { answer: text, ...place } of others) {
      const expr = typeof text === 'string' ? read(answer, text) : undefined;
      if (expr !== undefined) await confirm(lint, lint.askOthers, answer, formula, { ...place, expr });
    }
  }
};

const read = ({ symbols, elsewhere }: FormulaSpec, text: string): Expr | undefined => {
  const reading = parseFormula(text, { symbols: Object.keys({ ...elsewhere, ...symbols }) });
  return reading.kind === 'unreadable' ? undefined : reading.expr;
};

const confirm = async (
  { say }: Lint,
  askOthers: OpinionRunner,
  { symbols, elsewhere, given }: FormulaSpec,
  formula: Expr,
  { expr, what, path }: Other,
): Promise<void> => {
  const frame = { domains: { ...elsewhere, ...symbols }, given };
  const { ours, opinions, disagreements, valueGaps } = await secondOpinion(formula, expr, frame, askOthers);
  for (const { library, says, reason } of disagreements) {
    const message = `${library} finds the formula and ${what} ${says}: ${reason}. This checker finds them ${ours.verdict}: ${reasonFor(ours)}.`;
    say('error', 'second-opinion', path, message, mend);
  }
  const [gap] = valueGaps;
  if (gap !== undefined) {
    const message = `${gap.library} gives ${gap.theirs} where this checker gives ${gap.ours}, at ${list(gap.at)}.`;
    say('error', 'second-opinion', path, message, mend);
  }
  if (opinions.every(({ says }) => says === 'silent')) {
    const reasons = opinions.map(({ library, reason }) => `${library}: ${reason}`).join('; ');
    say('note', 'no-opinion', path, `No other library has an opinion on the formula and ${what} (${reasons}).`);
  }
};

const mend = 'Write the formula with more brackets. If that changes nothing, please report it.';

const reasonFor = (ours: Equality): string => {
  if (ours.verdict === 'undecided') return ours.reason;
  if (ours.verdict === 'equal') return methods[ours.method];
  const { witness } = ours;
  return witness === undefined
    ? methods[ours.method]
    : `${witness.left} and ${witness.right} at ${list(witness.values)}`;
};

const methods = {
  identical: 'they are written alike',
  field: 'by their values at random points of finite fields',
  canonical: 'by their normal forms',
  numeric: 'by their values in double precision, with bounds on the rounding',
  digits: 'by their values in many digits',
  none: 'without a proof',
} satisfies { readonly [Method in EqualityMethod]: string };

const list = (values: { readonly [symbol: string]: string }): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
