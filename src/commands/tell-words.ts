import { escapeForTerminal, wrap } from '../feedback/index.js';
import type { Io } from './io.js';

/** Columns of the terminal that diagnostics go to; nothing where they go elsewhere. */
export const terminalWidth = (io: Io): number | undefined =>
  process.getBuiltinModule('node:tty').isatty(2)
    ? Math.min(Number(process.env['COLUMNS']) || process.stderr.columns || io.style.width, 100)
    : undefined;

/** Tells something in whole words on a terminal, and in one line elsewhere; what belongs to it stands further in. */
export const tellWords = (text: string, io: Io, fix?: string): void => {
  const width = terminalWidth(io) ?? Infinity;
  const lines =
    fix === undefined ? linesOf(text, width) : [...linesOf(text, width), ...indent(linesOf(fix, width - 2))];
  io.tell(`${lines.join('\n')}\n`);
};

const linesOf = (text: string, width: number): readonly string[] =>
  width === Infinity ? [escapeForTerminal(text)] : wrap(escapeForTerminal(text), width);

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
