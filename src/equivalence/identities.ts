import { negate, substitute, sum, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import { asFraction } from './polynomial.js';
import { rangeOf } from './ranges.js';
import { solveEquation, type Solving } from './solve-equation.js';

/** An identity `left = right` between the symbols, with the text it came from. */
export type Identity = { readonly left: Expr; readonly right: Expr; readonly text: string };

/** One way to satisfy all identities: each solved symbol as a formula in those that stay free. */
export type Solution = ReadonlyMap<string, Expr>;

export type SettingProblem = {
  readonly code: 'contradictory' | 'unsatisfiable' | 'unsolved' | 'unreadable';
  readonly identity: string;
  readonly message: string;
};

const MOST_SOLUTIONS = 8;

/**
 * Solves the identities one after the other, each for the symbol that is easiest to solve for, in terms of the others. Where a solution has
 * several branches (s² = …, the sign open; a·b = 0) all are kept. What cannot be satisfied, or not be solved with all its branches, is reported as
 * data; the latter is not used then. `isZero` tells whether a formula is zero wherever it is defined; the field does, which needs no identities for it.
 */
export const solveIdentities = (
  identities: readonly Identity[],
  domains: Domains,
  isZero: Solving['isZero'],
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
      const roots = solveEquation(now.left, now.right, { domains, isZero });
      if (roots === undefined) {
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
      for (const { symbol, value } of roots) {
        const one = new Map([[symbol, value]]);
        const substituted = new Map([...solution].map(([name, known]) => [name, substitute(known, one)] as const));
        next.push(substituted.set(symbol, value));
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
    if (next.length > MOST_SOLUTIONS) {
      const message = `“${text}” leaves more than ${MOST_SOLUTIONS} ways to satisfy the identities.`;
      problems.push({ code: 'unsolved', identity: text, message });
      continue;
    }
    solutions = next;
    if (solutions.length === 0) break;
  }
  return { solutions, problems };
};
