import { isInstant } from '../dates/index.js';
import type { Answer, Submission } from '../types.js';
import { maxAttempt, maxIdLength } from './limits.js';
import { problemId, reservedKeys } from './submission-fields.js';

/**
 * The submission in a value from JSON.parse, where there is nothing at all to say about it; else nothing, and the careful reader says what it is.
 * `fields`: how many fields the text has; fewer in the value means that one stood twice.
 */
export const readPlain = (value: unknown, fields: number, file: string): Submission | undefined => {
  if (!isRecord(value)) return undefined;
  const { answers } = value;
  if (!isRecord(answers)) return undefined;
  let known = 0;
  for (const key in value) {
    if (key !== 'problem' && key !== 'student' && key !== 'attempt' && key !== 'submittedAt' && key !== 'answers')
      return undefined;
    known += 1;
  }
  const { problem, student, attempt, submittedAt } = value;
  if (problem !== undefined && !(isId(problem) && problemId.test(problem))) return undefined;
  if (student !== undefined && !isId(student)) return undefined;
  if (
    attempt !== undefined &&
    !(typeof attempt === 'number' && Number.isInteger(attempt) && attempt >= 1 && attempt <= maxAttempt)
  )
    return undefined;
  if (submittedAt !== undefined && !(typeof submittedAt === 'string' && isInstant(submittedAt))) return undefined;
  // Without a prototype, no question id can meet anything that is not an answer.
  const own = Object.create(null) as { [question: string]: Answer };
  for (const key in answers) {
    const answer = answers[key];
    if (reservedKeys.has(key) || !isAnswer(answer, 2)) return undefined;
    own[key] = answer;
    known += 1;
  }
  if (known !== fields) return undefined;
  return {
    file,
    ...(problem === undefined ? {} : { problem }),
    ...(student === undefined ? {} : { student: composed(student) }),
    attempt: attempt ?? 1,
    ...(submittedAt === undefined ? {} : { submittedAt }),
    answers: own,
    warnings: [],
  };
};

/** One name in two encodings is one name. */
const composed = (name: string): string => (isAscii.test(name) ? name : name.normalize('NFC'));
const isAscii = /^[ -~]*$/;

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= maxIdLength && value.trim() === value;

const isAnswer = (value: unknown, deeper: number): value is Answer =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && deeper > 0 && value.every((entry) => isAnswer(entry, deeper - 1)));
