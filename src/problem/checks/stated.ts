import { isFailure, quantity } from '../../em/index.js';
import { evaluateConstant } from '../../equivalence/index.js';
import { parseFormula } from '../../expression/index.js';
import type { QuantityReference } from '../../types.js';
import { quantityName } from '../quantity-name.js';
import type { Path } from '../source.js';
import type { SurfaceKey } from '../surface.js';
import type { Check, Inspection } from './check.js';

/**
 * Answers that the file states are numbers that exist. Where the solver is named beside them (`from`), they are what it gives, at the precision
 * asked: the solver's is then the key, and the stated one is the author's own check.
 */
export const checkStated: Check = (inspection) => {
  const { surface } = inspection;
  for (const [index, question] of surface.questions.entries()) {
    for (const kind of ['number', 'list', 'table', 'assignments'] as const) {
      const key: SurfaceKey<unknown> | undefined = question[kind];
      if (key?.answer === undefined) continue;
      const path = ['questions', index, kind, 'answer'];
      if (kind === 'table') checkRows(inspection, key.answer as readonly (readonly unknown[])[], path);
      const values = valuesOf(inspection, key.answer, path);
      const isDerived = key.from !== undefined || (kind === 'assignments' && key.at !== undefined);
      if (isDerived && values !== undefined)
        compareWithSolver(inspection, { from: 'assignments', ...key }, values, path);
    }
  }
};

const checkRows = ({ error }: Inspection, rows: readonly (readonly unknown[])[], path: Path): void => {
  const length = rows[0]?.length ?? 0;
  for (const [index, row] of rows.entries()) {
    if (row.length === length) continue;
    error(
      'shape',
      [...path, index],
      `Row ${index + 1} has ${row.length} ${row.length === 1 ? 'number' : 'numbers'}, and row 1 has ${length}.`,
      'Give all rows the same length.',
    );
  }
};

type Values = number | readonly Values[];

/** The numbers stated, each said where it is none. */
const valuesOf = (inspection: Inspection, stated: unknown, path: Path): Values | undefined => {
  if (!Array.isArray(stated)) return valueOf(inspection, String(stated), path);
  const values = stated.map((entry: unknown, index) => valuesOf(inspection, entry, [...path, index]));
  return values.every((value) => value !== undefined) ? values : undefined;
};

const valueOf = ({ error }: Inspection, text: string, path: Path): number | undefined => {
  const reading = parseFormula(text);
  if (reading.kind === 'unreadable') {
    const [{ at, message, fix }] = reading.problems;
    error('stated', path, `“${text}” is no number; at character ${at.start + 1}: ${message}`, fix);
    return undefined;
  }
  const value = evaluateConstant(reading.expr);
  switch (value.kind) {
    case 'rational':
    case 'real':
      return value.value;
    case 'not-constant':
      error(
        'stated',
        path,
        `“${text}” is no number: it contains ${value.symbols.join(', ')}.`,
        'Ask for a formula, or write a number.',
      );
      return undefined;
    case 'undefined':
    case 'out-of-range':
      error(
        'stated',
        path,
        `“${text}” is no number. ${value.reason}`,
        'Write a number, or leave it to the solver with from.',
      );
  }
  return undefined;
};

const compareWithSolver = (inspection: Inspection, key: SurfaceKey<unknown>, stated: Values, path: Path): void => {
  const { problem, solution, error } = inspection;
  if (solution === undefined) return;
  const reference: QuantityReference = {
    from: quantityName(key.from ?? 'assignments', problem.model.family),
    at: key.at ?? 'converged',
    ...(key.component === undefined ? {} : { component: key.component }),
    ...(key.point === undefined ? {} : { point: key.point }),
  };
  const derived = quantity(solution, reference);
  if (isFailure(derived)) return;
  const right = [derived].flat(2);
  const given = [stated].flat(2) as readonly number[];
  if (right.length !== given.length) {
    error(
      'stated-wrong',
      path,
      `${given.length} numbers are stated, and the solver gives ${right.length}.`,
      'Check the shape, or leave the answer to the solver.',
    );
    return;
  }
  const wrong = given.findIndex((value, index) => !agrees(value, right[index] ?? NaN, key));
  if (wrong < 0) return;
  const where = given.length === 1 ? '' : ` (number ${wrong + 1})`;
  error(
    'stated-wrong',
    path,
    `The stated answer${where} is ${given[wrong]}, but the solver gives ${Number(right[wrong]?.toPrecision(8))}.`,
    'Correct it, or leave it out: the solver knows the answer.',
  );
};

const agrees = (stated: number, right: number, { decimals, tolerance, relative }: SurfaceKey<unknown>): boolean => {
  const distance = Math.abs(stated - right);
  if (decimals !== undefined) return distance <= 0.5 * 10 ** -decimals * (1 + 1e-9);
  return distance <= Math.max(tolerance ?? 0, (relative ?? 0) * Math.abs(right), 1e-9 * Math.max(1, Math.abs(right)));
};
