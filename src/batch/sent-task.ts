import type { Answer, Submission } from '../types.js';
import type { PagesTask, SheetItem, Task } from './task.js';

/** A task as it goes to another thread: answers as JSON, since a structured clone would give them a prototype. */
export type SentTask = { readonly kind: 'grade'; readonly items: readonly SentSheet[] } | PagesTask;

type SentSheet = Omit<SheetItem, 'submissions'> & { readonly submissions: readonly SentSubmission[] };
type SentSubmission = Omit<Submission, 'answers'> & { readonly answers: string };

export const pack = (task: Task): SentTask =>
  task.kind === 'pages'
    ? task
    : {
        kind: 'grade',
        items: task.items.map(({ submissions, ...item }) => ({
          ...item,
          submissions: submissions.map(({ answers, ...rest }) => ({ ...rest, answers: JSON.stringify(answers) })),
        })),
      };

export const unpack = (task: SentTask): Task =>
  task.kind === 'pages'
    ? task
    : {
        kind: 'grade',
        items: task.items.map(({ submissions, ...item }) => ({ ...item, submissions: submissions.map(unpackOne) })),
      };

/** Without a prototype, no question id can meet anything that is not an answer. */
const unpackOne = ({ answers, ...rest }: SentSubmission): Submission => ({
  ...rest,
  answers: Object.assign(Object.create(null), JSON.parse(answers)) as { [question: string]: Answer },
});
