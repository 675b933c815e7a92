import type { Document, Scalar, YAMLError } from 'yaml';
import { misreadBackslash } from './backslashes.js';
import type { SyntaxFault } from './syntax-fault.js';

/** One error a place, for what follows in the same place follows from the first; and no more than help. In the order of the file. */
export const syntaxFaults = (
  text: string,
  document: Document.Parsed,
  scalars: readonly Scalar[],
): readonly SyntaxFault[] => {
  const seen = new Set<number>();
  const backslashes = scalars.flatMap((scalar) => misreadBackslash(text, scalar) ?? []);
  return [...backslashes, ...document.errors.flatMap(faultOf)]
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset }) => (seen.has(offset) ? false : seen.add(offset)))
    .slice(0, mostFaults);
};

const faultOf = (error: YAMLError): readonly SyntaxFault[] => {
  // A backslash is said once for each text, with what became of it.
  if (error.code === 'BAD_DQ_ESCAPE') return [];
  const [message, fix] = wordsFor(error);
  return [{ offset: error.pos[0], message, fix }];
};

const mostFaults = 10;

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
