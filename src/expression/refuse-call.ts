import { didYouMean, nearest } from '../spelling/index.js';
import { isDigit } from './characters.js';
import { functionNamed, functionWords } from './functions.js';
import { isGreekName } from './greek.js';
import { stop } from './problems.js';
import { note, quote, type Reader } from './reader.js';
import type { Token } from './tokens.js';

/** What is written like a call or like program code, with a name that is no function. */

type Named = { readonly text: string; readonly start: number; readonly end: number };

/** `a[1]`: square brackets after a name; the reader stands at the bracket. */
export const refuseIndexing = (reader: Reader, nameStart: number): never => {
  const written = quote(reader, nameStart, reader.previousEnd).replace(/^\{(.*)\}$/, '$1');
  const index = written.includes('_') ? 'with an underscore' : `as ${written}_1`;
  return stop(
    'indexing',
    reader.token,
    'Square brackets after a name have no meaning here.',
    `Write an index ${index}, a product as ${written}*( … ).`,
  );
};

/** `f(x)` with a name that is no symbol: no function of that name is known. Letters with a usual meaning multiply. */
export const refuseUnknownCall = (reader: Reader, name: Named): void => {
  const content = contentOfBrackets(reader);
  const written = /[\\{]/.test(reader.text.charAt(name.start)) ? name.text : quote(reader, name.start, name.end);
  const index = `${name.text}_${content.replaceAll(/[\s,]/g, '')}`;
  if (reader.symbols?.includes(index)) {
    const at = { start: name.start, end: reader.token.end };
    stop('indexing', at, `${written}(${content}) looks like an index.`, `Write ${index}.`);
  }
  const isLetter = name.text.length === 1 || isGreekName(name.text);
  const hasParts = /[,;|=:\u2223]|\\mid/.test(content);
  if (isLetter && !hasParts && !isFunctionLetter(name.text)) {
    const at = { start: name.start, end: reader.token.end };
    note(reader, 'product-with-brackets', at, `${written}( … ) was read as a product, ${written}*( … ).`);
    return;
  }
  const fix = fixFor(reader, name.text, written, isLetter, hasParts);
  stop('unknown-function', name, `${written} is no function that is known here.`, fix);
};

/** `N(x; mu_k)` where N is a symbol: what stands in the bracket cannot be a factor. */
export const refuseCalledSymbol = (reader: Reader, name: Named): void => {
  if (reader.token.text !== '(' || reader.token.spaced) return;
  if (!/[;=∣]|\\mid|,\s*[^\d\s]|[^\d\s]\s*,/.test(contentOfBrackets(reader))) return;
  const written = quote(reader, name.start, name.end);
  const indexed = reader.symbols?.find((symbol) => symbol.startsWith(`${name.text}_`));
  const such = indexed === undefined ? '' : `, such as ${indexed}`;
  const fix = `Write the symbol that the question offers for it${such}.`;
  stop('unknown-function', name, `${written} is a symbol here and no function.`, fix);
};

/** Letters that before a bracket nearly always name a function. */
const isFunctionLetter = (name: string): boolean => 'fgh'.includes(name) || name === 'Gamma';

const fixFor = (reader: Reader, name: string, written: string, isLetter: boolean, hasParts: boolean): string => {
  if (name === 'sum' || name === 'prod') return `Write ${name}_(i=1)^2 and what is added up, or the terms one by one.`;
  const factor = gluedFactor(reader, name);
  if (factor !== undefined) return `Write ${factor}*${name.slice(factor.length)}( … ).`;
  if (hasParts) return 'Write the symbol that the question offers for it.';
  const near = isLetter ? undefined : nearest(name, functionWords());
  return `For a product write ${written}*( … ).${near === undefined ? '' : ` ${didYouMean(near)}`}`;
};

/** The x of `xsin`: a letter, or a symbol that is offered, in front of a function. */
const gluedFactor = (reader: Reader, name: string): string | undefined => {
  for (let length = 1; length < name.length - 1; length++) {
    const factor = name.slice(0, length);
    const isFactor = length === 1 || isGreekName(factor) || (reader.symbols?.includes(factor) ?? false);
    if (isFactor && functionNamed(name.slice(length))) return factor;
  }
  return undefined;
};

/** What stands in the bracket ahead, up to its first closing one. */
const contentOfBrackets = (reader: Reader): string => {
  const from = reader.token.end;
  const closing = reader.text.slice(from, from + 80).indexOf(')');
  return reader.text.slice(from, from + (closing < 0 ? 80 : closing)).trim();
};

/** `sqrt2` is no name that a question offers, and hardly meant as one. */
export const refuseGluedFunction = (word: Token): void => {
  if (word.text.length < 3 || !isDigit(word.text.charCodeAt(word.text.length - 1))) return;
  const [, letters = '', digits = ''] = /^([A-Za-z]+?)(\d+)$/.exec(word.text) ?? [];
  if (!functionNamed(letters)) return;
  stop('function-needs-argument', word, `${word.text} is written together.`, `Write ${letters}(${digits}).`);
};

/** `np.exp(x)`: functions are written without the name of a library. */
export const refuseLibrary = (reader: Reader, word: Token): void => {
  if (reader.text.charAt(reader.position) !== '.') return;
  if (!/^(np|numpy|math|Math|torch|scipy|jnp)$/.test(word.text)) return;
  stop(
    'stray-dot',
    { start: word.start, end: word.end + 1 },
    'Functions stand here without the name of a library.',
    `Leave out “${word.text}.”, as in exp(x).`,
  );
};
