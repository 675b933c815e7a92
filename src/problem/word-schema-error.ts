import type { ErrorObject } from 'ajv';
import { didYouMean, nearest } from '../spelling/index.js';
import type { InputProblem } from '../types.js';
import { answerKinds } from './schema.js';
import type { Path, Source } from './source.js';

/** One thing the schema does not allow, in an author's words: what stands there, and what to write instead. */
export const wordSchemaError = (error: ErrorObject, source: Source): InputProblem => {
  const path = pathOf(error.instancePath);
  const question = questionAt(source.value, path);
  const { message, fix, at = path, part } = wordsFor(error, path, question, source.value);
  return {
    code: `schema-${error.keyword}`,
    ...source.placeOf(at, part),
    ...(question === undefined ? {} : { question }),
    message,
    fix,
  };
};

/** `at`: where the fault stands, when that is not the value itself. */
type Words = { readonly message: string; readonly fix: string; readonly at?: Path; readonly part?: 'key' };

const wordsFor = (error: ErrorObject, path: Path, question: string | undefined, root: unknown): Words => {
  const name = nameOf(path, root);
  const { mend, properties, type, items } = (error.parentSchema ?? {}) as {
    readonly items?: { readonly type?: string };
    readonly mend?: string;
    readonly properties?: object;
    readonly type?: string;
  };
  const params = error.params as { readonly [name: string]: unknown };
  const limit = Number(params['limit']);
  const stands = `${name} is ${show(error.data)}.`;
  switch (error.keyword) {
    case 'additionalProperties': {
      const field = String(params['additionalProperty']);
      const known = Object.keys(properties ?? {});
      const near = nearest(field, known);
      const fix = near === undefined ? (decimalsCutOff(field) ?? `Known here: ${known.join(', ')}.`) : didYouMean(near);
      return { message: `Unknown field “${field}”.`, fix, at: [...path, field], part: 'key' };
    }
    case 'required': {
      const field = String(params['missingProperty']);
      const where = path.length === 0 ? '' : ` in ${path.length === 2 && question !== undefined ? question : name}`;
      return { message: `“${field}” is missing${where}.`, fix: `Add a line ${field}: …` };
    }
    case 'dependencies': {
      const field = String(params['property']);
      return {
        message: `“${field}” belongs to a formula, and this question asks for none.`,
        fix: `Take ${field} out, or give the formula.`,
        at: [...path, field],
        part: 'key',
      };
    }
    case 'oneOf': {
      const present = answerKinds.filter((kind) => kind in (error.data as object));
      if (present.length === 0) {
        return { message: 'The question does not say what it asks for.', fix: `Add one of ${answerKinds.join(', ')}.` };
      }
      const fix = 'Keep one; make a second question of the other.';
      return {
        message: `The question asks for ${present.join(' and for ')}.`,
        fix,
        at: [...path, present[1] ?? ''],
        part: 'key',
      };
    }
    case 'anyOf': {
      if (type === 'object')
        return {
          message: `${name} does not say where its answer comes from.`,
          fix: `Write ${mend ?? 'more'}.`,
          part: 'key',
        };
      const near = nearest(String(error.data), wordsIn(error.schema));
      return {
        message: stands,
        fix:
          near === undefined ? (pointForComma(error.data) ?? `Write ${mend ?? 'something else'}.`) : didYouMean(near),
      };
    }
    case 'type': {
      const [first] = Object.keys(Object(error.data));
      if (
        params['type'] === 'array' &&
        items?.type === 'object' &&
        first !== undefined &&
        typeof error.data === 'object'
      )
        return {
          message: `${name} is a list of groups of fields, and no dash begins the first of them.`,
          fix: `Begin each with a dash and a blank: “- ${first}: …”, and its other fields below the first.`,
        };
      const wanted = String(params['type']);
      const special = wanted === 'string' ? quotesFor(error.data) : pointForComma(error.data);
      return { message: stands, fix: special ?? `Write ${mend ?? plainType[wanted] ?? wanted}.` };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      const near = nearest(String(error.data), allowed);
      return {
        message: stands,
        fix: near === undefined ? `Write one of ${allowed.join(', ')}.` : didYouMean(near),
      };
    }
    case 'pattern':
    case 'propertyNames': {
      const written = error.propertyName ?? (params['propertyName'] as string | undefined);
      const fix = `Write ${mend ?? 'something else'}.`;
      return written === undefined
        ? { message: stands, fix }
        : { message: `“${written}” cannot be a name here.`, fix, at: [...path, written], part: 'key' };
    }
    case 'minimum':
      return { message: stands, fix: `Write a number from ${limit} up.` };
    case 'maximum':
      return { message: stands, fix: `Write a number up to ${limit}.` };
    case 'exclusiveMinimum':
      return { message: stands, fix: `Write a number above ${limit}.` };
    case 'minLength':
      return { message: `${name} is empty.`, fix: 'Write the text, or take the field out.' };
    case 'maxLength':
      return { message: `${name} is longer than ${limit} characters.`, fix: 'Shorten it.' };
    case 'minItems':
      return {
        message: limit === 1 ? `${name} is an empty list.` : `${name} has fewer than ${limit} entries.`,
        fix: `Write ${mend ?? 'at least one entry'}.`,
      };
    case 'maxItems':
      return { message: `${name} has more than ${limit} entries.`, fix: `Write ${mend ?? `at most ${limit}`}.` };
    case 'minProperties':
      return {
        message: `${name} has fewer than ${limit} ${limit === 1 ? 'entry' : 'entries'}.`,
        fix: 'Add what is missing.',
      };
    default:
      return { message: `${name} ${error.message ?? 'is not allowed'}.`, fix: 'Compare it with a problem that works.' };
  }
};

/** The steps of a JSON pointer. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer; nothing where there is none. */
export const valueAt = (root: unknown, pointer: string): unknown => follow(root, pathOf(pointer));

const follow = (root: unknown, path: Path): unknown => {
  let value = root;
  for (const step of path) value = (value as { readonly [key: string]: unknown } | null | undefined)?.[step];
  return value;
};

/** The words that one of several branches would take. */
const wordsIn = (branches: unknown): readonly string[] =>
  (branches as readonly { readonly enum?: readonly string[] }[]).flatMap((branch) => branch.enum ?? []);

const plainType: { readonly [type: string]: string } = {
  string: 'a text (in quotes, if it looks like something else)',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list, such as [a, b]',
  object: 'fields, each with its value, such as id: my-homework',
};

/** A text that YAML has read as something else. */
const quotesFor = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return `Put it into quotes: '${value}'.`;
  return typeof value === 'object' && value !== null
    ? 'Write a text; one that begins with { or [ goes into single quotes.'
    : undefined;
};

/** `0,4` where a number is wanted. */
const pointForComma = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\s*[-+]?\d+,\d+\s*$/.test(value)
    ? `Write it with a decimal point: ${value.trim().replace(',', '.')}.`
    : undefined;

/** Between braces, the comma of `0,4` ends the field, and `4` seems to be another. */
const decimalsCutOff = (field: string): string | undefined =>
  /^\d+$/.test(field) ? 'Write numbers with a decimal point, not a comma.' : undefined;

const show = (value: unknown): string => {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'not finite';
  if (typeof value !== 'string') return JSON.stringify(value);
  return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
};

/** The last step of a path as an author would say it. */
const nameOf = (path: Path, root: unknown): string => {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  const isInList = Array.isArray(follow(root, path.slice(0, -1)));
  const list = String(path.at(-2) ?? 'the list');
  if (isInList) return `Entry ${Number(last) + 1} of ${list}`;
  return /^\d+$/.test(String(last)) ? `“${last}” in ${list}` : `“${last}”`;
};

const questionAt = (root: unknown, path: Path): string | undefined => {
  if (path[0] !== 'questions' || path[1] === undefined) return undefined;
  const id = valueAt(root, `/questions/${path[1]}/id`);
  return typeof id === 'string' ? id : undefined;
};
