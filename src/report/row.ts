import { whyOpen } from '../feedback/index.js';
import type { Answer, Diagnosis, GradedQuestion, GradedSubmission, Problem, Verdict } from '../types.js';

/**
 * What the class page and the gradebooks need of a graded submission, a tenth of its report. `questions` are in the order of the
 * problem; `unexplained` are wrong answers that no cause was found for, by question.
 */
export type Row = {
  readonly problem: string;
  readonly student: string;
  readonly file: string;
  readonly attempt: number;
  readonly submittedAt?: string;
  readonly earned: number;
  readonly possible: number;
  /** Points taken off for being late. */
  readonly lost: number;
  readonly questions: readonly RowQuestion[];
  readonly causes: readonly RowCause[];
  readonly unexplained: readonly UnexplainedAnswer[];
  /** Answers with points that a person has to look at. */
  readonly waiting: readonly WaitingAnswer[];
  readonly warnings: readonly string[];
  /** Pictures for the student's page, by the question they stand at. */
  readonly pictures: readonly RowPicture[];
  /** Which draw the student's numbers are, where everybody has numbers of their own. */
  readonly draw?: number;
};

export type RowPicture = { readonly question: string; readonly ids: readonly string[]; readonly right: boolean };
export type RowQuestion = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  /** Points taken off for being late. */
  readonly lost: number;
  /** Handed in too late to be accepted, and not readable or not decided: it earns nothing whatever a person says. */
  readonly refused?: true;
};
export type RowCause = {
  readonly ids: readonly string[];
  readonly certain: boolean;
  readonly explains: readonly string[];
};

/** Equal answers share `key`; `text` is one way to write it. */
export type UnexplainedAnswer = { readonly question: string; readonly key: string; readonly text: string };

/** An answer whose points are not known yet, as it is written, and why they are not. */
export type WaitingAnswer = { readonly question: string; readonly text: string; readonly why: string };

/** An answer as one line of text. */
export const answerText = (answer: Answer): string =>
  typeof answer === 'string'
    ? answer
    : typeof answer === 'number'
      ? String(answer)
      : `[${answer.map((entry) => answerText(entry).trim() || '(blank)').join(', ')}]`;

const mostText = 200;

/** The row of a graded submission, with every cause found, whether or not the student may see it yet. */
export const summarise = (
  problem: Problem,
  graded: GradedSubmission,
  diagnosis: Diagnosis,
  submittedAt: string | undefined,
  pictures: readonly RowPicture[],
): Row => ({
  problem: graded.problem,
  student: graded.student,
  file: graded.file,
  attempt: graded.attempt,
  ...(submittedAt !== undefined && { submittedAt }),
  earned: graded.earned,
  possible: graded.possible,
  lost: lostIn(graded),
  questions: graded.questions.map((question) => {
    const { id, verdict, earned, possible } = question;
    const refused = isRefusedOpen(question) && ({ refused: true } as const);
    return { id, verdict, earned, possible, lost: lostBy(question), ...refused };
  }),
  causes: diagnosis.causes.map(({ ids, certain, explains }) => ({ ids, certain, explains })),
  unexplained: unexplainedIn(graded, diagnosis),
  waiting: waitingIn(problem, graded),
  warnings: graded.warnings.map(({ message }) => message),
  pictures,
});

/** Points taken off for being late, from one answer. */
export const lostBy = ({ remarks }: Pick<GradedQuestion, 'remarks'>): number => {
  let lost = 0;
  for (const remark of remarks) if (remark.code === 'late') lost += remark.lost;
  return lost;
};

/** The same from all of them. */
export const lostIn = ({ questions }: Pick<GradedSubmission, 'questions'>): number => {
  let lost = 0;
  for (const question of questions) lost += lostBy(question);
  return lost;
};

/** Whether an answer that nobody has judged came too late to be accepted. */
export const isRefusedOpen = ({ verdict, remarks }: Pick<GradedQuestion, 'verdict' | 'remarks'>): boolean =>
  isOpenVerdict(verdict) && remarks.some((remark) => remark.code === 'late' && remark.refused === true);

export const unexplainedIn = (
  { questions }: GradedSubmission,
  { unexplained }: Diagnosis,
): readonly UnexplainedAnswer[] =>
  unexplained.length === 0
    ? []
    : questions.flatMap(({ id, verdict, answer, fingerprint, remarks }) => {
        // What could not be read is not wrong: it waits for a person.
        if (!unexplained.includes(id) || answer === undefined || verdict === 'ungradable') return [];
        // What is only not simplified is right.
        if (remarks.some(({ code }) => code === 'not-simplified')) return [];
        const text = answerText(answer).slice(0, mostText);
        return [{ question: id, key: fingerprint ?? text.replace(/\s+/g, ''), text }];
      });

export const waitingIn = (problem: Problem, { questions }: GradedSubmission): readonly WaitingAnswer[] =>
  questions.some(isWaiting)
    ? questions.flatMap((graded, i): readonly WaitingAnswer[] => {
        const question = problem.questions[i];
        if (question === undefined || !isWaiting(graded)) return [];
        const text = graded.answer === undefined ? '' : answerText(graded.answer).slice(0, mostText);
        return [{ question: graded.id, text, why: whyOpen(question, graded) }];
      })
    : [];

const isWaiting = (question: GradedQuestion): boolean =>
  question.possible > 0 && isOpenVerdict(question.verdict) && !isRefusedOpen(question);

/** Ids of the questions that a person must look at, by what is the matter with them. Those without points, and refused ones, need nobody. */
export const needing = (row: Row, verdict: 'undecided' | 'ungradable'): readonly string[] =>
  row.questions.filter((question) => question.verdict === verdict && isOpenQuestion(question)).map(({ id }) => id);

/** Verdicts that leave the points open until a person has looked. */
export const isOpenVerdict = (verdict: Verdict): boolean => verdict === 'undecided' || verdict === 'ungradable';

/** Whether the points of an answer are not known yet: it counts, is undecided or could not be graded, and came in time. */
export const isOpenQuestion = ({
  verdict,
  possible,
  refused,
}: Pick<RowQuestion, 'verdict' | 'possible' | 'refused'>): boolean =>
  possible > 0 && refused !== true && isOpenVerdict(verdict);

/** Ids of the questions whose points are not known yet. */
export const openQuestions = (row: Row): readonly string[] => row.questions.filter(isOpenQuestion).map(({ id }) => id);

/** True where it is not known how good an answer is that counts, be it accepted or not. */
export const isUnknown = ({ questions }: Row): boolean =>
  questions.some(({ verdict, possible }) => possible > 0 && isOpenVerdict(verdict));

/** True where points are not known yet. */
export const isOpen = (row: Row): boolean => openQuestions(row).length > 0;
