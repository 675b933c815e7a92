import { isLetter } from './characters.js';
import { commonCommands, meaningOf } from './commands.js';
import { didYouMean, nearest } from '../spelling/index.js';
import { stop } from './problems.js';
import type { Reader } from './reader.js';
import { makeToken, type Token } from './tokens.js';

/** Reads the LaTeX command at `start`; nothing where it only changes the looks of what follows. */
export const scanCommand = (reader: Reader, start: number, spaced: boolean): Token | undefined => {
  const { text } = reader;
  let end = start + 1;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end === start + 1) end = Math.min(start + 2, reader.end);
  const name = text.slice(start + 1, end);
  reader.position = end;
  const meaning = meaningOf(name);
  if (!meaning) return unknownCommand(name, start, end);
  switch (meaning.kind) {
    case 'token':
      return makeToken(meaning.token, meaning.text, start, end, spaced, 'latex');
    case 'blank':
    case 'font':
      return undefined;
    case 'size':
      return scanSizedBar(reader, name, start, spaced);
    case 'upright':
      return scanUpright(reader, name, start, spaced);
    case 'refused':
      return stop('unsupported', { start, end }, meaning.why, meaning.fix);
  }
};

const unknownCommand = (name: string, start: number, end: number): never => {
  if (name === '') stop('unknown-command', { start, end }, 'A backslash stands alone here.', 'Leave it out.');
  const near = nearest(name, commonCommands);
  const shown = name.length <= 30 ? name : `${name.slice(0, 30)}…`;
  return stop(
    'unknown-command',
    { start, end },
    `The LaTeX command \\${shown} is not known here.`,
    near === undefined ? 'Write it another way, for example with / ^ ( ) and _.' : didYouMean(`\\${near}`),
  );
};

/** `\left|` opens, `\right|` closes; before other brackets the size says nothing. */
const scanSizedBar = (reader: Reader, name: string, start: number, spaced: boolean): Token | undefined => {
  while (reader.text.charAt(reader.position) === ' ') reader.position++;
  const next = reader.text.charAt(reader.position);
  const at = { start, end: Math.min(reader.position + 1, reader.end) };
  if (next === '.') {
    stop(
      'unbalanced-open',
      at,
      `\\${name}. stands for a bracket that is not there.`,
      'Write both brackets, or leave both out.',
    );
  }
  if (next === '' || !'()[]|\\/'.includes(next)) {
    stop('unexpected', at, `After \\${name} a bracket should follow.`, `Write the bracket, or leave \\${name} out.`);
  }
  if (next !== '|') return undefined;
  reader.position++;
  return makeToken('|', sideOf(name), start, reader.position, spaced, 'latex');
};

const sideOf = (size: string): string => {
  if (size === 'left' || size.endsWith('l')) return 'lvert';
  return size === 'right' || size.endsWith('r') ? 'rvert' : 'vert';
};

/** `\text{hatmu}`: the letters in the braces, or the one letter that follows, are one word. */
const scanUpright = (reader: Reader, name: string, start: number, spaced: boolean): Token => {
  while (reader.text.charAt(reader.position) === ' ') reader.position++;
  const { text, position } = reader;
  const close = text.charAt(position) === '{' ? text.indexOf('}', position) : position;
  const content = close > position ? text.slice(position + 1, close).trim() : text.charAt(position);
  const letters = content.replace(/^\\/, '').replaceAll('\\_', '_');
  if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(letters)) {
    stop(
      'unsupported',
      { start, end: position },
      `\\${name} should be followed by one word in braces.`,
      'Leave words of explanation out, and write only the formula.',
    );
  }
  reader.position = close + 1;
  return makeToken('word', letters, start, close + 1, spaced, 'latex');
};
