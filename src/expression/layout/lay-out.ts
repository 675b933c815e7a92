import type { Expr } from '../../types.js';
import { prettyName } from '../letters.js';
import { tightness } from '../print-text.js';
import { prettyFunction, raisedExponent } from '../print-unicode.js';
import { beside, isFlat, raise, stack, textBox, type Box } from './box.js';
import { barred, parenthesised, rooted } from './brackets.js';

/**
 * The formula in two dimensions for a terminal: fractions stacked, exponents raised, roots drawn. Lines of equal width, in
 * columns of a fixed-width font; plain ASCII unless `unicode`.
 */
export const layOut = (expr: Expr, { unicode }: { readonly unicode: boolean }): readonly string[] =>
  boxOf(expr, unicode).lines;

const boxOf = (expr: Expr, unicode: boolean): Box => {
  switch (expr.kind) {
    case 'number':
      return textBox(expr.text);
    case 'constant':
    case 'symbol':
      return textBox(unicode ? prettyName(expr.name) : expr.name);
    case 'negate':
      return negated(within(expr.argument, 3, unicode), unicode);
    case 'sum':
      return beside(...expr.terms.flatMap((term, index) => termBoxes(term, index, unicode)));
    case 'product':
      return productBox(expr.factors, unicode);
    case 'quotient':
      return stack(boxOf(expr.numerator, unicode), boxOf(expr.denominator, unicode), unicode ? '─' : '-');
    case 'power':
      return powerBox(expr.base, expr.exponent, unicode);
    case 'call':
      return callBox(expr, unicode);
  }
};

/** A fraction bar groups by itself, except under an exponent. */
const within = (expr: Expr, least: number, unicode: boolean): Box => {
  const box = boxOf(expr, unicode);
  const own = expr.kind === 'quotient' && least <= 4 ? 4 : tightness(expr);
  return own < least ? parenthesised(box, unicode) : box;
};

/** Before a tall box the sign keeps its distance, lest it run into a fraction bar. */
const negated = (box: Box, unicode: boolean): Box => {
  const sign = unicode ? '−' : '-';
  return beside(textBox(isFlat(box) ? sign : `${sign} `), box);
};

const termBoxes = (term: Expr, index: number, unicode: boolean): readonly Box[] => {
  if (index === 0) return [within(term, 2, unicode)];
  if (term.kind === 'negate') return [textBox(unicode ? ' − ' : ' - '), within(term.argument, 3, unicode)];
  return [textBox(' + '), within(term, 2, unicode)];
};

const productBox = (factors: readonly Expr[], unicode: boolean): Box => {
  const boxes = factors.map((factor) => within(factor, 4, unicode));
  const dot = unicode ? '·' : '*';
  const sign = textBox(boxes.every((box) => isFlat(box)) ? dot : ` ${dot} `);
  return beside(...boxes.flatMap((box, index) => (index === 0 ? [box] : [sign, box])));
};

const powerBox = (base: Expr, exponent: Expr, unicode: boolean): Box => {
  const below = within(base, base.kind === 'call' ? 6 : 5, unicode);
  const raised = unicode && isFlat(below) ? raisedExponent(exponent) : undefined;
  return raised === undefined ? raise(below, boxOf(exponent, unicode)) : beside(below, textBox(raised));
};

const callBox = (expr: Expr & { readonly kind: 'call' }, unicode: boolean): Box => {
  const comma = textBox(', ');
  const boxes = expr.arguments.map((argument) => boxOf(argument, unicode));
  const inner = beside(...boxes.flatMap((box, index) => (index === 0 ? [box] : [comma, box])));
  const [first] = expr.arguments;
  const isAtom = first !== undefined && tightness(first) === 5 && first.kind !== 'call';
  switch (expr.name) {
    case 'sqrt':
    case 'cbrt': {
      const isSquare = expr.name === 'sqrt';
      if (!isFlat(inner)) return rooted(inner, isSquare ? ' ' : '3', unicode);
      const sign = unicode ? (isSquare ? '√' : '∛') : expr.name;
      return beside(textBox(sign), unicode && isAtom ? inner : parenthesised(inner, unicode));
    }
    case 'abs':
      return barred(inner, unicode);
    case 'factorial':
      return beside(isAtom ? inner : parenthesised(inner, unicode), textBox('!'));
    default:
      return beside(textBox(unicode ? prettyFunction(expr.name) : expr.name), parenthesised(inner, unicode));
  }
};
