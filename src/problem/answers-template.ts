import { isFailure, quantity, solve, type Solution } from '../em/index.js';
import type { Answer, Problem, Question } from '../types.js';

/** An answers file for a problem with every answer blank, in the shape that is asked: ready to be filled in, and to be graded as it stands. */
export const answersTemplate = (problem: Problem, student?: string): string => {
  const solution = solve(problem.model);
  const head = { problem: problem.id, student: student ?? '', attempt: 1 };
  const answers = problem.questions.map(
    (question) => `    ${JSON.stringify(question.id)}: ${onOneLine(blankFor(question, solution))}`,
  );
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  return `{\n${fields.join('\n')}\n  "answers": {\n${answers.join(',\n')}\n  }\n}\n`;
};

const onOneLine = (answer: Answer): string =>
  typeof answer === 'object' ? `[${answer.map(onOneLine).join(', ')}]` : JSON.stringify(answer);

const blankFor = ({ answer }: Question, solution: Solution): Answer => {
  if (answer.kind !== 'assignments' && answer.kind !== 'list' && answer.kind !== 'table') return '';
  const value = 'stated' in answer.key ? answer.key.stated : quantity(solution, answer.key);
  if (typeof value === 'object' && 'kind' in value && isFailure(value)) return '';
  return blanked(value);
};

type Nested = string | number | readonly Nested[];

const blanked = (value: Nested): Answer => (typeof value === 'object' ? value.map(blanked) : '');
