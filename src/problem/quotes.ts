import type { Nodes } from './nodes.js';
import type { SyntaxFault } from './syntax-fault.js';

/** The parser finds a quote missing where the text cannot go on; what helps is where it was opened. */
export const openQuote = (at: number, { scalars }: Nodes): SyntaxFault | undefined => {
  const open = scalars.find(
    ({ type, range }) =>
      type?.startsWith('QUOTE') === true && range?.[1] !== undefined && range[0] < at && range[2] >= at,
  );
  if (open?.range === undefined || open.range === null) return undefined;
  const quote = open.type === 'QUOTE_DOUBLE' ? '"' : "'";
  return {
    offset: open.range[0],
    message: `The quote (${quote}) that opens here is not closed.`,
    fix: `Write ${quote} where the text ends, too.`,
    hidesRest: true,
  };
};

/** A text that begins with a sign YAML has a use for, and goes on where what the sign begins has ended. */
export const textBeginsOtherwise = (at: number, text: string): SyntaxFault | undefined => {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lead = /^[\s-]*[^\s:]+:\s+(?=[{["'*&!])/.exec(before)?.[0];
  if (lead === undefined) return undefined;
  const offset = at - before.length + lead.length;
  const sign = text.charAt(offset);
  if (sign === "'")
    return {
      offset,
      message: 'The text ends at its second single quote, and more follows.',
      fix: "Write single quotes inside the text twice: 'it''s'.",
    };
  return sign === '"'
    ? {
        offset,
        message: 'The text ends at its second quote, and more follows.',
        fix: 'Put all of it into single quotes.',
      }
    : { offset, message: `A text cannot begin with “${sign}”.`, fix: 'Put all of it into single quotes.' };
};
