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
  const placeOf = createPlaces(text);
  if (submission.problem !== undefined && submission.problem !== problem.id) {
    problems.push({
      code: 'other-problem',
      file,
      ...placeOf(['problem']),
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
      ...placeOf(['answers', question]),
      question,
      message: `The problem has no question “${question.slice(0, 80)}”.`,
      fix: suggestion(question, known, known.length),
    });
    if (problems.length === mostProblems) break;
  }
  return problems;
};

/** More of them help nobody. */
const mostProblems = 20;

type Place = { readonly line?: number; readonly column?: number };

/** Where the key at a path stands. Reads the text again, once, when first asked: this is the rare case. */
const createPlaces = (text: string | undefined): ((path: readonly string[]) => Place) => {
  let root: JsonNode | undefined;
  return (path) => {
    if (text === undefined) return {};
    let node = (root ??= rootOf(text));
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
};

const rootOf = (text: string): JsonNode | undefined => {
  const json = parseJson(text);
  return json.kind === 'broken' ? undefined : json.root;
};
