import { byCodepoint, byName } from './numbers.js';

/** Something found among the submissions that was not graded, or only with a remark. */
export type Skipped = {
  readonly file: string;
  /** `ignored`: no submission at all (a backup, a folder); `unreadable`: it should have been graded and could not. */
  readonly kind: 'ignored' | 'unreadable';
  readonly reason: string;
  /** The student it seems to come from. */
  readonly student?: string;
  /** True where the system was at fault, not the contents: no right to read it, gone meanwhile, a thread that died on it. */
  readonly fault?: boolean;
};

/** What notes are about, those first that may change somebody's points. */
const noteKinds = [
  'nothing-handed-in',
  'same-attempt',
  'other-problem',
  'look-alike',
  'no-student',
  'named-otherwise',
] as const;

/** Those of most weight first, then by file. */
export const compareNotes = (a: BatchNote, b: BatchNote): number =>
  noteKinds.indexOf(a.kind) - noteKinds.indexOf(b.kind) || byName(a.file, b.file) || byCodepoint(a.message, b.message);

/** Something decided by a rule that the instructor should know of: two files of one student, a name that disagrees. */
export type BatchNote = { readonly file: string; readonly kind: (typeof noteKinds)[number]; readonly message: string };
