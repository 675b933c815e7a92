import { componentFor, quantity, type Solution } from '../em/index.js';
import { mapChildren, parseFormula, printLatex, printText, printUnicode } from '../expression/index.js';
import type { Answer, Expr, FormulaSpec, Precision, Question } from '../types.js';

/** Right answers to a question, each in a spelling a student might use, with what is particular about it. */
export const rightAnswers = (
  question: Question,
  solution: Solution,
): readonly (readonly [spelling: string, answer: Answer])[] => {
  const { answer } = question;
  switch (answer.kind) {
    case 'formula':
      return spellFormula(answer);
    case 'choice': {
      const key = 'stated' in answer.key ? answer.key.stated : keyOfComponent(componentFor(solution, answer.key));
      const label = answer.options[key];
      return key === '' || label === undefined
        ? []
        : [
            ['by its key', key],
            ['by its words', label],
          ];
    }
    case 'assignments':
    case 'number':
    case 'list':
    case 'table': {
      const value = 'stated' in answer.key ? answer.key.stated : quantity(solution, answer.key);
      if (typeof value === 'object' && 'kind' in value) return [];
      return spellNumbers(value, 'precision' in answer ? answer.precision : { decimals: 0 });
    }
  }
  return [];
};

const keyOfComponent = (choice: ReturnType<typeof componentFor>): string =>
  choice.kind === 'component' ? String(choice.component) : '';

type Numbers = string | number | readonly Numbers[];

const spellNumbers = (value: Numbers, { decimals }: Precision): readonly (readonly [string, Answer])[] => {
  const each = (change: (entry: string | number) => Answer): Answer => mapNumbers(value, change);
  const all: (readonly [string, Answer])[] = [
    ['with all its digits', each((entry) => entry)],
    ['as text', each((entry) => String(entry))],
    ['with a typographic minus', each((entry) => String(entry).replace(/^-/, '−'))],
  ];
  if (decimals === undefined) return all;
  return [
    ...all,
    ['rounded as asked', each((entry) => asNumber(entry, decimals))],
    ['with two digits more', each((entry) => asNumber(entry, Math.min(decimals + 2, 15)))],
    [
      'rounded as asked, with its zeros',
      each((entry) => (typeof entry === 'number' ? entry.toFixed(decimals) : entry)),
    ],
  ];
};

const asNumber = (entry: string | number, digits: number): Answer =>
  typeof entry === 'number' ? Number(entry.toFixed(digits)) : entry;

const mapNumbers = (value: Numbers, change: (entry: string | number) => Answer): Answer =>
  typeof value === 'object' ? value.map((entry) => mapNumbers(entry, change)) : change(value);

const spellFormula = (spec: FormulaSpec): readonly (readonly [string, Answer])[] => {
  const reading = parseFormula(spec.formula, { symbols: Object.keys(spec.symbols) });
  if (reading.kind === 'unreadable') return [];
  const { expr } = reading;
  const [side] = spec.leftHandSide ?? [];
  const text = printText(expr);
  return [
    ['as it stands', spec.formula],
    ['as printed', text],
    ['without blanks', text.replaceAll(' ', '')],
    ['with ** for powers', text.replaceAll('^', '**')],
    ['in LaTeX', printLatex(expr)],
    ['in Unicode', printUnicode(expr)],
    ['the other way round', printText(reverse(expr))],
    ...(side === undefined ? [] : [['with its left-hand side', `${side} = ${text}`] as const]),
  ];
};

/** Terms and factors in the opposite order. */
export const reverse = (expr: Expr): Expr => {
  const inside = mapChildren(expr, reverse);
  if (inside.kind === 'sum') return { ...inside, terms: inside.terms.toReversed() };
  if (inside.kind === 'product') return { ...inside, factors: inside.factors.toReversed() };
  return inside;
};
