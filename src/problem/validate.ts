import type { ErrorObject, ValidateFunction } from 'ajv';
import type { InputProblem } from '../types.js';
import { problemSchema } from './schema.js';
import { inOrder } from './checks/check.js';
import type { Path, Source } from './source.js';
import { pathOf, valueAt, wordSchemaError } from './word-schema-error.js';

/** What the schema does not allow: said in the order of the file, and the paths of all that it concerns. */
type Validation = { readonly problems: readonly InputProblem[]; readonly places: readonly Path[] };

/** Everything in the file that the schema does not allow. */
export const validateSource = async (source: Source): Promise<Validation> => {
  const validate = await (compiled ??= compileSchema());
  if (validate(source.value)) return { problems: [], places: [] };
  const all = validate.errors ?? [];
  const errors = all.slice(0, mostErrors);
  const problems = relevant(errors, source.value).map((error) => wordSchemaError(error, source));
  return { problems: inOrder(withoutRepeats(problems)), places: all.map(placeOfMisfit) };
};

/** Whether the schema allows a value. */
export const fitsSchema = async (value: unknown): Promise<boolean> => (await (compiled ??= compileSchema()))(value);

/** The field itself, where one is missing or unknown. */
const placeOfMisfit = ({ instancePath, params }: ErrorObject): Path => {
  const { missingProperty, additionalProperty } = params as { readonly [name: string]: string | undefined };
  const field = missingProperty ?? additionalProperty;
  return [...pathOf(instancePath), ...(field === undefined ? [] : [field])];
};

/** So many are put into words, which takes a search in the file for each; a file with more is no problem file. */
const mostErrors = 300;

/** The schema never changes, and compiling it takes longer than reading a file. */
let compiled: Promise<ValidateFunction> | undefined;

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
      branchOf(error, union) === chosen &&
      (error.instancePath !== union.instancePath || (error.keyword !== 'pattern' && error.keyword !== 'enum'));
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

/** Ajv reports a bad key as `pattern` and again as `propertyNames`. */
const withoutRepeats = (problems: readonly InputProblem[]): readonly InputProblem[] => {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.line}:${problem.column}:${problem.message}`;
    return seen.has(key) ? false : seen.add(key);
  });
};

const typeName = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};
