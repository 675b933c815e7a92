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

const hashOf = (symbols: readonly string[]): string => hash([...symbols].sort().join(' '));

export const writtenForm = (expr: Expr): WrittenForm => ({
  shape: hash(write(expr)),
  symbols: hashOf(symbolsOf(expr)),
});

/** Formulas with more symbols than this are not asked for. */
const mostSymbols = 10;

/** Whether a formula holds all symbols of another, which are given by their hash, and maybe more. */
export const holdsSymbols = (expr: Expr, symbols: string): boolean => {
  const own = symbolsOf(expr);
  if (hashOf(own) === symbols) return true;
  if (own.length > mostSymbols) return false;
  return Array.from({ length: 2 ** own.length }, (_, choice) => own.filter((__, i) => (choice >> i) % 2 === 1)).some(
    (some) => hashOf(some) === symbols,
  );
};
