import type { Expr } from '../types.js';
import { compile } from './compile.js';
import { evaluateFractions, residuesOf } from './fractions.js';
import { fixExponents } from './exponents.js';
import { ROW_LENGTH } from './field-rows.js';
import { mix } from './modular.js';
import { run, UNDEFINED } from './run.js';
import { survey } from './survey.js';
import type { Setting } from './setting.js';

/** So many that two formulas which differ on one branch of an absolute value or a root meet it. */
const POINTS = ROW_LENGTH;
/** Residues that stand in the key as they are; the rest are mixed into one. */
const PLAIN = 4;
const MOST_TRIES = 64;

/**
 * A key that equal formulas share under the identities of the setting: their residues at the first field points where they are defined.
 * Equal keys mean equal formulas, up to the error bound of the fields (and on the branch that “positive” fixes). Two spellings may differ in
 * key only where functions come in that the fields do not know, or where one spelling is undefined at points where the other is not.
 * `undefined` where no key can be trusted: identities that contradict each other or cannot be solved, or no value at too many points.
 */
export const fingerprint = (expr: Expr, setting: Setting): string | undefined => {
  if (setting.branches.length === 0 || setting.problems.length > 0) return undefined;
  const parts: string[] = [];
  for (const branch of setting.branches) {
    const fractions = { rows: branch.rows(), symbols: branch.symbols, count: POINTS };
    const cell = evaluateFractions(expr, fractions);
    if (cell !== undefined) {
      addKey(parts, residuesOf(cell, fractions));
      continue;
    }
    const program = compile(survey(expr).hasOpenExponent ? fixExponents(expr, branch) : expr, branch.symbols);
    let found = 0;
    let digest = 0;
    for (let index = 0; index < MOST_TRIES * POINTS && found < POINTS; index++) {
      const value = run(program, branch.fieldPoint(index));
      if (value === UNDEFINED) {
        if (found === 0 && index >= MOST_TRIES) return undefined;
        continue;
      }
      if (found < PLAIN) parts.push(`${found === index ? '' : `${index}:`}${value.toString(36)}`);
      else digest = mix(digest, mix(value, index));
      found++;
    }
    if (found < POINTS) return undefined;
    parts.push(digest.toString(36));
  }
  return parts.join('.');
};

/** The same for residues at the first points, all defined. */
const addKey = (parts: string[], residues: Float64Array): void => {
  let digest = 0;
  for (let index = 0; index < POINTS; index++) {
    const value = residues[index] as number;
    if (index < PLAIN) parts.push(value.toString(36));
    else digest = mix(digest, mix(value, index));
  }
  parts.push(digest.toString(36));
};
