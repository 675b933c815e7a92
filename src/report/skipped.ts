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

/** Something decided by a rule that the instructor should know of: two files of one student, a name that disagrees. */
export type BatchNote = { readonly file: string; readonly message: string };
