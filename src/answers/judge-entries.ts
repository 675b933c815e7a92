/** Several numbers against their keys: entry by entry, then the answer as a whole. */

import type { NumericAnswer, Remark, Verdict } from '../types.js';
import { type Assessment, blank, mostProblems, ungradable, verdictOf } from './assessment.js';
import { joinCommaNotes } from './decimal-comma.js';
import { exchangedColumns } from './exchanged.js';
import { type NumberKey, judgeNumber } from './judge-number.js';
import { type NumberReading, readNumber, valueOf } from './read-number.js';
import type { Shaped } from './shape.js';

/** An entry as read: with its place, and its number or word if it holds one. */
type PlacedReading = { readonly at: readonly number[]; readonly reading: NumberReading };

/**
 * Assesses a list (`columns` undefined) or a table whose keys are in reading order. Where `components` says that columns
 * (entries of a list) belong to components, an answer right but for their order is told to exchange these, else to be in another order.
 */
export const assessEntries = (
  shaped: Shaped,
  keys: readonly NumberKey[],
  columns: number | undefined,
  components: boolean,
): Assessment => {
  if (shaped.kind === 'blank') return blank;
  if (shaped.kind === 'unclear')
    return ungradable({ code: 'unreadable', problem: shaped.problem, source: shaped.source });
  const readings = (shaped.entries ?? []).map(({ at, answer }) => ({ at, reading: readNumber(answer) }));
  const unreadable = readings.flatMap(({ at, reading }) => placed(at, reading));
  if (shaped.kind === 'other') {
    const remark: Remark = { code: 'wrong-shape', expected: shaped.expected, given: shaped.given };
    if (shaped.entries === undefined || unreadable.length > 0)
      return ungradable(remark, ...unreadable.slice(0, mostProblems));
    return {
      verdict: 'incorrect',
      share: 0,
      proof: { method: 'none' },
      remarks: [remark],
      ...read(readings, shaped.width),
    };
  }
  if (unreadable.length > 0) return ungradable(...unreadable.slice(0, mostProblems));
  return judged(readings, keys, columns, components);
};

const judged = (
  readings: readonly PlacedReading[],
  keys: readonly NumberKey[],
  columns: number | undefined,
  components: boolean,
): Assessment => {
  const judgements = readings.map(({ at, reading }, index) => {
    const key = keys[index];
    if (reading.kind !== 'number' || key === undefined)
      return { at, right: false, blank: reading.kind === 'blank', remarks: [] };
    const { right, remarks } = judgeNumber(reading, key);
    return { at, right, blank: false, remarks: [...reading.remarks, ...remarks.map((remark) => ({ ...remark, at }))] };
  });
  const entries: Verdict[] = judgements.map(({ right, blank: empty }) =>
    empty ? 'blank' : right ? 'correct' : 'incorrect',
  );
  const wrong = judgements.filter((one) => !one.right && !one.blank).map(({ at }) => at);
  const empty = judgements.filter((one) => one.blank).map(({ at }) => at);
  const numbers = readings.map(({ reading }) => (reading.kind === 'number' ? reading : undefined));
  const exchanged = wrong.length > 0 && exchangedColumns(numbers, keys, columns ?? keys.length);
  const remarks: Remark[] = [];
  if (wrong.length > 0 && !exchanged) remarks.push({ code: 'entries-wrong', at: wrong });
  if (exchanged) remarks.push({ code: components ? 'components-exchanged' : 'order-exchanged' });
  if (empty.length > 0) remarks.push({ code: 'entries-blank', at: empty });
  remarks.push(...joinCommaNotes(judgements.flatMap((judgement) => judgement.remarks)));
  const outcome = verdictOf(keys.length - wrong.length - empty.length, keys.length);
  return { ...outcome, proof: { method: 'entries', entries }, remarks, ...read(readings, columns) };
};

/** Why an entry cannot be read, with its place. */
const placed = (at: readonly number[], reading: NumberReading): readonly Remark[] => {
  if (reading.kind !== 'unreadable') return [];
  return reading.remarks.map((remark) =>
    remark.code === 'unreadable' || remark.code === 'unknown-symbol' || remark.code === 'not-finite'
      ? { ...remark, at }
      : remark,
  );
};

/** The numbers as read, in the rows they came in. */
const read = (
  readings: readonly PlacedReading[],
  columns: number | undefined,
): { values: NumericAnswer; fingerprint: string } => {
  const flat = readings.map(({ reading }) =>
    reading.kind === 'number' || reading.kind === 'special' ? valueOf(reading) : 'blank',
  );
  const values =
    columns === undefined
      ? flat
      : Array.from({ length: flat.length / columns }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
  return { values, fingerprint: JSON.stringify(values) };
};
