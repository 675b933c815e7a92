import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';

/**
 * Which submissions an earlier run has graded: eight bytes of hash for each. Only for saying how many are new; what comes out does not
 * depend on it, so that no harm is done where two of them meet or the file is damaged.
 */
export type KnownSubmissions = {
  readonly has: (identity: number) => boolean;
  /** Remembers one that is new. */
  readonly add: (identity: number) => void;
  /** Writes what was added. */
  readonly flush: () => void;
  /** Writes the file anew where it holds many that are gone; `all` are those of this run. */
  readonly compact: (all: () => Float64Array<ArrayBuffer>) => void;
  readonly close: () => void;
};

const size = 8;
const toleratedWaste = 4096;

export const openKnown = (path: string): KnownSubmissions => {
  const before = readIdentities(path);
  const known = new Set(before);
  const descriptor = openSync(path, 'a', 0o600);
  // Something that a crash cut off.
  ftruncateSync(descriptor, before.length * size);
  let fresh: number[] = [];
  let written = before.length;
  return {
    has: (identity) => known.has(identity),
    add: (identity) => void fresh.push(identity),
    flush: () => {
      if (fresh.length === 0) return;
      const bytes = new Uint8Array(Float64Array.from(fresh).buffer);
      let done = 0;
      while (done < bytes.length) done += writeSync(descriptor, bytes, done);
      written += fresh.length;
      fresh = [];
    },
    compact: (all) => {
      const alive = all();
      if (written <= 2 * alive.length + toleratedWaste) return;
      writeFileSync(`${path}.new`, new Uint8Array(alive.buffer));
      renameSync(`${path}.new`, path);
    },
    close: () => closeSync(descriptor),
  };
};

const readIdentities = (path: string): Float64Array => {
  try {
    const bytes = readFileSync(path);
    return new Float64Array(new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % size))).buffer);
  } catch {
    return new Float64Array();
  }
};

/** The same number for the same texts and sheet: 53 bits of hash (multiplied as in FNV-1a). */
export const identityOf = (file: string, student: string, sheetTag: number): number => {
  let high = 0x811c9dc5 ^ sheetTag;
  let low = Math.imul(sheetTag, 0x9e3779b1);
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x85ebca6b);
    }
    high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
    low = Math.imul(low ^ (low >>> 13), 0x297a2d39);
  };
  mix(file);
  mix(student);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
};
