import { solve } from '../../em/index.js';
import { tellApart, type Telling } from '../../variants/index.js';
import { nearbyModels } from '../nearby.js';
import { asksTheSolver, type Lint, type LintCheck } from '../finding.js';

/** Every known mistake is run on them, more than once. */
const mostPoints = 60;
/** More of them would not be read. */
const mostNamed = 12;

/**
 * Which mistakes these numbers cannot show, which they cannot tell from one another, and a start or data set close by that shows more. Notes: a
 * mistake that changes nothing is graded right, and rightly so.
 */
export const checkTelling: LintCheck = (lint) => {
  const { problem, say } = lint;
  if (!asksTheSolver(problem)) return;
  if (problem.model.data.length > mostPoints) {
    say(
      'note',
      'many-points',
      ['model', 'data'],
      `With more than ${mostPoints} points, which mistakes can be told apart is not tried out.`,
    );
    return;
  }
  const telling = tellApart(problem);
  const path = ['model', problem.model.start === undefined ? 'responsibilities' : 'start'];
  if (telling.invisible.length > 0) {
    say(
      'note',
      'invisible',
      path,
      `${count(telling.invisible.length, 'known mistake')} cannot show on these numbers: ${list(telling.invisible)}.`,
    );
  }
  for (const ids of telling.alike) {
    say(
      'note',
      'alike',
      path,
      `These mistakes give the same answers here: ${list(ids)}.`,
      'Ask for more digits, or for what lies between, to tell them apart.',
    );
  }
  if (telling.invisible.length + telling.alike.length > 0) propose(lint, telling, path);
};

const propose = ({ problem, say }: Lint, now: Telling, path: readonly string[]): void => {
  let best: { readonly change: string; readonly telling: Telling } | undefined;
  for (const { model, change } of nearbyModels(problem.model)) {
    if (solve(model).outcome.kind !== 'converged') continue;
    const telling = tellApart({ ...problem, model });
    if (hidden(telling) < hidden(best?.telling ?? now)) best = { change, telling };
  }
  if (best === undefined) return;
  const shows = now.invisible.filter((id) => !best.telling.invisible.includes(id));
  const told = now.alike.flat().filter((id) => !best.telling.alike.flat().includes(id));
  const gain = [
    ...(shows.length === 0 ? [] : [`shows ${list(shows)}`]),
    ...(told.length === 0 ? [] : [`tells ${list(told)} apart`]),
  ];
  if (gain.length > 0)
    say(
      'note',
      'proposal',
      path,
      `Close by, ${best.change} ${gain.join(' and ')}.`,
      `${hidden(best.telling)} of ${now.visible + now.invisible.length} mistakes would stay hidden or alike, instead of ${hidden(now)}.`,
    );
};

const hidden = ({ invisible, alike }: Telling): number => invisible.length + alike.flat().length;

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

const list = (ids: readonly string[]): string =>
  ids.length <= mostNamed ? ids.join(', ') : `${ids.slice(0, mostNamed).join(', ')} and ${ids.length - mostNamed} more`;
