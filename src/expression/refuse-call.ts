import { didYouMean, nearest } from '../spelling/index.js';
import { closingBracket } from './bracket-ahead.js';
import { isDigit } from './characters.js';
import { functionNamed, functionWords } from './functions.js';
import { isGreekName } from './greek.js';
import { canonicalName } from './name-parts.js';
import { stop } from './problems.js';
import { note, quote, type Reader } from './reader.js';
import { advance } from './scan.js';
import { seriesNamed } from './series-names.js';
import type { Token } from './tokens.js';

/** What is written like a call or like program code, with a name that is no function. */

type Named = { readonly text: string; readonly start: number; readonly end: number };

/**
 * `a[1]`: square brackets after a name look like an index, unless what stands in them is added up or `\\left` before them says that they
 * only group. The reader stands at the bracket.
 */
export const refuseIndexing = (reader: Reader, nameStart: number): void => {
  const { start } = reader.token;
  const closing = closingBracket(reader.text, start);
  const content = reader.text.slice(start + 1, closing < 0 ? undefined : closing);
  const isSized = /\\(?:left|[bB]igg?l?)\s*$/.test(reader.text.slice(Math.max(0, start - 8), start));
  if (isSized || (/\S\s*[-+−–]/.test(content) && !isCounting(reader, content))) return;
  const written = quote(reader, nameStart, reader.previousEnd).replace(/^\{(.*)\}$/, '$1');
  const index = written.includes('_') ? 'with an underscore' : `as ${written}_1`;
  return stop(
    'indexing',
    reader.token,
    'Square brackets after a name have no meaning here.',
    `Write an index ${index}, a product as ${written}*( … ).`,
  );
};

/** `i+1`, `k-1`: a place next to another one, with a letter that is no symbol. */
const isCounting = (reader: Reader, content: string): boolean => {
  const [, place] = /^\s*([A-Za-z]|\d+)\s*[-+−–]\s*\d+\s*$/.exec(content) ?? [];
  return place !== undefined && reader.symbols?.includes(place) !== true;
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
  const series = seriesNamed(name.text);
  const why = series ? `Nothing says what this ${series} runs over.` : `${written} is no function that is known here.`;
  stop('unknown-function', name, why, fix);
};

/** `gamma_k(1)` where gamma_k1 is offered and gamma_k is not: the bracket holds an index. */
export const refuseCalledIndex = (reader: Reader, name: Named): void => {
  if (reader.token.text !== '(' || reader.token.spaced || reader.offered === undefined) return;
  if (reader.offered.includes(name.text)) return;
  const content = contentOfBrackets(reader);
  const index = canonicalName(`${name.text}_${content.replaceAll(/[\s,]/g, '')}`);
  if (!reader.offered.includes(index)) return;
  const at = { start: name.start, end: reader.token.end };
  stop('indexing', at, `${quote(reader, name.start, name.end)}(${content}) looks like an index.`, `Write ${index}.`);
};

/** `N(x; mu_k)` where N is a symbol: what stands in the bracket cannot be a factor. */
export const refuseCalledSymbol = (reader: Reader, name: Named): void => {
  if (reader.token.text !== '(' || reader.token.spaced) return;
  if (!/[;=∣]|\\mid|,\s*[^\d\s]|[^\d\s]\s*,/.test(contentOfBrackets(reader))) return;
  const written = quote(reader, name.start, name.end);
  const fix = `Write the symbol that the question offers for it${suchAs(reader, name.text)}.`;
  stop('unknown-function', name, `${written} is a symbol here and no function.`, fix);
};

/** The first symbol of that name with an index, such as N_k for the N of `N(x | mu_k)`. */
const suchAs = (reader: Reader, name: string): string => {
  const indexed = reader.offered?.find((symbol) => symbol.startsWith(`${name}_`));
  return indexed === undefined ? '' : `, such as ${indexed}`;
};

/** Letters that before a bracket nearly always name a function. */
const isFunctionLetter = (name: string): boolean => 'fgh'.includes(name) || name === 'Gamma';

const fixFor = (reader: Reader, name: string, written: string, isLetter: boolean, hasParts: boolean): string => {
  if (name === 'sum' || name === 'prod') return `Write ${name}_(i=1)^2 and what is added up, or the terms one by one.`;
  const factor = gluedFactor(reader, name);
  if (factor !== undefined) return `Write ${factor}*${name.slice(factor.length)}( … ).`;
  if (hasParts) return `Write the symbol that the question offers for it${suchAs(reader, name)}.`;
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

/** Goes past the name of a library, as in `np.exp(x)` and `math.pi`; what follows has to be known. */
export const skipLibrary = (reader: Reader): boolean => {
  const word = reader.token;
  if (reader.text.charAt(reader.position) !== '.' || !libraries.test(word.text)) return false;
  const [name = ''] = /^[A-Za-z]\w*/.exec(reader.text.slice(reader.position + 1, reader.position + 20)) ?? [];
  if (functionNamed(name) === undefined && seriesNamed(name) === undefined && !/^(?:pi|PI|e|E)$/.test(name)) {
    stop(
      'stray-dot',
      { start: word.start, end: word.end + 1 + name.length },
      `${word.text}.${name} is no function that is known here.`,
      'Write the formula with the functions that are, such as exp, log and sqrt.',
    );
  }
  reader.position++;
  advance(reader);
  if (/^(?:PI|E)$/.test(reader.token.text)) reader.token = { ...reader.token, text: reader.token.text.toLowerCase() };
  return true;
};

const libraries = /^(?:np|numpy|math|Math|torch|scipy|sp|jnp|cmath)$/;
