import { type LintCheck, shown } from '../finding.js';

/** Points that cannot be shared out as they should: every assignment of a question is worth the same, so its points are a multiple of their number. */
export const checkPointsAddUp: LintCheck = ({ problem, say }) => {
  for (const [index, { answer, points }] of problem.questions.entries()) {
    if (answer.kind !== 'assignments' || points === 0) continue;
    const count = 'stated' in answer.key ? answer.key.stated.length : problem.model.data.length;
    // Quarters of a point are in use; sevenths are not.
    if (Number.isInteger((points / count) * 4)) continue;
    say(
      'warning',
      'uneven-points',
      ['questions', index, 'points'],
      `${shown(points)} ${points === 1 ? 'point' : 'points'} for ${count} assignments ${points === 1 ? 'makes' : 'make'} ${shown(points / count)} each.`,
      `Give ${count} points, or a multiple.`,
    );
  }
};
