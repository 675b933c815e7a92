/**
 * Data in one piece of bytes: a head in JSON that says where the rest stands, then lists of numbers and texts that are only read when they
 * are asked for. Little-endian, as every machine that runs this; each section begins at a multiple of eight.
 */

import type { Numbers } from '../prediction.js';

/** Where a section stands after the head. */
export type Section = { readonly kind: Kind; readonly at: number; readonly length: number };
type Kind = 'doubles' | 'shorts' | 'integers' | 'text';

const alignment = 8;
const aligned = (length: number): number => Math.ceil(length / alignment) * alignment;

export type SectionWriter = {
  readonly doubles: (values: readonly number[]) => Section;
  /** Whole numbers below 2³¹. */
  readonly integers: (values: Numbers) => Section;
  readonly text: (text: string) => Section;
  /** Everything added, under a head. */
  readonly finish: (head: unknown) => Uint8Array;
};

export const createSections = (): SectionWriter => {
  const parts: Uint8Array[] = [];
  let filled = 0;
  const add = (kind: Kind, list: Float64Array | Int16Array | Int32Array | Uint8Array): Section => {
    const at = filled;
    parts.push(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
    filled += aligned(list.byteLength);
    return { kind, at, length: list.length };
  };
  return {
    doubles: (values) => add('doubles', Float64Array.from(values)),
    integers: (values) => {
      const short = Int16Array.from(values);
      return Array.from(values).every((value, i) => short[i] === value)
        ? add('shorts', short)
        : add('integers', Int32Array.from(values));
    },
    text: (text) => add('text', new TextEncoder().encode(text)),
    finish: (head) => {
      const json = new TextEncoder().encode(JSON.stringify(head));
      const start = aligned(alignment + json.length);
      const bytes = new Uint8Array(start + filled);
      new DataView(bytes.buffer).setUint32(0, json.length, true);
      bytes.set(json, alignment);
      let at = start;
      for (const part of parts) {
        bytes.set(part, at);
        at += aligned(part.length);
      }
      return bytes;
    },
  };
};

export type SectionReader = {
  readonly head: unknown;
  /** A view of the bytes: nothing is copied. */
  readonly numbers: (section: Section) => Float64Array | Int16Array | Int32Array;
  readonly text: (section: Section) => string;
};

/** `bytes` as `finish` gave them. */
export const openSections = (given: Uint8Array): SectionReader => {
  // Lists of doubles can only be seen in place where they begin at a multiple of eight.
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = bytes.byteOffset + aligned(alignment + headLength);
  const decode = (at: number, length: number): string =>
    new TextDecoder().decode(new Uint8Array(bytes.buffer, at, length));
  return {
    head: JSON.parse(decode(bytes.byteOffset + alignment, headLength)) as unknown,
    numbers: ({ kind, at, length }) => {
      switch (kind) {
        case 'doubles':
          return new Float64Array(bytes.buffer, start + at, length);
        case 'shorts':
          return new Int16Array(bytes.buffer, start + at, length);
        case 'integers':
          return new Int32Array(bytes.buffer, start + at, length);
        case 'text':
          throw new Error('a section of text holds no numbers');
      }
    },
    text: ({ at, length }) => decode(start + at, length),
  };
};
