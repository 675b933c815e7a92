/** What is said of commas that were read as decimal points. */

import type { Remark } from '../types.js';

type Note = Extract<Remark, { readonly code: 'note' }>;

const begin = 'The comma was read as a decimal point: ';
const end = '. Write a point to be safe.';

/** `read`: the number with its point. */
export const commaNote = (read: string): Note => ({ code: 'note', text: `${begin}${read}${end}` });

/** More numbers than these nobody compares. */
const mostShown = 4;

/** The same remarks, with one note for all the commas of a list. */
export const joinCommaNotes = (remarks: readonly Remark[]): readonly Remark[] => {
  const numbers = remarks.flatMap((remark) =>
    isCommaNote(remark) ? [remark.text.slice(begin.length, -end.length)] : [],
  );
  if (numbers.length < 2) return remarks;
  const shown = `${numbers.slice(0, mostShown).join(', ')}${numbers.length > mostShown ? ', …' : ''}`;
  const all: Note = {
    code: 'note',
    text: `The commas were read as decimal points: ${shown}. Write points to be safe.`,
  };
  const first = remarks.findIndex(isCommaNote);
  return remarks.flatMap((remark, index): readonly Remark[] => {
    if (!isCommaNote(remark)) return [remark];
    return index === first ? [all] : [];
  });
};

const isCommaNote = (remark: Remark): remark is Note => remark.code === 'note' && remark.text.startsWith(begin);
