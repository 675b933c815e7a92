import type { Problem, Verdict } from '../../types.js';
import type { KeptQuestion, KeptReport } from '../kept-report.js';
import { formatPoints } from '../numbers.js';
import { isOpenQuestion, isOpenVerdict } from '../row.js';
import type { Format, StudentRows } from './format.js';
import { showText } from './show-text.js';

const titleOf = (problem: Problem | undefined, id: string): string =>
  problem?.questions.find((question) => question.id === id)?.title ?? id;

const toTest = (problem: Problem | undefined, question: KeptQuestion, number: string) => {
  const open = question.refused !== true && isOpenVerdict(question.verdict);
  const output = showText(question.messages.join('\n\n'));
  return {
    // What is open has no score yet; the total above the tests makes that allowed.
    ...(open
      ? {}
      : { score: Number(formatPoints(question.earned)), status: question.verdict === 'correct' ? 'passed' : 'failed' }),
    max_score: question.possible,
    name: titleOf(problem, question.id),
    name_format: 'text',
    number,
    output: open
      ? `${waitingWords[question.verdict === 'ungradable' ? 'ungradable' : 'undecided']}\n\n${output}`
      : output,
    output_format: 'text',
    tags: [question.verdict],
    visibility: 'visible',
  };
};

/** What is the matter with an answer that has no points yet. */
const waitingWords = {
  undecided: 'Not decided yet: a person will look at it.',
  ungradable: 'This could not be read, so it has no points yet, and used up no attempt.',
} as const;

/** What is left open of the whole: what a person decides, and what the student has to mend. */
const sayOpen = (open: readonly KeptQuestion[]): readonly string[] => {
  const of = (verdict: Verdict): string =>
    open
      .filter((each) => each.verdict === verdict)
      .map(({ id }) => id)
      .join(', ');
  const [undecided, unread] = [of('undecided'), of('ungradable')];
  return [
    ...(undecided === ''
      ? []
      : [`Not decided yet: ${undecided}. A person will look at it; the points may still rise.`]),
    ...(unread === ''
      ? []
      : [`Could not be read: ${unread}. No points are given or lost for it yet; the messages below say what to mend.`]),
  ];
};

/** One submission's results.json (Gradescope, “Autograder Specifications”, output format). */
const gradescopeResults = (problems: readonly Problem[], reports: readonly KeptReport[]): string => {
  const open = reports.flatMap(({ questions }) => questions.filter(isOpenQuestion));
  const results = {
    score: Number(formatPoints(reports.reduce((sum, { earned }) => sum + earned, 0))),
    output: showText(
      [...sayOpen(open), ...reports.flatMap(({ messages, warnings }) => [...messages, ...warnings])].join('\n\n'),
    ),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { waiting: open.map(({ id }) => id) },
    tests: reports.flatMap((report, i) =>
      report.questions
        .filter(({ possible, verdict }) => possible > 0 || verdict !== 'blank')
        .map((question, j) =>
          toTest(
            problems.find(({ id }) => id === report.problem),
            question,
            reports.length > 1 ? `${i + 1}.${j + 1}` : String(j + 1),
          ),
        ),
    ),
  };
  return `${JSON.stringify(results, null, 1)}\n`;
};

export const gradescope: Format = {
  kind: 'student',
  file: (page) => `gradescope/${page}/results.json`,
  write: (student: StudentRows, { problems }) => gradescopeResults(problems, student.reports()),
};
