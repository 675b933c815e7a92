import { lintProblem, type Level } from '../../lint/index.js';
import { dirname } from 'node:path';
import { locate, readProblem } from '../../problem/index.js';
import { findProblemFile, readFrom } from '../../problem/load.js';
import type { InputProblem } from '../../types.js';
import { startOpinions } from './start-opinions.js';

/** Something found in a problem file, with its place. */
export type PlacedFinding = InputProblem & { readonly level: Level };

export type Examined =
  | { readonly kind: 'examined'; readonly id: string; readonly findings: readonly PlacedFinding[] }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

/** Reads a problem file and tries the problem out; findings come in the order of the file, errors before notes on the same line. */
export const examineProblem = async (idOrPath: string): Promise<Examined> => {
  const found = findProblemFile(idOrPath);
  if (found.kind === 'invalid') return found;
  const { file, text } = found;
  const reading = await readProblem(text, file, readFrom(dirname(file)));
  if (reading.kind === 'invalid') return reading;
  const placeOf = await locate(text);
  const warnings = reading.warnings.map((warning) => ({ ...warning, level: 'warning' as const }));
  const thread = startOpinions();
  const findings = await lintProblem(reading.problem, thread.ask).finally(() => void thread.close());
  const tried = findings.map(({ path, ...finding }) => ({ ...finding, file, ...placeOf(path) }));
  return {
    kind: 'examined',
    id: reading.problem.id,
    findings: [...warnings, ...tried].toSorted(
      (a, b) =>
        (a.line ?? 0) - (b.line ?? 0) ||
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        (a.column ?? 0) - (b.column ?? 0),
    ),
  };
};

const levels: readonly Level[] = ['error', 'warning', 'note'];
