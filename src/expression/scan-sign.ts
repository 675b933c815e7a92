import { codePointName } from './characters.js';
import { stop } from './problems.js';
import type { TokenKind } from './tokens.js';

const plainSigns = ['+', '-', '*', '/', '^', '=', ',', '!', '%', '|'] as const satisfies readonly TokenKind[];

/** The token a single sign stands for, ASCII and Unicode alike. */
export const signOf = (code: number): TokenKind | undefined =>
  code < asciiSigns.length ? asciiSigns[code] : wideSignOf(code);

/** The signs of ASCII by their codes, in a table, since every formula is full of them. */
const asciiSigns: readonly (TokenKind | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if ('([{'.includes(sign)) return '(';
  if (')]}'.includes(sign)) return ')';
  return plainSigns.find((kind) => kind === sign);
});

const wideSignOf = (code: number): TokenKind | undefined => {
  switch (code) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0xfe63:
      return '-';
    case 0xb7:
    case 0xd7:
    case 0x2022:
    case 0x2219:
    case 0x22c5:
    case 0x2217:
    case 0x2a2f:
    case 0x2715:
      return '*';
    case 0xf7:
    case 0x2044:
    case 0x2215:
      return '/';
    case 0x2c6:
      return '^';
    case 0x2254:
      return '=';
    case 0x2223:
      return '|';
    case 0x3016:
      return '(';
    case 0x3017:
      return ')';
    case 0x221a:
    case 0x221b:
    case 0x221c:
      return 'root';
    case 0x2211:
    case 0x220f:
      return 'series';
    default:
      return undefined;
  }
};

/** What the grammar has to know of a sign besides its kind. */
export const textOfSign = (code: number): string => {
  if (code < asciiSigns.length) return String.fromCharCode(code);
  switch (code) {
    case 0x221a:
      return '2';
    case 0x221b:
      return '3';
    case 0x221c:
      return '4';
    case 0x2211:
      return 'sum';
    case 0x220f:
      return 'product';
    // 〖 and 〗 group, and do not show, as Word writes a formula on one line.
    case 0x3016:
      return '{';
    case 0x3017:
      return '}';
    default:
      return String.fromCharCode(code);
  }
};

const onlyFormula = 'Write only the formula, with nothing before or after it.';

/** A character that no formula holds: said with its name, and with the mend where one is known. */
export const refuseCharacter = (character: string, start: number): never => {
  const at = { start, end: start + character.length };
  switch (character) {
    case '.':
      return stop(
        'stray-dot',
        at,
        'There is a dot here that belongs to no number.',
        'Leave it out; for a product write *.',
      );
    case ';':
      return stop('stray-semicolon', at, 'A semicolon has no meaning in a formula.', onlyFormula);
    case ':':
      return stop(
        'stray-colon',
        at,
        'A colon has no meaning in a formula.',
        'For a division write /; leave out words before the formula.',
      );
    case '<':
    case '>':
    case '≤':
    case '≥':
    case '≠':
    case '≈':
    case '≡':
    case '∼':
    case '∝':
    case '→':
    case '⇒':
      return stop(
        'relation',
        at,
        `“${character}” makes a statement, not a formula.`,
        'Write one expression, without a comparison.',
      );
    case '±':
    case '∓':
      return stop(
        'unsupported',
        at,
        `“${character}” stands for two signs at once.`,
        'Write one formula, with + or with -.',
      );
    case '∞':
      return stop('unsupported', at, 'Infinity is not a number to calculate with.', 'Leave it out, or write a number.');
    case '…':
      return stop('unsupported', at, 'Dots leave open what stands between.', 'Write all the terms.');
    case '∂':
    case '∫':
    case '∇':
      return stop('unsupported', at, `“${character}” is not read here.`, 'Carry it out, and write the result.');
    case "'":
    case '’':
    case '′':
      return stop(
        'unsupported',
        at,
        'Primes and quotation marks are not read here.',
        'Use the symbols that the question offers.',
      );
    case '"':
    case '“':
    case '”':
    case '`':
      return stop('unknown-character', at, 'Quotation marks have no place in a formula.', onlyFormula);
    case '&':
      return stop('unsupported', at, 'Matrices and tables are not read here.', 'Write one expression, with one value.');
    case '$':
      return stop(
        'unknown-character',
        at,
        'There is a single $ here.',
        'Put $ at both ends of the formula, or leave it out.',
      );
    default: {
      const isAscii = character.charCodeAt(0) < 127;
      return stop(
        'unknown-character',
        at,
        `The character “${character}”${isAscii ? '' : ` (${codePointName(character)})`} has no meaning in a formula.`,
        'Leave it out, or write what is meant in plain letters and signs: + - * / ^ ( ) _.',
      );
    }
  }
};
