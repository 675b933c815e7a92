import type { Diagnosis, GradedQuestion, GradedSubmission, Problem, Verdict } from '../types.js';
import {
  isRefusedOpen,
  lostBy,
  lostIn,
  type Row,
  type RowCause,
  type RowPicture,
  unexplainedIn,
  type UnexplainedAnswer,
  waitingIn,
  type WaitingAnswer,
} from './row.js';

/** The names on a row. */
export type RowHead = readonly [student: string, problem: string, file: string, attempt: number, submittedAt: string];

/** A row as it is kept: what the problem knows is left out. A list, so that it is short; the names come first. */
export type RowCode = readonly [
  ...head: RowHead,
  /** A letter for each question, a capital where the answer was refused and nobody has judged it. */
  verdicts: string,
  /** Points that are not what the verdict alone tells, by question, and those that being late took off. */
  points: readonly (readonly [index: number, earned: number, lost?: number])[],
  earned: number,
  lost: number,
  causes: readonly (readonly [ids: readonly string[], certain: 0 | 1, explains: readonly string[]])[],
  unexplained: readonly (readonly [question: string, key: string, text: string])[],
  warnings: readonly string[],
  pictures: readonly (readonly [question: string, ids: readonly string[], right: 0 | 1])[],
  waiting: readonly (readonly [question: string, text: string, why: string])[],
  draw?: number,
];

const letters = {
  correct: 'c',
  partial: 'p',
  incorrect: 'i',
  ungradable: 'g',
  undecided: 'u',
  blank: 'b',
} as const satisfies { readonly [V in Verdict]: string };

/** A capital for what came too late to be accepted. */
const letterOf = (verdict: Verdict, isRefused: boolean): string =>
  isRefused ? letters[verdict].toUpperCase() : letters[verdict];

/** How many entries of a row are names. */
export const rowHeadLength = 5;

const verdicts = new Map<string, Verdict>(
  Object.entries(letters).map(([verdict, letter]) => [letter, verdict as Verdict]),
);

const usual = (verdict: Verdict, possible: number): number => (verdict === 'correct' ? possible : 0);

export const encodeRow = (row: Row): RowCode => [
  row.student,
  row.problem,
  row.file,
  row.attempt,
  row.submittedAt ?? '',
  row.questions.map(({ verdict, refused }) => letterOf(verdict, refused === true)).join(''),
  row.questions.flatMap(({ verdict, earned, possible, lost }, i): RowCode[6] =>
    lost > 0 ? [[i, earned, lost]] : earned === usual(verdict, possible) ? [] : [[i, earned]],
  ),
  row.earned,
  row.lost,
  row.causes.map(causeCode),
  row.unexplained.map(unexplainedCode),
  row.warnings,
  row.pictures.map(pictureCode),
  row.waiting.map(waitingCode),
  ...(row.draw === undefined ? ([] as const) : ([row.draw] as const)),
];

/** The row of a graded submission as JSON without the names at its beginning: what `encodeRow` gives, but written at once. */
export const writeRowRest = (
  problem: Problem,
  graded: GradedSubmission,
  diagnosis: Diagnosis,
  pictures: readonly RowPicture[],
  draw?: number,
): string => {
  let verdictLetters = '';
  let points = '';
  const { questions } = graded;
  for (let i = 0; i < questions.length; i += 1) {
    const question = questions[i] as GradedQuestion;
    const { verdict, earned, possible } = question;
    const lost = lostBy(question);
    verdictLetters += letterOf(verdict, isRefusedOpen(question));
    if (lost > 0 || earned !== usual(verdict, possible))
      points += `${points === '' ? '' : ','}[${i},${earned}${lost > 0 ? `,${lost}` : ''}]`;
  }
  const causes = list(diagnosis.causes, causeCode);
  const unexplained = list(unexplainedIn(graded, diagnosis), unexplainedCode);
  const warnings = list(graded.warnings, ({ message }) => message);
  const waiting = list(waitingIn(problem, graded), waitingCode);
  const numbers = `${graded.earned},${lostIn(graded)}`;
  const last = draw === undefined ? '' : `,${draw}`;
  return `"${verdictLetters}",[${points}],${numbers},${causes},${unexplained},${warnings},${list(pictures, pictureCode)},${waiting}${last}]`;
};

const list = <T>(items: readonly T[], code: (item: T) => unknown): string =>
  items.length === 0 ? '[]' : JSON.stringify(items.map(code));

const causeCode = ({ ids, certain, explains }: RowCause): RowCode[9][number] => [ids, certain ? 1 : 0, explains];
const unexplainedCode = ({ question, key, text }: UnexplainedAnswer): RowCode[10][number] => [question, key, text];
const pictureCode = ({ question, ids, right }: RowPicture): RowCode[12][number] => [question, ids, right ? 1 : 0];
const waitingCode = ({ question, text, why }: WaitingAnswer): RowCode[13][number] => [question, text, why];

/** The row again; throws for one that does not fit its problem, which only a broken file can cause. */
export const decodeRow = (code: RowCode, problem: Problem): Row => {
  const [
    student,
    id,
    file,
    attempt,
    submittedAt,
    verdictLetters,
    points,
    earned,
    lost,
    causes,
    unexplained,
    warnings,
    pictures,
    waiting,
    draw,
  ] = code;
  if (id !== problem.id || verdictLetters.length !== problem.questions.length)
    throw new Error(`a row does not fit the problem ${problem.id}`);
  const questions = problem.questions.map((question, i) => {
    const letter = verdictLetters.charAt(i);
    const verdict = verdicts.get(letter.toLowerCase());
    if (verdict === undefined) throw new Error(`a row has an unknown verdict ${letter}`);
    const { id: name, points: possible } = question;
    const refused = letter !== letters[verdict] && ({ refused: true } as const);
    return { id: name, verdict, earned: usual(verdict, possible), possible, lost: 0, ...refused };
  });
  for (const [i, earnedHere, lostHere = 0] of points) {
    const question = questions[i];
    if (question !== undefined) Object.assign(question, { earned: earnedHere, lost: lostHere });
  }
  return {
    student,
    problem: id,
    file,
    attempt,
    ...(submittedAt !== '' && { submittedAt }),
    earned,
    possible: questions.reduce((sum, { possible }) => sum + possible, 0),
    lost,
    questions,
    causes: causes.map(([ids, certain, explains]): RowCause => ({ ids, certain: certain === 1, explains })),
    unexplained: unexplained.map(([question, key, text]): UnexplainedAnswer => ({ question, key, text })),
    waiting: waiting.map(([question, text, why]): WaitingAnswer => ({ question, text, why })),
    warnings,
    pictures: pictures.map(([question, ids, right]) => ({ question, ids, right: right === 1 })),
    ...(draw !== undefined && { draw }),
  };
};

/** The pictures of a row as they are kept. */
export const picturesOf = (code: RowCode): RowCode[12] => code[12];

/** Which draw the student's numbers are; nothing where all have the same. */
export const drawOf = (code: RowCode): number | undefined => code[14];

/** A row with other names on it. */
export const withHead = (row: Row, [student, problem, file, attempt, submittedAt]: RowHead): Row => {
  const { submittedAt: _, ...rest } = row;
  return { ...rest, student, problem, file, attempt, ...(submittedAt !== '' && { submittedAt }) };
};
