import { suggestion } from '../spelling/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import { placeIn, type JsonNode } from './json-node.js';
import { parseJson } from './parse-json.js';

/**
 * What a submission says that its problem does not know: another problem's id, questions that do not exist. With the text it was read from, places
 * are given too.
 */
export const checkAgainst = (problem: Problem, submission: Submission, text?: string): readonly InputProblem[] => {
  const { file } = submission;
  const problems: InputProblem[] = [];
  if (submission.problem !== undefined && submission.problem !== problem.id) {
    problems.push({
      code: 'other-problem',
      file,
      ...placeOf(text, ['problem']),
      message: `These are answers to “${submission.problem}”, not to “${problem.id}”.`,
      fix: 'Hand in the file of this problem, or correct "problem".',
    });
  }
  const known = problem.questions.map(({ id }) => id);
  const ids = new Set(known);
  for (const question of Object.keys(submission.answers)) {
    if (ids.has(question)) continue;
    problems.push({
      code: 'unknown-question',
      file,
      ...placeOf(text, ['answers', question]),
      question,
      message: `The problem has no question “${question.slice(0, 80)}”.`,
      fix: suggestion(question, known, known.length),
    });
  }
  return problems;
};

/** Where the key at a path stands. Reads the text again: this is the rare case. */
const placeOf = (
  text: string | undefined,
  path: readonly string[],
): { readonly line?: number; readonly column?: number } => {
  if (text === undefined) return {};
  const json = parseJson(text);
  if (json.kind === 'broken') return {};
  let node: JsonNode | undefined = json.root;
  let at = 0;
  for (const step of path) {
    const field: { readonly at: number; readonly node: JsonNode } | undefined =
      node?.kind === 'object' ? node.fields.find(({ key }) => key === step) : undefined;
    if (field === undefined) return {};
    at = field.at;
    node = field.node;
  }
  return placeIn(text, at);
};
