import type { InputProblem } from '../types.js';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'undecodable'; readonly problem: InputProblem };

/** Strict: a byte that is not UTF-8 is an error, not a replacement character. A byte order mark is dropped. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text in the bytes of a file, which must be UTF-8. */
export const decode = (bytes: Uint8Array): Decoded => {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return undecodable(
      'encoding',
      { line: 1, column: 1 },
      `The file is saved as ${wide}.`,
      'Save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8).',
    );
  }
  try {
    return { kind: 'text', text: utf8.decode(bytes) };
  } catch {
    const { offset, ...place } = firstBadByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return undecodable(
      'encoding',
      place,
      `The byte ${byte} (number ${offset + 1} of the file) is not UTF-8; perhaps the file is saved in an older encoding.`,
      'Save it as UTF-8.',
    );
  }
};

const undecodable = (
  code: string,
  place: { readonly line: number; readonly column: number },
  message: string,
  fix: string,
): Decoded => ({
  kind: 'undecodable',
  problem: { code, ...place, message, fix },
});

/** UTF-16 and UTF-32 show by their mark, or by zeros beside the first characters. */
const wideEncoding = (bytes: Uint8Array): string | undefined => {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0) return 'UTF-32';
  if (bytes.length < 2 || (a !== 0 && b !== 0)) return undefined;
  if (a !== 0 && c === 0 && d === 0) return 'UTF-32';
  // Every other byte is zero, from the first or from the second.
  return c === undefined || (c === 0) === (a === 0) ? 'UTF-16' : undefined;
};

/** Line and column (in characters) of the first byte that cannot be part of UTF-8. */
const firstBadByte = (
  bytes: Uint8Array,
): { readonly offset: number; readonly line: number; readonly column: number } => {
  let line = 1;
  let column = 1;
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) break;
    if (bytes[offset] === 10) {
      line += 1;
      column = 1;
    } else {
      column += 1;
    }
    offset += length;
  }
  return { offset, line, column };
};

/** Bytes of the well-formed character at the offset (Unicode Standard, table 3-7); 0 where there is none. */
const sequenceLength = (bytes: Uint8Array, offset: number): number => {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first > 0xf4) return 0;
  const second = bytes[offset + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let index = 2; index < length; index += 1) if (((bytes[offset + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
};
