import { createRequire } from 'node:module';
import { all, create } from 'mathjs';
import { layOut, parseFormula, printText } from '../../src/expression/index.js';
import type { Expr } from '../../src/types.js';

export const title = 'Reading a formula';

/** The homework's shapes with single letters: math-expressions 1.8.1 drops subscripts, or fails on them. */
const formulas = [
  'p*n/(a*b+ c*d)',
  '(a*x + b*y)/(a+ b)',
  '(a*(x - m)^2 + b*(y-m)^2)/(a+ b)',
  '(a+ b)/2',
  '1/sqrt(2*pi*s^2)*exp(-(x-m)^2/(2*s^2))',
  '-24.512532330086678',
];
const symbols = ['a', 'b', 'c', 'd', 'm', 'n', 'p', 's', 'x', 'y'];

type Peer = { readonly fromText: (text: string) => unknown };
/** CommonJS without types. */
const require = createRequire(import.meta.url);
const peer = require('math-expressions') as Peer;

const rounds = 15;
const warmUp = 40;

/** Microseconds a formula, over all formulas. */
const time = (read: (text: string) => unknown, repeats: number): number => {
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) for (const formula of formulas) read(formula);
  return ((performance.now() - start) * 1000) / (repeats * formulas.length);
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const run = async (): Promise<string> => {
  const mathjs = create(all ?? {});
  const exprs = formulas.flatMap((formula): readonly Expr[] => {
    const reading = parseFormula(formula);
    return reading.kind === 'formula' ? [reading.expr] : [];
  });
  const readers: readonly { name: string; read: (text: string) => unknown; repeats: number; times: number[] }[] = [
    { name: '`parseFormula`', read: (text) => parseFormula(text), repeats: 400, times: [] },
    {
      name: '`parseFormula` with the symbols offered',
      read: (text) => parseFormula(text, { symbols }),
      repeats: 400,
      times: [],
    },
    { name: 'mathjs `parse`', read: (text) => mathjs.parse(text), repeats: 100, times: [] },
    { name: 'math-expressions `fromText`', read: (text) => peer.fromText(text), repeats: 10, times: [] },
  ];
  for (const { read } of readers) time(read, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const { read, repeats, times } of readers) times.push(time(read, repeats));
  const own = medianOf(readers[0]?.times ?? []);
  const rows = readers.map(({ name, times }) => {
    const median = medianOf(times);
    return `| ${name} | ${median.toFixed(2)} | ${(median / own).toFixed(1)} |`;
  });
  const printing = medianOf(Array.from({ length: rounds }, () => perExpr(exprs, printText)));
  const laying = medianOf(
    Array.from({ length: rounds }, () => perExpr(exprs, (expr) => layOut(expr, { unicode: true }))),
  );
  rows.push(`| \`printText\` of what was read | ${printing.toFixed(2)} | ${(printing / own).toFixed(1)} |`);
  rows.push(`| \`layOut\` of what was read | ${laying.toFixed(2)} | ${(laying / own).toFixed(1)} |`);
  return ['| reader | µs a formula (median) | times `parseFormula` |', '|---|---:|---:|', ...rows].join('\n');
};

const perExpr = (exprs: readonly Expr[], print: (expr: Expr) => unknown): number => {
  const start = performance.now();
  for (let repeat = 0; repeat < 100; repeat++) for (const expr of exprs) print(expr);
  return ((performance.now() - start) * 1000) / (100 * exprs.length);
};
