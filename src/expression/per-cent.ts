import type { Expr } from '../types.js';
import { number, quotient } from './build.js';
import { beginsOperand } from './operand-ahead.js';
import { stop } from './problems.js';
import { made, note, quote, type Reader } from './reader.js';
import { advance } from './scan.js';

/** Reads the % after an operand, at which the reader stands: a hundredth of it. */
export const readPerCent = (reader: Reader, operand: Expr): Expr => {
  const sign = reader.token;
  advance(reader);
  if (beginsOperand(reader)) {
    stop(
      'unsupported',
      sign,
      'A remainder (%) cannot be taken in a formula.',
      'For a share write it as a number, such as 0.5.',
    );
  }
  note(reader, 'per-cent', sign, 'A per cent sign was read as a division by 100.');
  return made(reader, quotient(operand, made(reader, number(100))));
};

const perCent = 37;

/** True where what was read last ends with a per cent sign: then there is a note of one. */
export const endsInPerCent = (reader: Reader): boolean =>
  reader.notes.length > 0 && reader.text.charCodeAt(reader.previousEnd - 1) === perCent;

/**
 * Asks back where a % stands after the last part of something: `1/2 %` can be half a per cent or one over two per cent. `start` is where
 * the whole begins, `last` where its last part does.
 */
export const refusePerCent = (reader: Reader, start: number, last: number): never => {
  const end = reader.previousEnd;
  const sign = end - (reader.source.charAt(end - 2) === '\\' ? 2 : 1);
  const whole = quote(reader, start, sign);
  const part = quote(reader, last, sign);
  const lead = quote(reader, start, last);
  return stop(
    'ambiguous-per-cent',
    { start, end },
    `It cannot be seen what the % is of: ${quote(reader, start, end)} can mean (${whole})/100 or ${lead}${lead.endsWith('/') || lead.endsWith('^') ? '' : ' '}(${part}/100).`,
    'Write the one you mean, without the per cent sign.',
  );
};
