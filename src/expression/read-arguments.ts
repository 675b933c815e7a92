import type { Expr } from '../types.js';
import { closeBracket } from './read-brackets.js';
import { inside, isAt, type Reader } from './reader.js';
import { advance } from './scan.js';

/** What stands in the brackets that open here, cut at commas. `commaSeparates`: none of them can be a decimal comma. */
export const readArguments = (reader: Reader, commaSeparates: boolean): readonly Expr[] => {
  const opening = reader.token;
  const { bars, commaSeparates: before } = reader;
  reader.bars = 0;
  reader.commaSeparates = commaSeparates;
  const args: Expr[] = [];
  do {
    advance(reader);
    args.push(inside(reader, reader.grammar.expression));
  } while (isAt(reader, ','));
  reader.bars = bars;
  reader.commaSeparates = before;
  closeBracket(reader, opening);
  return args;
};
