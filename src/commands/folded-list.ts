import { columnsOf } from '../expression/index.js';
import { escapeForTerminal, wrap } from '../feedback/index.js';
import { count } from '../report/index.js';
import type { Io } from './io.js';

/** A line of a list; those with the same `like` say the same of different things. */
export type FoldedLine = { readonly text: string; readonly like: string };

/** More lines than this are for the files, not for the terminal. */
const mostLines = 20;

/** So many of one kind show what it is, and leave room for others. */
const mostAlike = 5;

/** On a screen within its width, each with what belongs to it further in; elsewhere a line each, for whoever searches them. */
const indented = (line: string, { isScreen, style }: Io): string => {
  const text = escapeForTerminal(line);
  return isScreen ? `  ${wrap(text, style.width - 4).join('\n    ')}\n` : `  ${text}\n`;
};

/**
 * A list in which many lines of one kind do not hide the others: alike ones stand together, of each kind the first few where there are too many
 * for all. `where` says where the rest is.
 */
export const foldedList = (title: string, lines: readonly FoldedLine[], where: string, io: Io): string => {
  if (lines.length === 0) return '';
  const kinds = new Map<string, FoldedLine[]>();
  for (const line of lines) {
    const alike = kinds.get(line.like);
    if (alike === undefined) kinds.set(line.like, [line]);
    else alike.push(line);
  }
  const most = lines.length > mostLines ? mostAlike : mostLines;
  const shown: string[] = [];
  let told = 0;
  for (const alike of kinds.values()) {
    if (shown.length >= mostLines) break;
    for (const { text } of alike.slice(0, most)) shown.push(indented(text, io));
    if (alike.length > most) shown.push(`  … and ${count(alike.length - most, 'more', 'more')} like these${where}\n`);
    told += alike.length;
  }
  const left = lines.length - told;
  return `${wrapped(title, io)}\n${shown.join('')}${left > 0 ? `  … and ${count(left, 'other')}${where}\n` : ''}`;
};

const wrapped = (title: string, { isScreen, style }: Io): string =>
  isScreen && columnsOf(title) > style.width ? wrap(title, style.width).join('\n') : title;
