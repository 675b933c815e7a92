import { negate, number, substitute } from '../../expression/index.js';
import type { Expr } from '../../types.js';
import { evaluateConstant } from '../constant.js';
import type { Opinion, OpinionLibrary } from './opinion.js';
import type { OpinionTask } from './task.js';

/** A point at which a library has another value for a formula than we have. */
export type ValueGap = {
  readonly library: OpinionLibrary;
  readonly at: { readonly [symbol: string]: string };
  readonly theirs: string;
  readonly ours: string;
};

/** Both sides are right to far more digits than this, or say how far they may be off. */
const agreement = 1e-12;

/** Compares our own value of a formula at a task's points with those of the libraries; where one side has none there is nothing to compare. */
export const findValueGaps = (
  formula: Expr,
  names: ReadonlyMap<string, string>,
  { points }: OpinionTask,
  opinions: readonly Opinion[],
): readonly ValueGap[] =>
  points.flatMap((point, index) => {
    const asked = opinions.filter(({ values }) => (values?.[index] ?? '') !== '');
    if (asked.length === 0) return [];
    const at = Object.fromEntries([...names].map(([name, neutral]) => [name, point[neutral] ?? '']));
    const own = evaluateConstant(
      substitute(formula, new Map(Object.entries(at).map(([name, text]) => [name, signed(text)]))),
    );
    if (own.kind !== 'rational' && own.kind !== 'real') return [];
    const error = own.kind === 'real' ? own.error : 0;
    return asked.flatMap(({ library, values }) => {
      const theirs = values?.[index] ?? '';
      const apart = Math.abs(Number(theirs) - own.value);
      const isSame = apart <= error + agreement * Math.max(Math.abs(Number(theirs)), Math.abs(own.value));
      return isSame ? [] : [{ library, at, theirs, ours: `${own.value}` }];
    });
  });

const signed = (text: string): Expr => (text.startsWith('-') ? negate(number(text.slice(1))) : number(text));
