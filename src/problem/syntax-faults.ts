import type { Document, visit as Visit, YAMLError } from 'yaml';
import { misreadBackslash } from './backslashes.js';
import { duplicateFault } from './duplicate-field.js';
import { layoutFault, linesOf, linesWithTabs } from './layout.js';
import { type Nodes, nodesOf } from './nodes.js';
import { openQuote, textBeginsOtherwise } from './quotes.js';
import type { SyntaxFault } from './syntax-fault.js';

/**
 * Everything that makes the text no YAML, or other YAML than was meant, in the order of the file. One fault a place, for what follows in the same
 * place follows from the first; none after one that makes all that follows uncertain; and no more than help.
 */
export const syntaxFaults = (text: string, document: Document.Parsed, visit: typeof Visit): readonly SyntaxFault[] => {
  const nodes = nodesOf(document, visit);
  const errors = document.errors.slice(0, mostErrors);
  const reader = { text, nodes, lines: errors.length === 0 ? [] : linesOf(text) };
  const faults = [
    ...errors.flatMap((error) => faultOf(error, reader)),
    ...nodes.scalars.flatMap((scalar) => misreadBackslash(text, scalar) ?? []),
    ...nodes.strayAliases,
  ].toSorted((a, b) => a.offset - b.offset);
  const seen = new Set<number>();
  const last = faults.findIndex(({ hidesRest }) => hidesRest);
  return faults
    .slice(0, last < 0 ? mostFaults : Math.min(last + 1, mostFaults))
    .filter(({ offset }) => (seen.has(offset) ? false : seen.add(offset)));
};

/** So many are looked at; most follow from others. */
const mostErrors = 50;
const mostFaults = 10;

/** What the errors of the parser are seen against. */
type Reader = { readonly text: string; readonly nodes: Nodes; readonly lines: ReturnType<typeof linesOf> };

const faultOf = (error: YAMLError, reader: Reader): readonly SyntaxFault[] => {
  const [offset] = error.pos;
  const [message, fix] = wordsFor(error);
  const plain = { offset, message, fix };
  switch (error.code) {
    // A backslash is said once for each text, with what became of it.
    case 'BAD_DQ_ESCAPE':
      return [];
    case 'TAB_AS_INDENT':
      return [tabFault(plain, reader)];
    case 'DUPLICATE_KEY':
      return [duplicateFault(plain, reader.text, reader.nodes)];
    case 'MISSING_CHAR':
      return [openQuote(offset, reader.nodes) ?? layoutFault(reader.lines, offset) ?? plain];
    case 'UNEXPECTED_TOKEN':
      return [textBeginsOtherwise(offset, reader.text) ?? plain];
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return [layoutFault(reader.lines, offset) ?? plain];
    default:
      return [plain];
  }
};

const tabFault = (plain: SyntaxFault, { text }: Reader): SyntaxFault => {
  const more = linesWithTabs(text, plain.offset) - 1;
  const where = more > 0 ? `, here and in ${more} more ${more === 1 ? 'line' : 'lines'}` : '';
  return { ...plain, message: `A tab is used to indent${where}.`, hidesRest: true };
};

const wordsFor = (error: YAMLError): readonly [message: string, fix: string] => {
  if (error.message.includes('call stack')) return tooDeep;
  if (/^Flow (map|sequence)/.test(error.message))
    return ['A bracket that begins above is not closed.', 'Close it: ] for a list, } for fields.'];
  return (
    syntaxWords[error.code] ?? [
      sentence(error.message),
      'Compare the indentation and the punctuation with a problem that works.',
    ]
  );
};

export const tooDeep = [
  'The file is nested too deeply to be read.',
  'A problem file needs no more than six levels.',
] as const;

const sentence = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** What the YAML parser's error codes mean to an author. */
const syntaxWords: { readonly [code: string]: readonly [message: string, fix: string] } = {
  DUPLICATE_KEY: ['This field stands twice.', 'Keep one of the two.'],
  TAB_AS_INDENT: ['A tab is used to indent.', 'Indent with spaces.'],
  MULTIPLE_DOCS: ['The file holds more than one document (a line ---).', 'Keep one problem in a file.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'A colon makes this line a field inside a field.',
    'Put text that holds a colon into quotes.',
  ],
  BAD_INDENT: ['The indentation does not fit the lines above.', 'Fields of one thing begin in one column.'],
  BAD_SCALAR_START: ['A text cannot begin with this character.', 'Put the text into quotes.'],
  UNEXPECTED_TOKEN: [
    'This does not belong here.',
    'Look for a bracket or a quote too many, or a dash or colon too few.',
  ],
};
