import { escapeForTerminal, escapeJsonForTerminal, toAscii, wrap } from '../../feedback/index.js';
import type { Io } from '../io.js';
import type { PlacedFinding } from './examine-problem.js';

/** Findings as lines that editors can jump to, or as JSON; and in a last line what they come to. */
export const printLintReport = (
  report: { readonly id?: string; readonly findings: readonly PlacedFinding[] },
  io: Io,
  asJson: boolean,
): void => {
  if (asJson) {
    io.write(`${escapeJsonForTerminal(JSON.stringify(report, undefined, 2))}\n`);
    return;
  }
  const { findings } = report;
  const safe = (text: string): string =>
    io.style.unicode ? escapeForTerminal(text) : toAscii(escapeForTerminal(text));
  for (const { level, code, file, line, column, message, fix } of findings) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const lines = [
      ...wrap(safe(`${place}: ${level}: ${message} [${code}]`), io.style.width),
      ...(fix === undefined || fix === '' ? [] : wrap(safe(fix), io.style.width - 2).map((text) => `  ${text}`)),
    ];
    io.write(`${lines.join('\n')}\n`);
  }
  io.write(`${safe(summary(report.id ?? 'The problem', findings))}\n`);
};

const summary = (id: string, findings: readonly PlacedFinding[]): string => {
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  const parts = [
    ...(errors === 0 ? [] : [plural(errors, 'error')]),
    ...(warnings === 0 ? [] : [plural(warnings, 'warning')]),
    ...(notes === 0 ? [] : [plural(notes, 'note')]),
  ];
  const verdict = errors > 0 ? 'is not fit to be used' : warnings > 0 ? 'can be used, and could be better' : 'is sound';
  return `${id} ${verdict}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
};

const plural = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
