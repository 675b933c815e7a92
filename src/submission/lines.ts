import type { InputProblem } from '../types.js';
import { readSubmission, type SubmissionReading } from './read.js';

/** One line of a class file, read. `line` counts from 1. */
export type LineReading = SubmissionReading & { readonly line: number };

/**
 * Reads a class file: one student's answers a line (NDJSON). Where no line ends as everywhere, they end as on old Macs. Blank lines are passed over; a bad line does not stop the others. Each submission's
 * `file` is `name:line`, and places in messages are those of the class file.
 */
export function* readLines(bytes: Uint8Array, file: string): Generator<LineReading> {
  let line = 0;
  let start = 0;
  const end = bytes.includes(newline) ? newline : oldNewline;
  while (start < bytes.length) {
    line += 1;
    const found = bytes.indexOf(end, start);
    const stop = found < 0 ? bytes.length : found;
    const content = bytes.subarray(start, stop);
    start = stop + 1;
    if (!isBlank(content)) yield readLine(content, file, line);
  }
}

/** One line of a class file. */
export const readLine = (content: Uint8Array | string, file: string, line: number): LineReading => {
  const inLine = { file: `${file}:${line}`, line };
  const reading = readSubmission(content, inLine.file);
  if (reading.kind === 'submission') {
    const { submission } = reading;
    return submission.warnings.length === 0
      ? { ...reading, line }
      : {
          kind: 'submission',
          submission: { ...submission, warnings: submission.warnings.map((warning) => ({ ...warning, ...inLine })) },
          line,
        };
  }
  const [first, ...others] = reading.problems;
  return {
    kind: 'unreadable',
    problems: [{ ...ofLine(first), ...inLine }, ...others.map((problem) => ({ ...ofLine(problem), ...inLine }))],
    line,
  };
};

/** A problem in words for a line: what ends too early is, most often, an entry that goes on in the next one. */
const ofLine = (problem: InputProblem): InputProblem => {
  const message = problem.message.replace(/^The file (?=ends|holds)/, 'The line ');
  if (message.startsWith('The line ends'))
    return { ...problem, message, fix: 'In a class file all answers of a student stand in one line.' };
  const { fix } = problem;
  return { ...problem, message, ...(fix !== undefined && { fix: fix.replace('; a file holds', '; a line holds') }) };
};

const newline = 10;
const oldNewline = 13;

const isBlank = (content: Uint8Array): boolean => {
  for (const byte of content) if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  return true;
};
