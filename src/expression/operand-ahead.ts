import type { Reader } from './reader.js';
import type { TokenKind } from './tokens.js';

/** True where the token begins something that can be multiplied with what stands before it. */
export const beginsOperand = (reader: Reader): boolean =>
  reader.token.kind === '|' ? isOpeningBar(reader) : isOperand(reader.token.kind);

const isOperand = (kind: TokenKind): boolean => {
  switch (kind) {
    case 'number':
    case 'fraction':
    case 'word':
    case 'accent':
    case '(':
    case 'frac':
    case 'root':
    case 'series':
      return true;
    default:
      return false;
  }
};

/** With a bar open, the next one closes it, unless it says otherwise. */
const isOpeningBar = (reader: Reader): boolean =>
  reader.token.text === 'lvert' || (reader.bars === 0 && reader.token.text !== 'rvert');
