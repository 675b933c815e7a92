import type { Expr } from '../types.js';
import { compile } from './compile.js';
import { run, UNDEFINED } from './run.js';
import type { Setting } from './setting.js';

const POINTS = 4;
const MOST_TRIES = 64;

/**
 * A key that equal formulas share under the identities of the setting: their residues at the first field points where they are defined.
 * Equal keys mean equal formulas, up to the error bound of the fields (and on the branch that “positive” fixes). Two spellings may differ in
 * key only where functions come in that the fields do not know, or where one spelling is undefined at points where the other is not.
 * `undefined` where no key can be trusted: a contradictory setting, functions of which nothing is known, absolute values and roots whose sign is open.
 */
export const fingerprint = (expr: Expr, setting: Setting): string | undefined => {
  if (setting.branches.length === 0 || setting.problems.length > 0) return undefined;
  const parts: string[] = [];
  for (const branch of setting.branches) {
    const program = compile(expr, branch.symbols);
    if (program.opaque || program.branches > 0) return undefined;
    let found = 0;
    for (let index = 0; index < MOST_TRIES && found < POINTS; index++) {
      const value = run(program, branch.fieldPoint(index));
      if (value === UNDEFINED) continue;
      parts.push(`${found === index ? '' : `${index}:`}${value.toString(36)}`);
      found++;
    }
    if (found < POINTS) return undefined;
  }
  return parts.join('.');
};
