import type { ErrorObject, ValidateFunction } from 'ajv';
import { nearest } from '../spelling/index.js';
import type { InputProblem } from '../types.js';
import { answerKinds, problemSchema } from './schema.js';
import type { Path, Source } from './source.js';

/** Everything in the file that the schema does not allow, in the order of the file. */
export const validateSource = async (source: Source): Promise<readonly InputProblem[]> => {
  const validate = await compileSchema();
  if (validate(source.value)) return [];
  const problems = relevant(validate.errors ?? [], source.value).map((error) => word(error, source));
  return withoutRepeats(problems).toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
};

const compileSchema = async (): Promise<ValidateFunction> => {
  const { Ajv } = await import('ajv');
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    strictTuples: false,
  });
  ajv.addKeyword('mend');
  return ajv.compile(problemSchema);
};

/**
 * A value that fits no branch of an `anyOf` fails every branch. What the author meant is the branch of the value's own type: keep that branch's errors,
 * or, where no branch takes values of that type, the one error of the `anyOf` itself.
 */
const relevant = (errors: readonly ErrorObject[], root: unknown): readonly ErrorObject[] => {
  let kept = errors;
  for (const union of errors) {
    if (union.keyword !== 'anyOf' && union.keyword !== 'oneOf') continue;
    const branches = union.schema as readonly { readonly type?: string; readonly required?: unknown }[];
    const inside = (error: ErrorObject): boolean =>
      error !== union && error.instancePath.startsWith(union.instancePath) && branchOf(error, union) !== undefined;
    const chosen = branches.findIndex((branch) => branch.type === typeName(valueAt(root, union.instancePath)));
    const fits = (error: ErrorObject): boolean =>
      branchOf(error, union) === chosen && error.keyword !== 'pattern' && error.keyword !== 'enum';
    const detail = chosen >= 0 && kept.some((error) => inside(error) && fits(error));
    kept = kept.filter((error) => (inside(error) ? detail && fits(error) : error !== union || !detail));
  }
  return kept;
};

const branchOf = (error: ErrorObject, union: ErrorObject): number | undefined => {
  if (!error.schemaPath.startsWith(`${union.schemaPath}/`)) return undefined;
  const branch = Number(error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0]);
  return Number.isInteger(branch) ? branch : undefined;
};

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const valueAt = (root: unknown, pointer: string): unknown => {
  let value = root;
  for (const step of pathOf(pointer)) value = (value as { readonly [key: string]: unknown } | null)?.[step];
  return value;
};

const typeName = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

const plainType: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
};

const show = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'fields with values';
  if (typeof value !== 'string') return JSON.stringify(value);
  return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
};

/** `questions/2/number/at` as an author would say it: `at` of `number` of the third question. */
const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return /^\d+$/.test(String(last)) ? `Entry ${Number(last) + 1} of ${String(path.at(-2) ?? 'the list')}` : `“${last}”`;
};

const word = (error: ErrorObject, source: Source): InputProblem => {
  const path = pathOf(error.instancePath);
  const name = nameOf(path);
  const mend = (error.parentSchema as { readonly mend?: string } | undefined)?.mend;
  const params = error.params as { readonly [name: string]: unknown };
  const here = (message: string, fix?: string, at: Path = path, part: 'key' | 'value' = 'value'): InputProblem => {
    const question = questionAt(source.value, path);
    return {
      code: `schema-${error.keyword}`,
      ...source.placeOf(at, part),
      ...(question === undefined ? {} : { question }),
      message,
      ...(fix === undefined ? {} : { fix }),
    };
  };
  switch (error.keyword) {
    case 'additionalProperties': {
      const field = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { readonly properties?: object } | undefined)?.properties ?? {});
      const near = nearest(field, known);
      return here(
        `Unknown field “${field}”.`,
        near === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${near}?`,
        [...path, field],
        'key',
      );
    }
    case 'required': {
      const field = String(params['missingProperty']);
      const of = path.length === 0 ? 'the problem' : name;
      return here(
        `“${field}” is missing${path.length === 0 ? '' : ` in ${questionAt(source.value, path) ?? of}`}.`,
        `Add a line ${field}: …`,
        path,
        'value',
      );
    }
    case 'dependencies': {
      const field = String(params['property']);
      return here(
        `“${field}” belongs to a formula, and this question asks for none.`,
        `Take ${field} out, or give the formula.`,
        [...path, field],
        'key',
      );
    }
    case 'oneOf': {
      const present = answerKinds.filter((kind) => kind in (error.data as object));
      return present.length === 0
        ? here('The question does not say what it asks for.', `Add one of ${answerKinds.join(', ')}.`)
        : here(
            `The question asks for ${present.join(' and for ')}.`,
            'Keep one; make a second question of the other.',
            [...path, present[1] ?? ''],
            'key',
          );
    }
    case 'anyOf':
      return here(
        `${name} is ${show(error.data)}${mend === undefined ? '' : `, but must be ${mend}`}.`.replace(
          /, but must be either/,
          ': give either',
        ),
      );
    case 'type': {
      const wanted = mend ?? plainType[String(params['type'])] ?? String(params['type']);
      return here(`${name} is ${show(error.data)}, but must be ${wanted}.`);
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      const near = nearest(String(error.data), allowed);
      return here(
        `${name} is ${show(error.data)}, but must be one of ${allowed.join(', ')}.`,
        near === undefined ? undefined : `Did you mean ${near}?`,
      );
    }
    case 'pattern':
    case 'propertyNames': {
      const written = error.propertyName ?? (params['propertyName'] as string | undefined);
      if (written !== undefined)
        return here(
          `“${written}” is no name for this place: it must be ${mend ?? 'shorter'}.`,
          undefined,
          [...path, written],
          'key',
        );
      return here(`${name} is ${show(error.data)}, but must be ${mend ?? 'written differently'}.`);
    }
    case 'minimum':
      return here(`${name} is ${show(error.data)}, but must be at least ${Number(params['limit'])}.`);
    case 'maximum':
      return here(`${name} is ${show(error.data)}, but must be at most ${Number(params['limit'])}.`);
    case 'exclusiveMinimum':
      return here(`${name} is ${show(error.data)}, but must be more than ${Number(params['limit'])}.`);
    case 'minLength':
      return here(`${name} is empty.`, 'Write the text, or take the field out.');
    case 'maxLength':
      return here(`${name} is longer than ${Number(params['limit'])} characters.`);
    case 'minItems':
      return here(
        Number(params['limit']) === 1
          ? `${name} is an empty list.`
          : `${name} needs ${Number(params['limit'])} entries.`,
      );
    case 'maxItems':
      return here(`${name} has more than ${Number(params['limit'])} entries.`);
    case 'minProperties':
      return here(
        `${name} needs at least ${Number(params['limit'])} ${Number(params['limit']) === 1 ? 'entry' : 'entries'}.`,
      );
    default:
      return here(`${name} ${error.message ?? 'is not allowed'}.`);
  }
};

const questionAt = (root: unknown, path: Path): string | undefined => {
  if (path[0] !== 'questions' || path[1] === undefined) return undefined;
  const id = valueAt(root, `/questions/${path[1]}/id`);
  return typeof id === 'string' ? id : undefined;
};

/** Ajv reports a bad key as `pattern` and again as `propertyNames`. */
const withoutRepeats = (problems: readonly InputProblem[]): readonly InputProblem[] => {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.line}:${problem.column}:${problem.message}`;
    return seen.has(key) ? false : seen.add(key);
  });
};
