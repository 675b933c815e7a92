import { negate, substitute, sum, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import { isolate } from './isolate.js';
import { asFraction, solveLinear, solveQuadratic } from './polynomial.js';
import { rangeOf, rangeOfDomain } from './ranges.js';
import { exactValue } from './rational.js';

/** An identity `left = right` between the symbols, with the text it came from. */
export type Identity = { readonly left: Expr; readonly right: Expr; readonly text: string };

/** One way to satisfy all identities: each solved symbol as a formula in those that stay free. */
export type Solution = ReadonlyMap<string, Expr>;

export type SettingProblem = {
  readonly code: 'contradictory' | 'unsatisfiable' | 'unsolved' | 'unreadable';
  readonly identity: string;
  readonly message: string;
};

const MOST_SOLUTIONS = 4;

/** Tells whether a formula is zero wherever it is defined; supplied by the field, which itself needs no identities for it. */
type ZeroTest = (expr: Expr) => boolean;

type Candidate = { readonly symbol: string; readonly roots: readonly Expr[]; readonly cost: number };

const hasSymbols = (expr: Expr): boolean => symbolsOf(expr).length > 0;

/** Cheap to solve for: linear with a constant coefficient; then linear; then what leaves the domain, needs roots or has two solutions. */
const candidateFor = (
  identity: Identity,
  symbol: string,
  domains: Domains,
  isZero: ZeroTest,
): Candidate | undefined => {
  const difference = sum(identity.left, negate(identity.right));
  const asPolynomial = asFraction(difference, symbol)?.numerator.map((c) =>
    c === undefined || isZero(c) ? undefined : c,
  );
  let roots: readonly Expr[] | undefined;
  let cost = 0;
  if (asPolynomial !== undefined && asPolynomial[1] !== undefined && asPolynomial[2] === undefined) {
    roots = [solveLinear(asPolynomial[1], asPolynomial[0])];
    cost = hasSymbols(asPolynomial[1]) ? 2 : exactValue(asPolynomial[1]) === undefined ? 1 : 0;
  } else if (asPolynomial?.[2] !== undefined) {
    roots = solveQuadratic(asPolynomial[2], asPolynomial[1], asPolynomial[0]);
    cost = 6;
  } else {
    roots = isolate(identity.left, identity.right, symbol);
    cost = 4;
  }
  if (roots === undefined) return undefined;
  const domain = rangeOfDomain(Object.hasOwn(domains, symbol) ? domains[symbol] : undefined);
  const possible = roots.filter((root) => {
    const [low, high] = rangeOf(root, domains);
    return high >= domain[0] && low <= domain[1] && !(high <= 0 && domain[0] >= 0 && !isZero(root));
  });
  if (possible.length === 0) return undefined;
  const stays = possible.every((root) => {
    const [low, high] = rangeOf(root, domains);
    return low >= domain[0] && high <= domain[1];
  });
  const alone = [identity.left, identity.right].some((side) => side.kind === 'symbol' && side.name === symbol);
  return { symbol, roots: possible, cost: cost + (stays ? 0 : 1) + 2 * (possible.length - 1) - (alone ? 0.5 : 0) };
};

/**
 * Solves the identities one after the other, each for the symbol that is easiest to solve for, in terms of the others. Where a solution has
 * two branches (s² = …, the sign open) both are kept. What cannot be satisfied or solved is reported as data.
 */
export const solveIdentities = (
  identities: readonly Identity[],
  domains: Domains,
  isZero: ZeroTest,
): { readonly solutions: readonly Solution[]; readonly problems: readonly SettingProblem[] } => {
  let solutions: readonly Solution[] = [new Map()];
  const problems: SettingProblem[] = [];
  for (const { left, right, text } of identities) {
    const next: Solution[] = [];
    const failures = new Set<SettingProblem['code']>();
    for (const solution of solutions) {
      const now = { left: substitute(left, solution), right: substitute(right, solution), text };
      const difference = sum(now.left, negate(now.right));
      if (isZero(difference)) {
        next.push(solution);
        continue;
      }
      const symbols = symbolsOf(difference);
      if (symbols.length === 0) {
        failures.add('contradictory');
        continue;
      }
      const candidates = symbols.flatMap((symbol) => candidateFor(now, symbol, domains, isZero) ?? []);
      const best = candidates.reduce<Candidate | undefined>(
        (a, b) => (a === undefined || b.cost < a.cost ? b : a),
        undefined,
      );
      if (best === undefined) {
        const [low, high] = rangeOf(difference, domains);
        const impossible =
          low > 0 ||
          high < 0 ||
          symbols.every((symbol) =>
            asFraction(difference, symbol)?.numerator.every((c, k) => k === 0 || c === undefined || isZero(c)),
          );
        failures.add(impossible ? 'contradictory' : 'unsolved');
        if (!impossible) next.push(solution);
        continue;
      }
      for (const root of best.roots) {
        const one = new Map([[best.symbol, root]]);
        const substituted = new Map([...solution].map(([name, value]) => [name, substitute(value, one)] as const));
        next.push(substituted.set(best.symbol, root));
      }
    }
    if (failures.has('unsolved')) {
      problems.push({ code: 'unsolved', identity: text, message: `“${text}” can be solved for none of its symbols.` });
    } else if (next.length === 0) {
      problems.push({
        code: 'contradictory',
        identity: text,
        message: `“${text}” contradicts the other identities, or the domains.`,
      });
    }
    solutions = next.slice(0, MOST_SOLUTIONS);
    if (solutions.length === 0) break;
  }
  return { solutions, problems };
};
