import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readAnswersFile } from '../submission/load.js';
import { linesOf } from './class-file.js';
import { hashSubmission } from './class-list.js';
import { labelOf, type Places } from './places.js';
import { openReader } from './read-place.js';

/** What an output folder belongs to. Another input, or another part of it, goes to another folder. */
export type Owner = {
  readonly input: string;
  readonly part: string;
  /** Some of the submissions, by name and hash, by which the class is known again where it has moved. */
  readonly sample?: Sample;
};
export type Sample = readonly (readonly [label: string, hash: string])[];

const mostSampled = 16;

const fileOf = (kept: string): string => join(kept, 'owner.json');

export const readOwner = (kept: string): Owner | undefined => {
  try {
    const owner = JSON.parse(readFileSync(fileOf(kept), 'utf8')) as Partial<Owner>;
    return typeof owner.input === 'string' && typeof owner.part === 'string'
      ? { input: owner.input, part: owner.part, ...(Array.isArray(owner.sample) && { sample: owner.sample }) }
      : undefined;
  } catch {
    return undefined;
  }
};

export const writeOwner = (kept: string, owner: Owner): void => writeFileSync(fileOf(kept), JSON.stringify(owner));

/** Evenly spaced ones of a list. */
export const spaced = <T>(list: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.ceil(list.length / mostSampled));
  return list.filter((_, i) => i % step === 0);
};

/** Some submissions of a class, as they are now. */
export const samplePlaces = (places: Places): Sample => {
  const reader = openReader(places, undefined);
  try {
    return spaced(places.paths.map((_, place) => place)).flatMap((place) => {
      const content = reader.readCarefully(place);
      return content.kind === 'bytes' ? [[labelOf(places, place), hashSubmission(content.bytes)] as const] : [];
    });
  } catch {
    // Gone meanwhile: then the class is known by its path alone.
    return [];
  } finally {
    reader.close();
  }
};

/** Whether most of some submissions are there, unchanged. */
export const isSameClass = (sample: Sample | undefined, hashOf: (label: string) => string | undefined): boolean =>
  sample !== undefined &&
  sample.length > 0 &&
  2 * sample.filter(([label, hash]) => hashOf(label) === hash).length >= sample.length;

/** The hash of a submission of this name: a file of a folder, or a line of a class file in it, or of the class file itself. */
export const hashByLabel =
  (input: string) =>
  (label: string): string | undefined => {
    const isFile = statSync(input, { throwIfNoEntry: false })?.isFile() === true;
    const root = isFile ? dirname(input) : input;
    const [, path = label, number] = /^(.*):(\d+)$/s.exec(label) ?? [];
    const at = isFile ? basename(input) : path;
    try {
      if (number === undefined || !/\.(?:ndjson|jsonl)$/i.test(at)) {
        const content = readAnswersFile(join(root, isFile ? at : label));
        return content.kind === 'bytes' ? hashSubmission(content.bytes) : undefined;
      }
      for (const line of linesOf(root, at)) {
        if (line.number !== Number(number)) continue;
        const places: Places = { root, paths: [at], lines: [line] };
        const reader = openReader(places, undefined);
        try {
          const content = reader.readCarefully(0);
          return content.kind === 'bytes' ? hashSubmission(content.bytes) : undefined;
        } finally {
          reader.close();
        }
      }
    } catch {
      // What cannot be read is not known again.
    }
    return undefined;
  };
