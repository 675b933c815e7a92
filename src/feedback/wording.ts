import type { Disclosed, FormulaFact, Question, Refusal, Remark, Verdict } from '../types.js';

/** What there is to say of a mistake. Another language is another object of these types. */
export type CauseWording = {
  /** What happened, as a sentence that stands alone. It does not say what would be right: it may be read before another attempt. */
  readonly mistake: string;
  /** A question back, or something to check. Gives nothing away. */
  readonly hint: string;
  /** The same as one of several changes that make an answer together, where the sentence above speaks of the whole answer. */
  readonly partly?: string;
  /** What is right: shown only together with the explanation. */
  readonly remedy?: string;
};

/** What a sentence about an answer may depend on. */
export type Circumstances = {
  readonly question: Question;
  readonly shown: Disclosed;
  readonly verdict: Verdict;
  /** Points, after what lateness and used-up attempts took. */
  readonly earned: number;
  /** Whether what went wrong is known and told. */
  readonly isExplained: boolean;
  /** What a question is called. */
  readonly titleOf: (id: string) => string;
  /** How many entries of the answer are filled in, where it has several. */
  readonly entries?: number;
};

/** How the cause of one answer is known, in plain data. Questions are given by their titles. */
export type Evidence = {
  readonly kind: 'one number' | 'numbers' | 'formula' | 'choice';
  /** Least number of significant digits that agree; absent where no numbers are compared. */
  readonly digits?: number;
  /** The numbers belong to the parameters at the start, to a run that went on to its end, or to a step of it. */
  readonly moment: 'start' | 'end' | { readonly iteration: number };
  /** Wrong answers that the same cause does not explain. */
  readonly leaves: readonly string[];
  /** Whether the cause is one mistake, two that were made together, or any one of some that are told. */
  readonly mistakes: 'one' | 'two together' | 'any of several';
};

export type UnknownSymbol = Extract<Remark, { code: 'unknown-symbol' }>;
export type DigitRemark = Extract<Remark, { code: 'misrounded' | 'wrong-further-digits' | 'too-few-digits' }>;
export type ForeignSymbol = Extract<Remark, { code: 'foreign-symbol' }>;

/** What the sentence of a verdict may depend on. `refused`: handed in too late to be accepted. */
export type VerdictGiven = { readonly earned: number; readonly possible: number; readonly refused: boolean };

/** Everything a report says, in one language. Sentences are complete; no sentence is put together outside. */
export type Wording = {
  readonly verdicts: {
    readonly [V in Verdict]: (graded: VerdictGiven) => string;
  };
  readonly remarks: {
    readonly [C in Remark['code']]: (remark: Extract<Remark, { code: C }>, about: Circumstances) => string;
  };
  /** Several remarks on symbols that do not belong, as one. */
  readonly foreignSymbols: (remarks: readonly ForeignSymbol[], shown: Disclosed) => string;
  /** Several remarks on symbols that nobody knows, at one place, as one. */
  readonly unknownSymbols: (remarks: readonly UnknownSymbol[]) => string;
  /** Several remarks on the digits of entries that say the same, as one. */
  readonly digits: (remarks: readonly DigitRemark[]) => string;
  readonly facts: {
    readonly [C in FormulaFact['code']]: (fact: Extract<FormulaFact, { code: C }>, shown: Disclosed) => string;
  };
  /** For a misconception, or a family of them; nothing for an id that is none. */
  readonly cause: (id: string) => CauseWording | undefined;
  readonly family: (id: string) => CauseWording | undefined;
  /** One mistake, several at once that give the same answers, or two that were made together. */
  readonly certainly: (mistake: string) => string;
  readonly possibly: (mistakes: readonly string[]) => string;
  /** `more`: others would give the same and are not told. */
  readonly oneOf: (mistakes: readonly string[], more: boolean) => string;
  readonly together: (mistakes: readonly string[]) => string;
  readonly sameMistake: (mistake: string, firstSeenIn: string) => string;
  readonly evidence: (evidence: Evidence) => string;
  readonly jointly: (explained: readonly string[], mistake: string, certain: boolean, evidence: Evidence) => string;
  readonly hint: (hint: string) => string;
  readonly remedy: (remedy: string) => string;
  readonly unexplained: string;
  readonly solution: (solution: string) => string;
  readonly attemptsLeft: (left: number) => string;
  readonly daysLate: (days: number) => string;
  /** Too late to be accepted. */
  readonly refused: (days: number, refusal: Refusal) => string;
  /** Short texts of a page: names of verdicts, points, totals. */
  readonly labels: {
    readonly verdicts: { readonly [V in Verdict]: string };
    readonly points: (earned: number, possible: number) => string;
    readonly ungraded: string;
    readonly refused: string;
    readonly attempt: (attempt: number) => string;
    readonly total: (earned: number, possible: number) => string;
    /** Ungraded questions that were not answered, by id, where answering them would help. */
    readonly skipped: (ids: readonly string[]) => string;
  };
};
