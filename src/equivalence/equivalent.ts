import { parseFormula } from '../expression/index.js';
import type { Domains, Equality, Expr, FormulaProblem } from '../types.js';
import { compare } from './compare.js';
import { compileFormula } from './formula.js';
import { createSetting } from './setting.js';

/** Thrown by `equivalent` for a text that is no formula (or, in `given`, no identity); `problems` say where and how to mend it. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly source: string;
  readonly problems: readonly FormulaProblem[];
  constructor(source: string, problems: readonly FormulaProblem[], message = problems[0]?.message ?? '') {
    super(`“${source}” cannot be read as a formula: ${message}`);
    this.source = source;
    this.problems = problems;
  }
}

const read = (formula: string | Expr, domains: Domains): Expr => {
  if (typeof formula !== 'string') return formula;
  const reading = parseFormula(formula, { symbols: Object.keys(domains) });
  if (reading.kind === 'unreadable') throw new FormulaError(formula, reading.problems);
  return reading.expr;
};

/** For callers without types: a domain misspelt would be taken for another. */
const checkDomains = (domains: Domains): void => {
  for (const [symbol, domain] of Object.entries(domains) as readonly (readonly [string, unknown])[]) {
    const isDomain = Array.isArray(domain)
      ? domain.length === 2 && typeof domain[0] === 'number' && domain[0] <= domain[1]
      : domain === 'real' || domain === 'positive';
    if (!isDomain) {
      throw new RangeError(
        `The domain of “${symbol}” is ${JSON.stringify(domain) ?? 'undefined'}; it can be "real", "positive" or [low, high].`,
      );
    }
  }
};

/**
 * Decides whether two formulas are equal: for all values of their symbols in their domains (`real` unless said otherwise) that satisfy the
 * identities in `given`. Synchronous, deterministic, without memory of earlier calls. Throws a `FormulaError` on text that is no formula,
 * and a `RangeError` for a domain that is none.
 */
export const equivalent = (
  a: string | Expr,
  b: string | Expr,
  options: { readonly domains?: Domains; readonly given?: readonly string[] } = {},
): Equality => {
  const domains = options.domains ?? {};
  checkDomains(domains);
  const [left, right] = [read(a, domains), read(b, domains)];
  const setting = createSetting(domains, options.given ?? []);
  const unreadable = setting.problems.find((problem) => problem.code === 'unreadable');
  if (unreadable !== undefined) throw new FormulaError(unreadable.identity, [], unreadable.message);
  return compare(compileFormula(left, setting), right);
};
