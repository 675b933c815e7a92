import type { BigNumber } from 'mathjs';
import type { OpinionTask } from './task.js';

/** What a library makes of two formulas; `silent` where it cannot tell, fails or gives up. */
export type Opinion = {
  readonly library: OpinionLibrary;
  readonly says: 'equal' | 'different' | 'silent';
  readonly reason: string;
  /** What the library makes of the left formula at the task's points, to thirty digits; empty where it has no finite real value. */
  readonly values?: readonly string[];
};
export type OpinionLibrary = 'mathjs' | 'nerdamer';
export const opinionLibraries: readonly OpinionLibrary[] = ['mathjs', 'nerdamer'];

/** What one library thinks. Runs wherever the caller chooses to, best in a thread that can be killed: nerdamer may think for ever. */
export const formOpinion = (library: OpinionLibrary, task: OpinionTask): Promise<Opinion> => askers[library](task);

/** All of them in turn. */
export const formOpinions = async (task: OpinionTask): Promise<readonly Opinion[]> => {
  const opinions: Opinion[] = [];
  for (const library of opinionLibraries) opinions.push(await formOpinion(library, task));
  return opinions;
};

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

/** Both values at a point, in this many digits; undefined where one of them is no finite real. */
type Evaluate = (point: { readonly [name: string]: string }) => readonly [BigNumber, BigNumber] | undefined;

const evaluator = async (task: OpinionTask, digits: number): Promise<Evaluate> => {
  const { all, create } = await import('mathjs');
  const math = create({ ...all }, { number: 'BigNumber', precision: digits });
  const natural = { ln: (x: number) => math.log(x) };
  const [left, right] = [math.parse(task.left).compile(), math.parse(task.right).compile()];
  return (point) => {
    const scope = Object.fromEntries(
      Object.entries(point).map(([name, text]) => [name, math.evaluate(text) as unknown]),
    );
    const x: unknown = left.evaluate({ ...scope, ...natural });
    const y: unknown = right.evaluate({ ...scope, ...natural });
    return math.isBigNumber(x) && math.isBigNumber(y) && x.isFinite() && y.isFinite() ? [x, y] : undefined;
  };
};

/** mathjs BigNumber: both values at each point. What looks like a difference must stay one with three times the digits. */
const askMathjs = async (task: OpinionTask): Promise<Opinion> => {
  let agreed = 0;
  const values: string[] = [];
  try {
    const evaluate = await evaluator(task, task.digits);
    for (const point of task.points) {
      const both = evaluate(point);
      values.push(both === undefined ? '' : shown(both[0]));
      if (both === undefined) continue;
      const [x, y] = both;
      const apart = x.minus(y).abs();
      const size = x.abs().gt(y.abs()) ? x.abs() : y.abs();
      if (apart.gt(size.times(`1e-${task.digits - 10}`)) && (await staysApart(task, point, apart))) {
        const where = Object.entries(point).map(([name, text]) => `${name} = ${text}`);
        const reason = `${shown(x)} and ${shown(y)}${where.length === 0 ? '' : ` at ${where.join(', ')}`}`;
        return { library: 'mathjs', says: 'different', reason, values };
      }
      agreed++;
    }
  } catch (error) {
    return { library: 'mathjs', says: 'silent', reason: message(error) };
  }
  if (agreed === 0) return { library: 'mathjs', says: 'silent', reason: 'no real value of both at any point' };
  const reason = `agreement to ${task.digits - 10} digits at ${agreed} points`;
  return { library: 'mathjs', says: 'equal', reason, values };
};

/** A big number to thirty digits. */
const shown = (value: BigNumber): string => value.toSignificantDigits(30).toString();

const staysApart = async (
  task: OpinionTask,
  point: { readonly [name: string]: string },
  apart: BigNumber,
): Promise<boolean> => {
  const further = (await evaluator(task, 3 * task.digits))(point);
  return further !== undefined && further[0].minus(further[1]).abs().gt(apart.div(2));
};

/** nerdamer as a prover: it says equal where the difference simplifies to zero, and is silent elsewhere, since its rejections prove nothing. */
const askNerdamer = async (task: OpinionTask): Promise<Opinion> => {
  if (task.constrained)
    return { library: 'nerdamer', says: 'silent', reason: 'it knows no identities between symbols' };
  try {
    const { default: nerdamer } = await import('nerdamer');
    const difference = nerdamer(`simplify((${nerdamerText(task.left)})-(${nerdamerText(task.right)}))`).toString();
    const isZero = difference === '0' || difference === '-0';
    if (isZero) return { library: 'nerdamer', says: 'equal', reason: 'the difference simplifies to 0' };
    return { library: 'nerdamer', says: 'silent', reason: `the difference simplifies to ${difference.slice(0, 120)}` };
  } catch (error) {
    return { library: 'nerdamer', says: 'silent', reason: message(error) };
  }
};

/** nerdamer's log is the natural one, and it has no ln. */
const nerdamerText = (text: string): string => text.replace(/\bln\(/g, 'log(');

const askers = { mathjs: askMathjs, nerdamer: askNerdamer } satisfies {
  readonly [Library in OpinionLibrary]: (task: OpinionTask) => Promise<Opinion>;
};
