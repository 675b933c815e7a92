import { withFamily } from '../../em/index.js';
import type { Problem } from '../../types.js';
import type { Check, Inspection } from './check.js';

/** Rules and texts that never come to bear, and a rule that gives the answers away. */
export const checkUnused: Check = (inspection) => {
  checkForms(inspection);
  checkNeverShown(inspection);
  checkFollowThrough(inspection);
  checkSolutions(inspection);
};

const checkForms = ({ surface, warn }: Inspection): void => {
  for (const [index, { form }] of surface.questions.entries()) {
    if (form === undefined || (form.simplified && form.otherwise !== undefined)) continue;
    warn(
      'unreachable',
      ['questions', index, 'form'],
      '“form” costs nothing: a right answer in any other form earns all points.',
      'Write { simplified: true, otherwise: 0.5 }, or take it out.',
      'key',
    );
  }
};

const checkNeverShown = ({ problem, surface, warn }: Inspection): void => {
  const said = [
    ['hints', 'hint', problem.policy.hints],
    ['explain', 'explanation', problem.policy.explanations],
  ] as const;
  for (const [rule, field, when] of said) {
    if (when !== 'never') continue;
    const ids = surface.questions.filter((question) => question[field] !== undefined).map(({ id }) => id);
    if (ids.length === 0) continue;
    warn(
      'unreachable',
      ['policy', rule],
      `With ${rule}: never, nobody sees the ${field} of ${ids.join(', ')}.`,
      `Write ${rule}: after-attempts, or take the ${field} out.`,
      'key',
    );
  }
};

const checkFollowThrough = ({ problem, solution, warn }: Inspection): void => {
  if (problem.policy.followThrough === 0 || solution === undefined || canFollow(problem)) return;
  warn(
    'unreachable',
    ['policy', 'follow-through'],
    '“follow-through” never applies: no answer follows from that of another question.',
    'Ask for responsibilities or parameters on the way, or take it out.',
    'key',
  );
};

/** Whether some answer can be computed from that of another question: numbers of the run from others, formulas where one names what another uses. */
const canFollow = ({ questions, model }: Problem): boolean => {
  const parameters: readonly string[] = withFamily(model.family, (family) => family.parameters);
  const derived = questions.flatMap(({ answer }) =>
    answer.kind === 'formula' || 'stated' in answer.key ? [] : [{ kind: answer.kind, key: answer.key }],
  );
  const hasSource = derived.some(
    ({ key }) => 'from' in key && (key.from === 'responsibilities' || parameters.includes(key.from)),
  );
  if (hasSource && derived.length > 1) return true;
  const formulas = questions.flatMap(({ answer }) => (answer.kind === 'formula' ? [answer] : []));
  return formulas.some((source) =>
    formulas.some(
      (other) => other !== source && source.leftHandSide?.some((name) => Object.hasOwn(other.symbols, name)) === true,
    ),
  );
};

const checkSolutions = ({ problem, warn }: Inspection): void => {
  const { policy, questions } = problem;
  const open = questions.filter(({ attempts }) => (attempts ?? policy.attempts) > 1);
  if (policy.solutions !== 'always' || open.length === 0) return;
  warn(
    'solutions-early',
    ['policy', 'solutions'],
    `Right answers are shown at the first attempt, and there are more attempts at ${open.map(({ id }) => id).join(', ')}.`,
    'Write solutions: after-attempts.',
    'key',
  );
};
