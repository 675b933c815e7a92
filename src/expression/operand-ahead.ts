import type { Reader } from './reader.js';
import type { TokenKind } from './tokens.js';

/** True where the token begins something that can be multiplied with what stands before it. */
export const beginsOperand = (reader: Reader): boolean =>
  reader.token.kind === '|' ? isOpeningBar(reader) : operandKinds[reader.token.kind] === true;

const operandKinds: { readonly [kind in TokenKind]?: true } = {
  number: true,
  fraction: true,
  word: true,
  accent: true,
  '(': true,
  frac: true,
  root: true,
  series: true,
};

/** With a bar open, the next one closes it, unless it says otherwise. */
const isOpeningBar = (reader: Reader): boolean =>
  reader.token.text === 'lvert' || (reader.bars === 0 && reader.token.text !== 'rvert');
