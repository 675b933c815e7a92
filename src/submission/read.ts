import type { InputProblem, Submission } from '../types.js';
import { decode } from './decode.js';
import { placeIn } from './json-node.js';
import { maxBytes } from './limits.js';
import { parseJson } from './parse-json.js';
import { readNode, type Finding } from './read-node.js';
import { readPlain } from './read-plain.js';
import { scan } from './scan.js';

export type SubmissionReading =
  | { readonly kind: 'submission'; readonly submission: Submission }
  | { readonly kind: 'unreadable'; readonly problems: readonly [InputProblem, ...InputProblem[]] };

/**
 * Reads the answers of one student: strict JSON in strict UTF-8. Whatever is wrong comes back as problems with line, column and the mend; it never
 * throws. `file` names the source in messages. Which questions there are, `checkAgainst` knows.
 */
export const readSubmission = (content: Uint8Array | string, file: string): SubmissionReading => {
  const unreadable = (...problems: [InputProblem, ...InputProblem[]]): SubmissionReading => ({
    kind: 'unreadable',
    problems: problems.map((problem) => ({ file, ...problem })) as [InputProblem, ...InputProblem[]],
  });
  if (content.length > maxBytes) {
    return unreadable({
      code: 'too-large',
      message: `The file is larger than ${maxBytes / 1024 / 1024} MB.`,
      fix: 'An answers file needs a few kilobytes; check that it is the right file.',
    });
  }
  const decoded =
    typeof content === 'string' ? ({ kind: 'text', text: content.replace(/^\ufeff/, '') } as const) : decode(content);
  if (decoded.kind === 'undecodable') return unreadable(decoded.problem);
  return readQuickly(decoded.text, file) ?? readCarefully(decoded.text, file, unreadable);
};

/** What nearly every file needs; nothing where there is anything to say. */
const readQuickly = (text: string, file: string): SubmissionReading | undefined => {
  const looked = scan(text);
  if (looked.kind === 'odd') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const submission = readPlain(value, looked.fields, file);
  return submission && { kind: 'submission', submission };
};

const readCarefully = (
  text: string,
  file: string,
  unreadable: (...problems: [InputProblem, ...InputProblem[]]) => SubmissionReading,
): SubmissionReading => {
  const placed = ({ at, ...finding }: Finding): InputProblem => ({ ...finding, ...placeIn(text, at) });
  const json = parseJson(text);
  if (json.kind === 'broken') return unreadable(placed(json.problem));
  const { submission, errors, warnings } = readNode(json.root, file);
  const [first, ...others] = [...json.problems, ...errors]
    .toSorted((a, b) => a.at - b.at)
    .slice(0, mostProblems)
    .map(placed);
  return first === undefined
    ? {
        kind: 'submission',
        submission: {
          ...submission,
          warnings: warnings.slice(0, mostProblems).map((warning) => ({ file, ...placed(warning) })),
        },
      }
    : unreadable(first, ...others);
};

/** More of them help nobody. */
const mostProblems = 20;
