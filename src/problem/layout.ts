import type { SyntaxFault } from './syntax-fault.js';

/** A line as far as its place says what it belongs to. Columns count from 0. */
type Line = {
  readonly offset: number;
  readonly indent: number;
  readonly isEntry: boolean;
  /** Where the field begins: behind the dash, where there is one. */
  readonly column: number;
  readonly key: string | undefined;
};

/** Fields or entries that more lines may be added to, and in which column. */
type Open = { readonly kind: 'entries' | 'fields'; readonly column: number; readonly keys: readonly string[] };

/**
 * What is wrong with the place of a line, where the parser only sees that lines do not fit together: a dash without a blank, a dash forgotten, a line
 * moved to the left or right. Nothing where the line stands as the lines above would have it.
 */
export const layoutFault = (lines: readonly Line[], at: number): SyntaxFault | undefined => {
  const own = lines.findLastIndex(({ offset }) => offset <= at);
  const line = lines[own];
  if (line === undefined) return undefined;
  const stuck = lines.slice(Math.max(0, own - 1), own + 2).find(({ key = '' }) => /^-[A-Za-z]/.test(key));
  if (stuck?.key !== undefined) {
    return {
      offset: stuck.offset + stuck.indent,
      message: 'A blank is missing after the dash.',
      fix: `Write “- ${stuck.key.slice(1)}: …”.`,
      hidesRest: true,
    };
  }
  // A field whose value seems to hold another is sound itself: it is the line below that stands too far to the right.
  const isInValue = at > line.offset + line.column;
  const target = isInValue ? own + 1 : own;
  return placeFault(lines.slice(0, target), lines[target]);
};

const placeFault = (above: readonly Line[], line: Line | undefined): SyntaxFault | undefined => {
  if (line?.key === undefined) return undefined;
  const kind = line.isEntry ? 'entries' : 'fields';
  const open = openAfter(above).filter((candidate) => candidate.kind === kind);
  const distance = ({ column }: Open): number => Math.abs(column - line.indent);
  const [meant] = open.toReversed().toSorted((a, b) => distance(a) - distance(b));
  if (meant === undefined || distance(meant) === 0) return undefined;
  const offset = line.offset + line.indent;
  if (meant.keys.includes(line.key)) return { offset, ...missingDash(line.key) };
  const [from, to] = [line.indent + 1, meant.column + 1];
  return line.isEntry
    ? {
        offset,
        message: `This dash stands in column ${from}, and those above it in column ${to}.`,
        fix: `Move it to column ${to}, and the lines that belong to it as far.`,
        hidesRest: true,
      }
    : {
        offset,
        message: `“${line.key}” begins in column ${from}, and the fields it belongs to in column ${to}.`,
        fix: `Move it to column ${to} with spaces, and what belongs to it as far.`,
        hidesRest: true,
      };
};

/** A new entry that begins without its dash, by its first field. */
export const missingDash = (key: string): Omit<SyntaxFault, 'offset'> => ({
  message: `A dash is missing before “${key}”: a new entry of a list seems to begin here.`,
  fix: `Begin it with a dash and a blank: “- ${key}: …”, and its other fields below the first.`,
  hidesRest: true,
});

/** How many lines from here on are indented with tabs. */
export const linesWithTabs = (text: string, from: number): number =>
  text.slice(from).match(/^ *\t[ \t]*[^\s#]/gm)?.length ?? 0;

const openAfter = (lines: readonly Line[]): readonly Open[] => {
  let open: readonly Open[] = [];
  for (const { indent, isEntry, column, key } of lines) {
    open = open.filter((one) => one.column < indent || (one.column === indent && (one.kind === 'fields' || isEntry)));
    if (isEntry && !open.some((one) => one.kind === 'entries' && one.column === indent))
      open = [...open, { kind: 'entries', column: indent, keys: [] }];
    if (key === undefined) continue;
    const isNext = (one: Open): boolean => one.kind === 'fields' && one.column === column;
    const before = open.find(isNext)?.keys ?? [];
    open = [...open.filter((one) => !isNext(one)), { kind: 'fields', column, keys: [...before, key] }];
  }
  return open;
};

/** The lines that hold more than a remark, without those of texts that run over several lines (`|`, `>`). */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let offset = 0;
  let textBelow = Infinity;
  for (const written of text.split('\n')) {
    const indent = /^\s*/.exec(written)?.[0].length ?? 0;
    if (/^\s*[^\s#]/.test(written) && indent <= textBelow) {
      const dash = /^-\s+/.exec(written.slice(indent))?.[0].length ?? 0;
      const column = indent + dash;
      const key = /^([^\s:"'{[#]+):(?=\s|$)/.exec(written.slice(column))?.[1];
      lines.push({ offset, indent, isEntry: dash > 0, column, key });
      textBelow = /:\s+[|>][-+\d]*\s*(#.*)?$/.test(written) ? column : Infinity;
    }
    offset += written.length + 1;
  }
  return lines;
};
