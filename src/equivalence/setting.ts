import { parseFormula, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import { type Branch, makeBranch, PLAIN } from './branch.js';
import { compile } from './compile.js';
import { makeChainStore } from './field-point.js';
import { type Identity, type SettingProblem, solveIdentities } from './identities.js';
import { run, UNDEFINED } from './run.js';

export type { SettingProblem } from './identities.js';

/** An identity, as text `left = right` or in parts. */
export type GivenIdentity = string | { readonly left: Expr; readonly right: Expr };

/** Domains and identities, made ready: the frame in which formulas are compared. It holds caches, so it is not data to be sent or stored. */
export type Setting = {
  readonly domains: Domains;
  readonly identities: readonly Identity[];
  /** Identities that contradict each other or the domains, cannot be solved, or cannot be read. Empty when all is well. */
  readonly problems: readonly SettingProblem[];
  /** The ways to satisfy the identities: usually one. */
  readonly branches: readonly Branch[];
};

const ZERO_TESTS = 4;
const MOST_POINTS = 200;
/** Real points at which values inside the domains are sought before a way to satisfy the identities is given up. */
const MOST_ATTEMPTS = 60;

/** Zero at every point of the fields where it is defined, and defined at some. */
const isZeroIn = (branch: Branch, expr: Expr): boolean => {
  const program = compile(expr, branch.symbols);
  let zeros = 0;
  for (let index = 0; index < MOST_POINTS && zeros < ZERO_TESTS; index++) {
    const value = run(program, branch.fieldPoint(index));
    if (value === UNDEFINED) continue;
    if (value !== 0) return false;
    zeros++;
  }
  return zeros === ZERO_TESTS;
};

const readIdentity = (given: GivenIdentity, domains: Domains): Identity | SettingProblem => {
  if (typeof given !== 'string') return { ...given, text: '' };
  const sides = given.split('=');
  const [left, right] = sides.map((side) => parseFormula(side, { symbols: Object.keys(domains) }));
  if (sides.length === 2 && left?.kind === 'formula' && right?.kind === 'formula') {
    return { left: left.expr, right: right.expr, text: given };
  }
  const problem = left?.kind === 'unreadable' ? left : right?.kind === 'unreadable' ? right : undefined;
  const message =
    sides.length === 2
      ? (problem?.problems[0].message ?? '')
      : 'An identity is two formulas with one “=” between them.';
  return { code: 'unreadable', identity: given, message };
};

/**
 * What takes time to find out about domains and identities: how the identities can be satisfied. Data, to be kept or sent; it goes with the very
 * domains and identities that it was found for.
 */
export type SolvedIdentities = {
  readonly identities: readonly Identity[];
  readonly problems: readonly SettingProblem[];
  /** Each a way to satisfy all identities: symbols as formulas in those that stay free. */
  readonly solutions: readonly (readonly (readonly [symbol: string, formula: Expr])[])[];
};

/** Solves the identities under the domains. Bad ones are reported in `problems`. */
export const solveSetting = (domains: Domains, given: readonly GivenIdentity[]): SolvedIdentities => {
  if (given.length === 0) return { identities: [], problems: [], solutions: [[]] };
  const store = makeChainStore();
  const free = makeBranch(domains, new Map(), store);
  const read = given.map((one) => readIdentity(one, domains));
  const identities = read.filter((one): one is Identity => 'left' in one);
  const unreadable = read.filter((one): one is SettingProblem => 'code' in one);
  const { solutions, problems } = solveIdentities(identities, domains, (expr) => isZeroIn(free, expr));
  const symbols = [...new Set(identities.flatMap(({ left, right }) => [...symbolsOf(left), ...symbolsOf(right)]))];
  const satisfiable = solutions.filter((solution) => {
    const branch = makeBranch(domains, solution, store, identities);
    return Array.from({ length: MOST_ATTEMPTS }, (_, i) => i).some(
      (i) => branch.realPoint(i, symbols, PLAIN) !== undefined,
    );
  });
  const found = { identities, solutions: satisfiable.map((solution) => [...solution]) };
  if (satisfiable.length > 0 || problems.some((problem) => problem.code === 'contradictory')) {
    return { ...found, problems: [...unreadable, ...problems] };
  }
  const unsatisfiable: SettingProblem = {
    code: 'unsatisfiable',
    identity: identities.map((identity) => identity.text).join(', '),
    message: 'No values inside the domains were found that satisfy all identities.',
  };
  return { ...found, problems: [...unreadable, ...problems, unsatisfiable] };
};

/** The setting that these solutions make. */
export const openSetting = (domains: Domains, { identities, problems, solutions }: SolvedIdentities): Setting => {
  const store = makeChainStore();
  return {
    domains,
    identities,
    problems,
    branches: solutions.map((solution) => makeBranch(domains, new Map(solution), store, identities)),
  };
};

/**
 * Prepares domains and identities for comparing formulas: solves the identities and fixes the points of comparison, all drawn from the names
 * of the symbols, so that the same setting always gives the same verdicts. Symbols without a domain are real. Bad identities are reported in
 * `problems`; comparisons under contradictory ones are undecided.
 */
export const createSetting = (domains: Domains = {}, given: readonly GivenIdentity[] = []): Setting =>
  openSetting(domains, solveSetting(domains, given));
