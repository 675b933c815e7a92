import type { Node, Pair, Scalar } from 'yaml';
import { missingDash } from './layout.js';
import type { Nodes } from './nodes.js';
import type { SyntaxFault } from './syntax-fault.js';

/** A field twice: one of the two is too many; or, where it is the first of its group or not the only one, a new entry of a list has lost its dash. */
export const duplicateFault = (plain: SyntaxFault, text: string, nodes: Nodes): SyntaxFault => {
  const within = nodes.groups.find(({ group }) => group.items.some((pair) => startOf(pair) === plain.offset));
  if (within === undefined) return plain;
  const { items } = within.group;
  const names = items.map(nameOf);
  const own = items.findIndex((pair) => startOf(pair) === plain.offset);
  const name = names[own] ?? '';
  const first = items[names.indexOf(name)];
  const repeated = new Set(names.filter((other, index) => names.indexOf(other) < index));
  if (within.place !== 'file' && first === items[0] && (name === 'id' || repeated.size > 1)) {
    // Without a single dash, the first entry has lost its own as well.
    return { offset: (within.place === 'entry' ? undefined : startOf(first)) ?? plain.offset, ...missingDash(name) };
  }
  const line = text.slice(0, startOf(first)).split('\n').length;
  return { ...plain, message: `“${name}” stands twice: here, and before in line ${line}.` };
};

const startOf = (pair: Pair | undefined): number | undefined => (pair?.key as Node | null | undefined)?.range?.[0];
const nameOf = ({ key }: Pair): string => {
  const name = (key as Scalar | null)?.value ?? '';
  return typeof name === 'string' ? name : JSON.stringify(name);
};
