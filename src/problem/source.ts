import type { Document, Node, Pair } from 'yaml';
import type { InputProblem } from '../types.js';
import { syntaxFaults, tooDeep } from './syntax-faults.js';

/** A way into the data: keys and indices from the root. */
export type Path = readonly (string | number)[];
/** In the problem file, unless another is named. */
export type Place = { readonly file?: string; readonly line: number; readonly column: number };

/** A problem file as plain data that remembers where everything stood. */
export type Source = {
  readonly value: unknown;
  /** Where the value at a path begins, or where its key stands; the nearest ancestor's place when nothing is there. */
  readonly placeOf: (path: Path, part?: 'key' | 'value') => Place;
  /** The value at a path as it is written. */
  readonly textOf: (path: Path) => string;
};

/** Longer files are refused before they are read: the tree of a list of numbers takes several hundred times its text. */
const mostCharacters = 100_000;

/** Brackets open at once; what nests deeper would be read until the stack is full. */
const mostOpen = 100;
/** Dashes in a row, with blanks between; a ruler drawn in a remark is not nesting. */
const mostDashes = 500;

/** Reads YAML (1.2, one document, no duplicate keys). All syntax errors come at once. */
export const readSource = async (
  text: string,
): Promise<
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] }
> => {
  if (text.length > mostCharacters)
    return invalid(
      'too-large',
      `The file has ${text.length} characters; ${mostCharacters} are allowed.`,
      'Move long data to a file of its own: data: { file: data.txt }.',
    );
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const before = text.slice(0, deep).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { kind: 'invalid', problems: [{ code: 'too-deep', ...place, message: tooDeep[0], fix: tooDeep[1] }] };
  }
  const { LineCounter, parseDocument, isAlias, isMap, isScalar, isSeq, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let document: Document.Parsed;
  let value: unknown;
  try {
    document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: true,
      resolveKnownTags: false,
      merge: true,
    });
    const faults = syntaxFaults(text, document, visit);
    if (faults.length > 0) {
      const problems = faults.map(({ offset, message, fix }) => ({ code: 'yaml', ...at(offset), message, fix }));
      return { kind: 'invalid', problems };
    }
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    if (cause instanceof RangeError) return invalid('too-deep', ...tooDeep);
    if (cause instanceof ReferenceError)
      return invalid(
        'alias',
        `The aliases (*name) of the file cannot be written out: there are too many.`,
        'Write the values out.',
      );
    throw cause;
  }

  const stepInto = (node: unknown, key: string | number): Pair | Node | undefined => {
    const target = isAlias(node) ? node.resolve(document) : node;
    if (isMap(target)) return target.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
    if (isSeq(target)) return target.items[Number(key)] as Node | undefined;
    return undefined;
  };
  const placeOf = (path: Path, part: 'key' | 'value' = 'value'): Place => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const [index, step] of path.entries()) {
      const found = stepInto(node, step);
      if (found === undefined) break;
      const isPair = 'key' in found;
      const key = isPair ? (found.key as Node | null) : null;
      node = isPair ? found.value : found;
      const valueOffset = (node as Node | null)?.range?.[0];
      const last = index === path.length - 1;
      offset = (last && part === 'key' ? key?.range?.[0] : valueOffset) ?? key?.range?.[0] ?? offset;
    }
    return at(offset);
  };
  const textOf = (path: Path): string => {
    let node: unknown = document.contents;
    for (const step of path) {
      const found = stepInto(node, step);
      node = found !== undefined && 'key' in found ? found.value : found;
    }
    const [start, end] = (node as Node | null | undefined)?.range ?? [0, 0];
    return text.slice(start, end);
  };
  return { kind: 'source', source: { value, placeOf, textOf } };
};

/** Brackets, wherever they stand, and dashes before a value: more of them than any sound file holds, inside each other. */
const tooDeepAt = (text: string): number | undefined => {
  let open = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (character === '-' || character === '?') dashes += 1;
    else if (character !== ' ') dashes = 0;
    if (open > mostOpen || dashes > mostDashes) return i;
  }
  return undefined;
};

/** Where things stand in a problem file that has been read before. */
export const locate = async (text: string): Promise<Source['placeOf']> => {
  const reading = await readSource(text);
  return reading.kind === 'source' ? reading.source.placeOf : () => ({ line: 1, column: 1 });
};

const invalid = (code: string, message: string, fix: string) =>
  ({ kind: 'invalid', problems: [{ code, line: 1, column: 1, message, fix }] }) as const;
