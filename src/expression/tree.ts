import type { Expr } from '../types.js';

const none: readonly Expr[] = [];

/** The parts of a formula, from left to right. */
export const children = (expr: Expr): readonly Expr[] => {
  switch (expr.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
      return none;
    case 'negate':
      return [expr.argument];
    case 'sum':
      return expr.terms;
    case 'product':
      return expr.factors;
    case 'quotient':
      return [expr.numerator, expr.denominator];
    case 'power':
      return [expr.base, expr.exponent];
    case 'call':
      return expr.arguments;
  }
};

/** The formula with each part replaced; itself where no part changed. */
export const mapChildren = (expr: Expr, change: (child: Expr) => Expr): Expr => {
  switch (expr.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
      return expr;
    case 'negate': {
      const argument = change(expr.argument);
      return argument === expr.argument ? expr : { kind: 'negate', argument };
    }
    case 'sum': {
      const terms = mapAll(expr.terms, change);
      return terms === expr.terms ? expr : { kind: 'sum', terms };
    }
    case 'product': {
      const factors = mapAll(expr.factors, change);
      return factors === expr.factors ? expr : { kind: 'product', factors };
    }
    case 'quotient': {
      const numerator = change(expr.numerator);
      const denominator = change(expr.denominator);
      const same = numerator === expr.numerator && denominator === expr.denominator;
      return same ? expr : { kind: 'quotient', numerator, denominator };
    }
    case 'power': {
      const base = change(expr.base);
      const exponent = change(expr.exponent);
      return base === expr.base && exponent === expr.exponent ? expr : { kind: 'power', base, exponent };
    }
    case 'call': {
      const args = mapAll(expr.arguments, change);
      return args === expr.arguments ? expr : { kind: 'call', name: expr.name, arguments: args };
    }
  }
};

const mapAll = (parts: readonly Expr[], change: (child: Expr) => Expr): readonly Expr[] => {
  const changed = parts.map((part) => change(part));
  return changed.every((part, index) => part === parts[index]) ? parts : changed;
};

/** The names of the symbols, each once, in the order of their first appearance. */
export const symbolsOf = (expr: Expr): readonly string[] => {
  const names: string[] = [];
  addSymbols(expr, names);
  return names;
};

const addSymbols = (part: Expr, names: string[]): void => {
  switch (part.kind) {
    case 'number':
    case 'constant':
      return;
    case 'symbol':
      return addOnce(part.name, names);
    case 'negate':
      return addSymbols(part.argument, names);
    case 'sum':
      return addAllSymbols(part.terms, names);
    case 'product':
      return addAllSymbols(part.factors, names);
    case 'quotient':
      addSymbols(part.numerator, names);
      return addSymbols(part.denominator, names);
    case 'power':
      addSymbols(part.base, names);
      return addSymbols(part.exponent, names);
    case 'call':
      return addAllSymbols(part.arguments, names);
  }
};

const addAllSymbols = (parts: readonly Expr[], names: string[]): void => {
  for (let k = 0; k < parts.length; k++) addSymbols(parts[k] as Expr, names);
};

/** A loop of its own: `includes` costs more than all the rest of the walk. */
const addOnce = (name: string, names: string[]): void => {
  for (let k = 0; k < names.length; k++) if (names[k] === name) return;
  names.push(name);
};

/** All symbols replaced at once, so that names can be exchanged; symbols without a replacement stay. */
export const substitute = (expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr =>
  expr.kind === 'symbol'
    ? (replacements.get(expr.name) ?? expr)
    : mapChildren(expr, (child) => substitute(child, replacements));

/** True where both are written alike, node for node; `a+b` and `b+a` are not. */
export const sameShape = (a: Expr, b: Expr): boolean => {
  if (a === b) return true;
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && a.text === b.text;
    case 'constant':
    case 'symbol':
      return a.kind === b.kind && a.name === b.name;
    case 'negate':
      return b.kind === 'negate' && sameShape(a.argument, b.argument);
    case 'sum':
      return b.kind === 'sum' && sameShapes(a.terms, b.terms);
    case 'product':
      return b.kind === 'product' && sameShapes(a.factors, b.factors);
    case 'quotient':
      return b.kind === 'quotient' && sameShape(a.numerator, b.numerator) && sameShape(a.denominator, b.denominator);
    case 'power':
      return b.kind === 'power' && sameShape(a.base, b.base) && sameShape(a.exponent, b.exponent);
    case 'call':
      return b.kind === 'call' && a.name === b.name && sameShapes(a.arguments, b.arguments);
  }
};

const sameShapes = (a: readonly Expr[], b: readonly Expr[]): boolean => {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (!sameShape(a[k] as Expr, b[k] as Expr)) return false;
  return true;
};

export const countNodes = (expr: Expr): number => children(expr).reduce((count, part) => count + countNodes(part), 1);

/** The height of the tree (one for a leaf), found without recursion: nothing has bounded it yet. */
export const heightOf = (expr: Expr): number => {
  let height = 0;
  let level: readonly Expr[] = [expr];
  while (level.length > 0) {
    height++;
    level = level.flatMap((part) => children(part));
  }
  return height;
};
