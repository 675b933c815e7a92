/**
 * The shared vocabulary of the checker.
 *
 * Everything in this file is plain, readonly data that survives `structuredClone` and `JSON.stringify`:
 * it crosses threads, goes into journals and compiled problems. Functions live in the rooms that own them.
 */

// ───────────────────────────── formulas ─────────────────────────────

/**
 * A formula, closed: no other node kinds exist. Numbers keep their decimal text, so `0.1` stays exactly
 * one tenth. `a − b` is a sum with a negated term; `√a` is a call of `sqrt`; `e^x` is a power of the constant e.
 */
export type Expr =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e' }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'negate'; readonly argument: Expr }
  | { readonly kind: 'sum'; readonly terms: readonly Expr[] }
  | { readonly kind: 'product'; readonly factors: readonly Expr[] }
  | { readonly kind: 'quotient'; readonly numerator: Expr; readonly denominator: Expr }
  | { readonly kind: 'power'; readonly base: Expr; readonly exponent: Expr }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expr[] };

/** `log` as written by a student is the natural logarithm and is read as `ln`. */
export type FunctionName =
  | 'sqrt'
  | 'cbrt'
  | 'abs'
  | 'exp'
  | 'ln'
  | 'log10'
  | 'log2'
  | 'min'
  | 'max'
  | 'factorial'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh';

/** Half-open range of UTF-16 offsets into the text as the student wrote it. */
export type Span = { readonly start: number; readonly end: number };

/** What came of reading a text as a formula. */
export type Reading =
  | {
      readonly kind: 'formula';
      readonly source: string;
      readonly expr: Expr;
      /** The symbol before `=`, where the student wrote one (`hatmu_k = …`). */
      readonly leftHandSide?: string;
      /** Things read in a way worth mentioning: `log` as ln, a comma as a decimal point, … */
      readonly notes: readonly FormulaNote[];
    }
  | {
      readonly kind: 'unreadable';
      readonly source: string;
      readonly problems: readonly [FormulaProblem, ...FormulaProblem[]];
    };

export type FormulaNote = { readonly code: string; readonly at: Span; readonly message: string };

/** Why a text is no formula: where, in words, and how to mend it. */
export type FormulaProblem = {
  readonly code: string;
  readonly at: Span;
  readonly message: string;
  readonly fix: string;
};

/** The values a symbol may take. Intervals are meant open for sampling, closed for being allowed. */
export type Domain = 'real' | 'positive' | readonly [low: number, high: number];
export type Domains = { readonly [symbol: string]: Domain };

/** How it is known. `witness` values are decimal texts that anyone can put in again. */
export type Equality =
  | {
      readonly verdict: 'equal';
      readonly method: EqualityMethod;
      readonly errorBound?: number;
      readonly detail?: string;
    }
  | {
      readonly verdict: 'different';
      readonly method: EqualityMethod;
      readonly witness?: Witness;
      readonly detail?: string;
    }
  | { readonly verdict: 'undecided'; readonly method: EqualityMethod; readonly reason: string };
export type EqualityMethod = 'identical' | 'field' | 'canonical' | 'numeric' | 'digits' | 'none';
export type Witness = {
  readonly values: { readonly [symbol: string]: string };
  readonly left: string;
  readonly right: string;
};

// ───────────────────────────── the model ─────────────────────────────

/** One observation: a number, or a vector for families that need one. */
export type Datum = number | readonly number[];
export type Vector = readonly number[];
export type Matrix = readonly Vector[];

/**
 * Mixing weights and the component parameters, each a list of length K, by name (`means`, `variances`, …).
 * An entry is a number, or a vector for families in several dimensions (a matrix row by row).
 */
export type Parameters<Entry extends Datum = number> = {
  readonly weights: Vector;
  readonly [name: string]: readonly (Entry | number)[];
};

export type Model = {
  /** A family known to `em/`: gaussian, binomial, … */
  readonly family: string;
  readonly data: readonly Datum[];
  /** θ at the start. Absent where the problem gives responsibilities instead (“M-step only”). */
  readonly start?: Parameters;
  /** N × K, rows sum to one: then the one M-step from them is the whole run. */
  readonly responsibilities?: Matrix;
  /** Names of parameters that EM leaves as they are (Do & Batzoglou keep the weights). */
  readonly fixed?: readonly string[];
  /** Numbers of the family, such as `trials` of a binomial. */
  readonly constants?: { readonly [name: string]: number };
  readonly stop?: StopRule;
};

/** Stop when no parameter moves by more than `tolerance`, or after `iterations`. */
export type StopRule = { readonly tolerance: number; readonly iterations: number };

/** A moment of a run: the start, after n iterations, or where it settled. */
export type Moment = 'start' | 'converged' | number;

/** What the solver can be asked for: `log-likelihood`, `responsibilities`, `assignments`, `means`, … */
export type QuantityReference = {
  readonly from: string;
  readonly at: Moment;
  /** 1-based component, to pick one entry. */
  readonly component?: number;
  /** 0-based point, to pick one row. */
  readonly point?: number;
};

// ───────────────────────────── problems ─────────────────────────────

export type Problem = {
  readonly id: string;
  readonly title: string;
  /** What is given to the student, in a paragraph or two. */
  readonly introduction?: string;
  readonly model: Model;
  readonly policy: Policy;
  readonly questions: readonly Question[];
  /** Wrong answers the author has named; they work like built-in misconceptions. */
  readonly misconceptions?: readonly AuthoredMisconception[];
  readonly variants?: Variants;
};

export type Question = {
  readonly id: string;
  readonly title?: string;
  readonly prompt: string;
  /** 0: ungraded, for checking one's work. */
  readonly points: number;
  readonly answer: AnswerSpec;
  /** Attempts of this question, where they differ from the policy's. */
  readonly attempts?: number;
  /** Shown for a wrong answer that no misconception explains. */
  readonly hint?: string;
  /** The derivation, shown when the policy allows. */
  readonly explanation?: string;
  readonly examples?: readonly AnswerExample[];
};

export type AnswerSpec = NumberSpec | FormulaSpec | AssignmentsSpec | ChoiceSpec | ListSpec | TableSpec;

/** The key of a number: derived by the solver, or stated by the author. */
export type NumericKey = QuantityReference | { readonly stated: string };

/** Either digits after the point (the rounding rule) or an absolute/relative tolerance; neither means exactly. */
export type Precision = { readonly decimals?: number; readonly tolerance?: number; readonly relative?: number };

export type NumberSpec = { readonly kind: 'number'; readonly key: NumericKey; readonly precision: Precision };
export type ListSpec = {
  readonly kind: 'list';
  readonly key: QuantityReference | { readonly stated: readonly string[] };
  readonly precision: Precision;
};
export type TableSpec = {
  readonly kind: 'table';
  readonly key: QuantityReference | { readonly stated: readonly (readonly string[])[] };
  readonly precision: Precision;
};

export type FormulaSpec = {
  readonly kind: 'formula';
  /** The reference, as text that `parseFormula` reads. */
  readonly formula: string;
  /** The symbols offered, with their domains. */
  readonly symbols: Domains;
  /** Symbols that other parts of the problem use: wrong here, but not unknown. */
  readonly elsewhere?: Domains;
  /** Identities between the symbols, such as `gamma_11 + gamma_21 = 1`. */
  readonly given: readonly string[];
  /** Letters in the indices of symbols that range over numbers: with `k: [1, 2]`, `pi_k` is `pi_1` or `pi_2`. */
  readonly index?: { readonly [letter: string]: readonly number[] };
  /** Names allowed before `=`. */
  readonly leftHandSide?: readonly string[];
  /** Ask for the form without needless terms; else this share of the points. */
  readonly simplified?: { readonly otherwise: number };
  /** Which quantity of the procedure the formula states, where it is one: lets `lint` check it against the solver. */
  readonly states?: string;
};

/** One component (1-based) for each point; a point each. */
export type AssignmentsSpec = {
  readonly kind: 'assignments';
  readonly key: QuantityReference | { readonly stated: Vector };
};

export type ChoiceSpec = {
  readonly kind: 'choice';
  /** Options by their key, as written in answers files. */
  readonly options: { readonly [key: string]: string };
  readonly key: ComponentCriterion | { readonly stated: string };
};

/** “The component with the largest variance at convergence”: the option keyed by its 1-based number. */
export type ComponentCriterion = {
  readonly componentWith: 'largest' | 'smallest' | 'largest-increase' | 'largest-decrease';
  readonly of: string;
  readonly at: Moment;
  /** For increases and decreases: the moment they are measured from (default the start). */
  readonly since?: Moment;
};

export type AnswerExample = { readonly answer: Answer; readonly verdict: Verdict; readonly cause?: string };

/** A wrong answer an author has met: what it predicts, and what to say. */
export type AuthoredMisconception = {
  readonly id: string;
  /** By question id: the formula or number(s) this mistake gives. */
  readonly predicts: { readonly [question: string]: Answer };
  readonly message: string;
  readonly hint?: string;
  /** Share of the points this mistake still earns. */
  readonly credit?: number;
};

/** Data and start drawn for each student from a seed. */
export type Variants = {
  readonly data: VariantRange;
  readonly start: { readonly [parameter: string]: VariantRange };
  /** Least share of the known misconceptions that must show and be told from the others. */
  readonly distinctCauses?: number;
  /** Least distance from ties in assignments and choices, in log-odds or units of the quantity. */
  readonly minMargin?: number;
};
export type VariantRange = {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly count?: number;
};

// ───────────────────────────── policy ─────────────────────────────

export type Policy = {
  readonly attempts: number;
  /** ISO 8601 with zone. */
  readonly due?: string;
  /** Moves the due date for everyone, or for some students. */
  readonly extension?: Extension;
  readonly extensions?: { readonly [student: string]: Extension };
  readonly late: LatePolicy;
  readonly keep: 'best' | 'last';
  /** What may be shown when. */
  readonly hints: Disclosure;
  readonly causes: Disclosure;
  readonly explanations: Disclosure;
  readonly solutions: Disclosure;
  /** Share of a question's points for an answer that follows rightly from an earlier wrong one. */
  readonly followThrough: number;
};
/** Whole seconds added to the due date, or a new due date. */
export type Extension = { readonly seconds: number } | { readonly until: string };
export type LatePolicy =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse' }
  /** Share of the points lost for each started day, up to `atMost`. */
  | { readonly kind: 'reduce'; readonly perDay: number; readonly atMost: number };
/** `after-attempts`: when the question is right or its attempts are used up; `after-due`: then, or once the due date has passed. */
export type Disclosure = 'always' | 'after-attempts' | 'after-due' | 'never';

// ───────────────────────────── submissions ─────────────────────────────

export type Answer = string | number | readonly Answer[];

export type Submission = {
  /** Where it came from: a file name, or `class.ndjson:12`. */
  readonly file: string;
  readonly problem?: string;
  readonly student?: string;
  readonly attempt: number;
  /** ISO 8601 with zone. */
  readonly submittedAt?: string;
  readonly answers: { readonly [question: string]: Answer };
  /** Things read, but worth saying. */
  readonly warnings: readonly InputProblem[];
};

/** What is wrong with a file: where (line and column from 1, question, or path into the data), what, and the mend. */
export type InputProblem = {
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly question?: string;
  readonly message: string;
  readonly fix?: string;
};

// ───────────────────────────── grading ─────────────────────────────

export type Verdict = 'correct' | 'partial' | 'incorrect' | 'ungradable' | 'undecided' | 'blank';

/** How the verdict is known; kinds that compare exactly need no more than the method. */
export type Proof =
  | { readonly method: 'rounding'; readonly reference: string; readonly given: string; readonly decimals: number }
  | { readonly method: 'tolerance'; readonly reference: string; readonly given: string; readonly tolerance: string }
  | { readonly method: 'exact' }
  | { readonly method: 'formula'; readonly equality: Equality }
  | { readonly method: 'entries'; readonly entries: readonly Verdict[] }
  | { readonly method: 'none' };

/** A fact about an answer, found while grading; `feedback/` words it. `at` is the index of an entry (0-based; row, column). */
export type Remark =
  | { readonly code: 'misrounded'; readonly at?: readonly number[]; readonly asked: number }
  | { readonly code: 'wrong-further-digits'; readonly at?: readonly number[]; readonly asked: number }
  | { readonly code: 'too-few-digits'; readonly at?: readonly number[]; readonly asked: number }
  | { readonly code: 'not-simplified'; readonly replace: string; readonly by: string }
  | { readonly code: 'sign-only'; readonly at?: readonly number[] }
  | { readonly code: 'components-exchanged' }
  /** All values right, but not at their places, where these do not belong to components. */
  | { readonly code: 'order-exchanged' }
  | { readonly code: 'entries-wrong'; readonly at: readonly (readonly number[])[] }
  | { readonly code: 'entries-blank'; readonly at: readonly (readonly number[])[] }
  /** Assignments counted from 0 where components are numbered from 1. */
  | { readonly code: 'zero-based' }
  | {
      readonly code: 'unreadable';
      readonly at?: readonly number[];
      readonly problem: FormulaProblem;
      readonly source: string;
    }
  | {
      readonly code: 'unknown-symbol';
      readonly at?: readonly number[];
      readonly symbol: string;
      readonly suggestion?: string;
      readonly offered: readonly string[];
    }
  | { readonly code: 'foreign-symbol'; readonly symbol: string; readonly suggestion?: string }
  | { readonly code: 'wrong-left-hand-side'; readonly given: string; readonly asked: readonly string[] }
  | { readonly code: 'wrong-shape'; readonly expected: string; readonly given: string }
  | { readonly code: 'not-an-option'; readonly given: string; readonly options: readonly string[] }
  | { readonly code: 'not-finite'; readonly at?: readonly number[]; readonly given: string }
  | { readonly code: 'note'; readonly text: string }
  | { readonly code: 'undecided'; readonly reason: string }
  /** A right formula without a value at these numbers of the problem, by symbol; at ordinary values where there are none. */
  | { readonly code: 'gap'; readonly at: { readonly [symbol: string]: string } }
  | { readonly code: 'witness'; readonly witness: Witness }
  | { readonly code: 'attempts-used-up'; readonly attempts: number }
  /** `lost`: points taken off this question for being late; all that the answer is worth where it is `refused`. */
  | { readonly code: 'late'; readonly days: number; readonly lost: number; readonly refused?: true }
  /**
   * Follows rightly from the student's own earlier answers `from`. `credit`: the points this gives, in time, 0 where it gives no more than the answer has
   * earned by itself; `instead`: these, where they are any.
   */
  | {
      readonly code: 'carried';
      readonly from: readonly string[];
      readonly credit: number;
      readonly instead?: number;
    };

/** One answer, graded: what it earned, how that is known, how the answer was read. */
export type GradedQuestion = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  readonly proof: Proof;
  readonly remarks: readonly Remark[];
  /** As handed in; absent when blank. */
  readonly answer?: Answer;
  /** The formula as it was read. */
  readonly read?: Expr;
  /** The number(s) as they were read, NaN and infinities as `"nan"`, `"inf"`, `"-inf"`, entries without an answer as `"blank"`. */
  readonly values?: NumericAnswer;
  /** Equal answers share it: repeated answers are decided once, wrong ones are grouped by it. */
  readonly fingerprint?: string;
};
export type NumericAnswer = number | 'nan' | 'inf' | '-inf' | 'blank' | readonly NumericAnswer[];

export type GradedSubmission = {
  readonly problem: string;
  readonly student: string;
  readonly file: string;
  readonly attempt: number;
  readonly earned: number;
  readonly possible: number;
  readonly questions: readonly GradedQuestion[];
  readonly warnings: readonly InputProblem[];
  /** Started days after the (extended) due date; 0 when in time or no date is known. */
  readonly daysLate: number;
  /** Where it is so late that it is not accepted. */
  readonly refusal?: Refusal;
};

/** The deadline that was missed, ISO 8601 in UTC, and whether something that was handed in before counts. */
export type Refusal = { readonly due: string; readonly earlierCounts: boolean };

/** What the policy allows to be shown of one question, at one time. */
export type Disclosed = {
  readonly hint: boolean;
  readonly cause: boolean;
  readonly explanation: boolean;
  readonly solution: boolean;
};

// ───────────────────────────── diagnosis ─────────────────────────────

export type Plausibility = 'H' | 'M' | 'L';

/**
 * A wrong procedure (or formula) that gives the answers it explains. Ids that predict the same share one cause. Two mistakes at once
 * are one id, `loglik-log10+var-old-mean`.
 */
export type Cause = {
  readonly ids: readonly string[];
  /** Set where all ids belong to one family that shares its feedback. */
  readonly family?: string;
  readonly certain: boolean;
  readonly explains: readonly string[];
  /** Wrong answers of the submission that it does not explain. */
  readonly leaves: readonly string[];
  /** Least number of significant digits to which its predictions agree with the answers; absent for formulas and choices alone. */
  readonly digits?: number;
  /** The same for each answer it explains with numbers, by question. */
  readonly digitsIn?: { readonly [question: string]: number };
  /** The chance that a random wrong answer matches as well. */
  readonly chance: number;
  /** Iteration of the faulty run the numbers belong to, where it is not the end. */
  readonly iteration?: number;
};

/** What can be said for sure of a wrong formula that no misconception explains. */
export type FormulaFact =
  | { readonly code: 'constant-factor'; readonly factor: string }
  | { readonly code: 'constant-difference'; readonly difference: string }
  | { readonly code: 'one-component'; readonly component: string }
  /** The same value whatever its symbols are, by the identities of the question. */
  | { readonly code: 'always-the-same' }
  /** `through`: a symbol that another question defines, by which alone the others enter. */
  | { readonly code: 'unused-symbols'; readonly symbols: readonly string[]; readonly through?: string }
  | { readonly code: 'these-data-only' }
  | { readonly code: 'undefined-at'; readonly witness: Witness }
  | { readonly code: 'wrong-degree'; readonly symbol: string; readonly given: string; readonly asked: string };

export type Diagnosis = {
  /** Joint causes, best first. */
  readonly causes: readonly Cause[];
  /** By question id: the causes that concern it (indices into `causes`), or facts, or nothing known. */
  readonly questions: {
    readonly [question: string]: { readonly causes: readonly number[]; readonly facts: readonly FormulaFact[] };
  };
  /** Wrong answers that nothing explains. */
  readonly unexplained: readonly string[];
};

// ───────────────────────────── the report ─────────────────────────────

/** One submission's report as `--json` prints it and `results.ndjson` holds it; more fields may follow. */
export type Report = {
  readonly problem: string;
  readonly student: string;
  readonly file: string;
  readonly attempt: number;
  readonly earned: number;
  readonly possible: number;
  readonly questions: readonly QuestionReport[];
  readonly causes: readonly Cause[];
  /** Sentences about the submission as a whole, such as one mistake that explains several answers. */
  readonly messages: readonly string[];
  readonly warnings: readonly string[];
};

/** A proof as it may be shown: what would give the answer away is left out until the policy allows it. */
export type ShownProof =
  | Proof
  | { readonly method: 'rounding'; readonly given: string; readonly decimals: number }
  | { readonly method: 'tolerance'; readonly given: string; readonly tolerance: string }
  | { readonly method: 'entries' };

export type QuestionReport = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  readonly proof: ShownProof;
  readonly causes: readonly { readonly ids: readonly string[]; readonly certain: boolean }[];
  /** Complete sentences for the student, in the order to show them; only what the policy allows. */
  readonly messages: readonly string[];
  /** Handed in too late to be accepted. */
  readonly refused?: true;
  /** The derivation, where the policy allows it. */
  readonly explanation?: string;
  readonly answer?: Answer;
  readonly read?: Expr;
  readonly fingerprint?: string;
};
