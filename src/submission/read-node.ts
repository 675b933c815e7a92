import { isInstant } from '../dates/index.js';
import { nearest, suggestion } from '../spelling/index.js';
import type { Answer, Submission } from '../types.js';
import { hiddenCharacter, unprintableCharacter } from './hidden.js';
import type { JsonField, JsonNode, JsonProblem } from './json-node.js';
import { maxAttempt, maxIdLength } from './limits.js';
import { readNumber } from './read-number.js';
import { problemId, reservedKeys, submissionFields } from './submission-fields.js';

/** A finding with the question it is about. */
export type Finding = JsonProblem & { readonly question?: string };
type Findings = { readonly errors: Finding[]; readonly warnings: Finding[] };

/** The submission in a JSON value that remembers its places, with everything there is to say about it. */
export const readNode = (
  root: JsonNode,
  file: string,
): {
  readonly submission: Omit<Submission, 'warnings'>;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
} => {
  const findings: Findings = { errors: [], warnings: [] };
  const error = (at: number, code: string, message: string, fix: string): void =>
    void findings.errors.push({ code, at, message, fix });
  const blank = { file, attempt: 1, answers: {} };
  if (root.kind !== 'object') {
    error(
      root.at,
      'shape',
      `The file holds ${describe(root)} where { "answers": { … } } should stand.`,
      'Put your answers into { "answers": { … } }.',
    );
    return { submission: blank, ...findings };
  }
  const fields = new Map<string, JsonField>();
  for (const field of root.fields) {
    if (isAllowedKey(field, findings)) {
      if ((submissionFields as readonly string[]).includes(field.key)) fields.set(field.key, field);
      else
        error(
          field.at,
          'unknown-field',
          `Unknown field “${visible(field.key)}”.`,
          suggestion(field.key, submissionFields),
        );
    }
  }
  const answers = fields.get('answers')?.node;
  if (answers === undefined) {
    const misspelt = root.fields.some(({ key }) => nearest(key, ['answers']) !== undefined);
    error(
      root.at,
      'no-answers',
      'There is no field "answers".',
      misspelt ? 'Rename the misspelt field to "answers".' : 'Put your answers into "answers": { … }.',
    );
  } else if (answers.kind !== 'object') {
    error(
      answers.at,
      'shape',
      `"answers" is ${describe(answers)}, but must be { "question": answer, … }.`,
      'Write each answer behind the id of its question.',
    );
  }
  const id = (name: 'problem' | 'student'): { readonly [name: string]: string } => {
    const value = readId(name, fields.get(name)?.node, findings);
    return value === undefined ? {} : { [name]: value };
  };
  const submittedAt = readSubmittedAt(fields.get('submittedAt')?.node, findings);
  return {
    submission: {
      file,
      ...id('problem'),
      ...id('student'),
      attempt: readAttempt(fields.get('attempt')?.node, findings),
      ...(submittedAt === undefined ? {} : { submittedAt }),
      answers: answers?.kind === 'object' ? readAnswers(answers.fields, findings) : {},
    },
    ...findings,
  };
};

const isAllowedKey = ({ key, at }: JsonField, { errors }: Findings): boolean => {
  if (!reservedKeys.has(key)) return true;
  errors.push({ code: 'reserved-key', at, message: `“${key}” cannot be the name of a field.`, fix: 'Delete it.' });
  return false;
};

const readId = (
  name: 'problem' | 'student',
  node: JsonNode | undefined,
  { errors, warnings }: Findings,
): string | undefined => {
  if (node === undefined || (node.kind === 'literal' && node.value === null)) return undefined;
  if (node.kind !== 'string' && !(node.kind === 'number' && name === 'student')) {
    errors.push({
      code: 'shape',
      at: node.at,
      message: `"${name}" is ${describe(node)}, but must be a text.`,
      fix: `Write "${name}": "…".`,
    });
    return undefined;
  }
  // One name in two encodings is one name.
  const text = (node.kind === 'string' ? node.value : node.text).trim().normalize('NFC');
  if (text.length > maxIdLength) {
    errors.push({
      code: 'too-long',
      at: node.at,
      message: `"${name}" has ${text.length} characters; ${maxIdLength} are allowed.`,
      fix: 'Use a short id.',
    });
  }
  if (name === 'problem' && text !== '' && !problemId.test(text)) {
    errors.push({
      code: 'shape',
      at: node.at,
      message: `"problem" is “${visible(text)}”, which is no id of a problem.`,
      fix: 'Write the id, such as "em-two-gaussians"; the path of a problem file is given as --problem.',
    });
  }
  const found = unprintableCharacter(text) ?? hiddenCharacter(text);
  if (found !== undefined) {
    warnings.push({
      code: 'hidden-character',
      at: node.at,
      message: `"${name}" contains ${found.kind} (${found.name}).`,
      fix: 'Type it again by hand.',
    });
  }
  return text === '' ? undefined : text;
};

const readAttempt = (node: JsonNode | undefined, { errors }: Findings): number => {
  if (node === undefined || (node.kind === 'literal' && node.value === null)) return 1;
  const value = node.kind === 'number' ? Number(node.text) : NaN;
  if (Number.isInteger(value) && value >= 1 && value <= maxAttempt) return value;
  errors.push({
    code: 'shape',
    at: node.at,
    message: `"attempt" is ${describe(node)}, but must be a whole number from 1 to ${maxAttempt}.`,
    fix: 'Write "attempt": 1, or leave it out.',
  });
  return 1;
};

const readSubmittedAt = (node: JsonNode | undefined, { errors }: Findings): string | undefined => {
  if (node === undefined || (node.kind === 'literal' && node.value === null)) return undefined;
  if (node.kind === 'string' && isInstant(node.value)) return node.value;
  errors.push({
    code: 'date',
    at: node.at,
    message: `"submittedAt" is ${describe(node)}, but must be a date and time with zone.`,
    fix: 'Write it as "2016-08-16T20:00:00Z", or leave it out.',
  });
  return undefined;
};

const readAnswers = (fields: readonly JsonField[], findings: Findings): { readonly [question: string]: Answer } => {
  // Without a prototype, no question id can meet anything that is not an answer.
  const answers = Object.create(null) as { [question: string]: Answer };
  for (const field of fields) {
    if (isAllowedKey(field, findings)) answers[field.key] = readAnswer(field.node, field.key, 2, findings);
  }
  return answers;
};

const readAnswer = (node: JsonNode, question: string, deeper: number, findings: Findings): Answer => {
  const error = (message: string, fix: string): Answer => {
    findings.errors.push({ code: 'shape', at: node.at, question, message, fix });
    return '';
  };
  switch (node.kind) {
    case 'string': {
      const found = hiddenCharacter(node.value);
      if (found !== undefined) {
        const message = `The answer to ${visible(question)} contains ${found.kind} (${found.name}).`;
        findings.warnings.push({
          code: 'hidden-character',
          at: node.at,
          question,
          message,
          fix: 'Type this answer again by hand.',
        });
      }
      return node.value;
    }
    case 'number': {
      const { answer, warning } = readNumber(node.text);
      if (warning !== undefined) findings.warnings.push({ ...warning, at: node.at, question });
      return answer;
    }
    case 'array':
      if (deeper === 0)
        return error(
          `The answer to ${visible(question)} has lists inside lists inside a list.`,
          'A table is a list of rows: [[0.1, 0.9], [0.2, 0.8]].',
        );
      return node.items.map((item) => readAnswer(item, question, deeper - 1, findings));
    case 'object':
      return error(
        `The answer to ${visible(question)} is { … }, but must be a text, a number or a list.`,
        'Write several numbers as a list: [2, 2, 1].',
      );
    case 'literal':
      break;
  }
  // An empty cell of a template.
  return node.value === null
    ? ''
    : error(
        `The answer to ${visible(question)} is ${node.value}, but must be a text, a number or a list.`,
        'Write the answer itself.',
      );
};

const describe = (node: JsonNode): string => {
  switch (node.kind) {
    case 'object':
      return '{ … }';
    case 'array':
      return 'a list';
    case 'string':
      return `the text “${visible(node.value)}”`;
    case 'number':
      return `the number ${visible(node.text)}`;
    case 'literal':
      break;
  }
  return String(node.value);
};

/** Short, and without anything a terminal would obey. */
const visible = (text: string): string => {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return short.replaceAll(
    /[\p{C}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
};
