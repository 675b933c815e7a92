import { compare } from '../compare.js';
import { compileFormula } from '../formula.js';
import { createSetting, type GivenIdentity } from '../setting.js';
import type { Domains, Equality, Expr } from '../../types.js';
import type { Opinion } from './opinion.js';
import { type OpinionTask, opinionTask } from './task.js';

export { formOpinions, type Opinion } from './opinion.js';
export { type OpinionTask, opinionTask } from './task.js';

/**
 * Who lets the libraries think: `formOpinions` itself, or a thread that is killed when its time is up (then: no opinions). The core starts no
 * threads, so the caller brings one.
 */
export type OpinionRunner = (task: OpinionTask) => Promise<readonly Opinion[]>;

/** Our verdict beside those of other libraries. `disagreements` holds the opinions that contradict it, with their reasons; never hidden. */
export type SecondOpinion = {
  readonly ours: Equality;
  readonly opinions: readonly Opinion[];
  readonly disagreements: readonly Opinion[];
};

/** Compares two formulas and asks mathjs (64 digits) and nerdamer what they think of it. Both get only text printed from the trees, in neutral names. */
export const secondOpinion = async (
  left: Expr,
  right: Expr,
  frame: { readonly domains?: Domains; readonly given?: readonly GivenIdentity[] },
  run: OpinionRunner,
): Promise<SecondOpinion> => {
  const setting = createSetting(frame.domains ?? {}, frame.given ?? []);
  const ours = compare(compileFormula(left, setting), right);
  const opinions = await run(
    opinionTask(left, right, frame.domains, frame.given, ours.verdict === 'different' ? ours.witness : undefined),
  );
  const disagreements = opinions.filter(
    ({ says }) =>
      (says === 'equal' && ours.verdict === 'different') || (says === 'different' && ours.verdict === 'equal'),
  );
  return { ours, opinions, disagreements };
};
