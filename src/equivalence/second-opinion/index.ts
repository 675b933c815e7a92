import { compare } from '../compare.js';
import { compileFormula } from '../formula.js';
import { createSetting, type GivenIdentity } from '../setting.js';
import type { Domains, Equality, Expr } from '../../types.js';
import type { Opinion } from './opinion.js';
import { type OpinionTask, neutralNames, opinionTask } from './task.js';
import { findValueGaps, type ValueGap } from './value-gaps.js';

export { formOpinion, formOpinions, opinionLibraries, type Opinion, type OpinionLibrary } from './opinion.js';
export { type OpinionTask, opinionTask } from './task.js';

/**
 * Who lets the libraries think: `formOpinions` itself, or a thread that is killed when its time is up (then: a silent opinion that says so, or none).
 * The core starts no threads, so the caller brings one.
 */
export type OpinionRunner = (task: OpinionTask) => Promise<readonly Opinion[]>;

/**
 * Our verdict beside those of other libraries, in the formulas' own names. `disagreements` holds the opinions that contradict it, with their reasons,
 * `valueGaps` the points where the left formula has another value for them than for us; never hidden.
 */
export type SecondOpinion = {
  readonly ours: Equality;
  readonly opinions: readonly Opinion[];
  readonly disagreements: readonly Opinion[];
  readonly valueGaps: readonly ValueGap[];
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
  const task = opinionTask(
    left,
    right,
    frame.domains,
    frame.given,
    ours.verdict === 'different' ? ours.witness : undefined,
  );
  const names = neutralNames(left, right);
  const said = await run(task);
  const opinions = said.map((opinion) => ({ ...opinion, reason: inOwnNames(opinion.reason, names) }));
  const disagreements = opinions.filter(
    ({ says }) =>
      (says === 'equal' && ours.verdict === 'different') || (says === 'different' && ours.verdict === 'equal'),
  );
  return { ours, opinions, disagreements, valueGaps: findValueGaps(left, names, task, opinions) };
};

const inOwnNames = (text: string, names: ReadonlyMap<string, string>): string => {
  const own = new Map([...names].map(([name, neutral]) => [neutral, name]));
  return text.replaceAll(/\ba\d+\b/g, (neutral) => own.get(neutral) ?? neutral);
};
