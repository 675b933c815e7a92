import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/** As much of vitest as the tests of these rooms use, in one process and without reports: a test passes or throws. */

export type Test = { readonly name: string; readonly file: string; readonly run: () => unknown };
type Body = (...row: readonly unknown[]) => unknown;

const without = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || value instanceof Map || value instanceof Set) return value;
  if (Array.isArray(value)) return value.map(without);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, without(part)]),
  );
};

type Pattern = { readonly matches: (value: unknown) => boolean };
const isPattern = (value: unknown): value is Pattern =>
  typeof value === 'object' && value !== null && 'matches' in value && typeof value.matches === 'function';

const matches = (value: unknown, wanted: unknown, exact: boolean): boolean => {
  if (isPattern(wanted)) return wanted.matches(value);
  if (wanted === null || typeof wanted !== 'object' || wanted instanceof Map || wanted instanceof Set)
    return isDeepStrictEqual(value, wanted);
  if (value === null || typeof value !== 'object' || Array.isArray(value) !== Array.isArray(wanted)) return false;
  const [has, wants] = [value as Readonly<Record<string, unknown>>, wanted as Readonly<Record<string, unknown>>];
  const keys = Object.keys(wants);
  if ((exact || Array.isArray(wanted)) && Object.keys(has).length !== keys.length) return false;
  return keys.every((key) => key in has && matches(has[key], wants[key], exact));
};

const thrown = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

const fits = (error: unknown, wanted: unknown): boolean => {
  const message = error instanceof Error ? error.message : '';
  if (typeof wanted === 'function') return error instanceof wanted;
  if (typeof wanted === 'string') return message.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message) : true;
};

const contains = (value: unknown, part: unknown): boolean =>
  typeof value === 'string' ? value.includes(String(part)) : [...(value as Iterable<unknown>)].includes(part);

type Claim = (value: never, ...wanted: readonly never[]) => boolean;
const claims = {
  toBe: (value: unknown, wanted: unknown) => Object.is(value, wanted),
  toEqual: (value: unknown, wanted: unknown) => matches(without(value), without(wanted), true),
  toStrictEqual: (value: unknown, wanted: unknown) => isDeepStrictEqual(value, wanted),
  toMatchObject: (value: unknown, wanted: unknown) => matches(value, wanted, false),
  toBeDefined: (value: unknown) => value !== undefined,
  toBeUndefined: (value: unknown) => value === undefined,
  toBeLessThan: (value: number, wanted: number) => value < wanted,
  toBeLessThanOrEqual: (value: number, wanted: number) => value <= wanted,
  toBeGreaterThan: (value: number, wanted: number) => value > wanted,
  toBeGreaterThanOrEqual: (value: number, wanted: number) => value >= wanted,
  toBeCloseTo: (value: number, wanted: number, digits = 2) => Math.abs(value - wanted) < 10 ** -digits / 2,
  toHaveLength: (value: { readonly length: number }, wanted: number) => value.length === wanted,
  toHaveProperty: (value: object, name: string) => name in value,
  toContain: contains,
  toMatch: (value: string, wanted: RegExp | string) =>
    typeof wanted === 'string' ? value.includes(wanted) : wanted.test(value),
  toThrow: (run: () => unknown, wanted?: unknown) => {
    const error = thrown(run);
    return error !== undefined && fits(error, wanted);
  },
} satisfies Record<string, Claim>;

type Expectation = { readonly [K in keyof typeof claims]: (...wanted: readonly unknown[]) => void } & {
  readonly toMatchFileSnapshot: (file: string) => void;
};

const expectation = (value: unknown, isWanted: boolean, folder: string): Expectation => ({
  ...(Object.fromEntries(
    Object.entries(claims).map(([name, claim]) => [
      name,
      (...wanted: readonly unknown[]): void => {
        if ((claim as (...all: readonly unknown[]) => boolean)(value, ...wanted) !== isWanted) throw new Error(name);
      },
    ]),
  ) as Omit<Expectation, 'toMatchFileSnapshot'>),
  toMatchFileSnapshot: (file: string): void => {
    if (readFileSync(`${folder}/${file}`, 'utf8') !== value) throw new Error('toMatchFileSnapshot');
  },
});

type Define = (name: string, run: () => unknown) => void;
const each =
  (define: Define) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void =>
    rows.forEach((row, index) => {
      const operands: readonly unknown[] = Array.isArray(row) ? row : [row];
      define(`${name} [${index}]`, () => body(...operands));
    });
const group: Define = (_, body) => void body();

/** A module to be required in place of vitest, that hands each test of a file to `collect`. */
export const makeVitest = (file: string, collect: (test: Test) => void): object => {
  const add: Define = (name, run) => collect({ name, file, run });
  const folder = file.replace(/\/[^/]*$/, '');
  return {
    describe: Object.assign(group, { each: each(group) }),
    test: Object.assign(add, { each: each(add) }),
    expect: Object.assign(
      (value: unknown) => ({ ...expectation(value, true, folder), not: expectation(value, false, folder) }),
      { stringContaining: (part: string): Pattern => ({ matches: (value) => contains(value, part) }) },
    ),
  };
};
