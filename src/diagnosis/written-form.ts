/** How a formula is written, up to the order of terms and factors: tells apart mistakes that give equal formulas. */

import { children, symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';

/** FNV-1a over UTF-16 units, in 32 bits, as text. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
};

const flattened = (expr: Expr, kind: 'sum' | 'product'): readonly Expr[] =>
  expr.kind === kind ? children(expr).flatMap((part) => flattened(part, kind)) : [expr];

const write = (expr: Expr): string => {
  switch (expr.kind) {
    case 'number':
      return String(Number(expr.text));
    case 'constant':
    case 'symbol':
      return expr.name;
    case 'sum':
    case 'product':
      return `${expr.kind}(${flattened(expr, expr.kind).map(write).sort().join(' ')})`;
    case 'negate':
    case 'quotient':
    case 'power':
      return `${expr.kind}(${children(expr).map(write).join(' ')})`;
    case 'call':
      return `${expr.name}(${expr.arguments.map(write).join(' ')})`;
  }
};

export type WrittenForm = { readonly shape: string; readonly symbols: string };

export const writtenForm = (expr: Expr): WrittenForm => ({
  shape: hash(write(expr)),
  symbols: hash([...symbolsOf(expr)].sort().join(' ')),
});
