import type { Document, Scalar, visit as Visit, YAMLMap } from 'yaml';
import type { SyntaxFault } from './syntax-fault.js';

/** A group of fields, and what it is: the whole file, an entry of a list, or the value of a field. */
export type Group = { readonly group: YAMLMap; readonly place: 'file' | 'entry' | 'value' };

/** What a document is made of, as far as its faults are seen against it. */
export type Nodes = {
  readonly scalars: readonly Scalar[];
  readonly groups: readonly Group[];
  /** Aliases of what no line above marks. */
  readonly strayAliases: readonly SyntaxFault[];
};

export const nodesOf = (document: Document.Parsed, visit: typeof Visit): Nodes => {
  const scalars: Scalar[] = [];
  const groups: Group[] = [];
  const strayAliases: SyntaxFault[] = [];
  const anchors = new Set<string>();
  const remember = ({ anchor }: { readonly anchor?: string }): void => {
    if (anchor !== undefined) anchors.add(anchor);
  };
  visit(document, {
    Scalar: (_, scalar) => {
      remember(scalar);
      scalars.push(scalar);
    },
    Map: (position, group) => {
      remember(group);
      groups.push({ group, place: position === null ? 'file' : typeof position === 'number' ? 'entry' : 'value' });
    },
    Seq: (_, list) => remember(list),
    Alias: (_, { source, range }) => {
      if (anchors.has(source)) return;
      strayAliases.push({
        offset: range?.[0] ?? 0,
        message: `“*${source}” stands for a value that is marked “&${source}”, and none above is.`,
        fix: 'Write the value out; or, if it is a text that begins with a star, put it into single quotes.',
      });
    },
  });
  return { scalars, groups, strayAliases };
};
