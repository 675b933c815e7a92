/**
 * The numbers that turn agreement into belief, chosen once.
 *
 * For a hypothesis h and an answer i,  P(answer i | h) = (1 − c)·[h predicts it] + c·q_i,  and for “something else”, q_i: the chance
 * that an answer that is wrong for another reason looks just like this one. What a hypothesis leaves unexplained is a slip (c each)
 * or one more, unknown fault (`another`), whichever is likelier. Where h says that such an answer should have been wrong in another way, the
 * two faults would have had to mix (`mixed` each, at most twice).
 *
 * - Priors: in course forums and in published lists of errors most wrong answers have one cause, and about a quarter have one that is in no
 *   list; the listed ones share the rest by plausibility, high to low 4 : 2 : 1 (a mistake called high is seen about four times as often
 *   as one called low). Two at once: `both` times the product of their priors.
 * - A right answer is no evidence for a hypothesis that predicts it (students copy, guess and check), but one that predicts it wrong is
 *   ruled out, with two exceptions. A right choice only speaks against it (`guessed` each): one of two options is soon guessed, or known without
 *   a computation. And a right number that comes after all the hypothesis explains may be that of a program which was mended in
 *   between (`mended`, once): the first answers are seldom computed again. Both are far likelier than a second fault that
 *   happens to undo the first. That right answers stand beside wrong ones speaks against an unknown fault a little (`rightByChance` each, at most ten).
 * - q of a number: the width of its last digit times how densely the answers of all listed faults lie there, since unknown faults go wrong in the
 *   same places as known ones; never less than `rarest`, because two faults may share a computation we do not think of, and if they do, then
 *   they share all answers of that moment (`follows`).
 *   NaN, infinities, repeated and complementary numbers, whole numbers, numbers of the problem, and values that several families of faults run
 *   into are common, whatever their digits; and so is what follows from plain numbers (variances around means that are whole numbers).
 * - A student who writes a mistake into a formula will likely compute with it too (`alsoInFormula`).
 * - The course of a run: most students hand in its end (`atEnd`); an earlier stop shares the rest.
 */
export const assumptions = {
  slip: 0.03,
  listed: 0.7,
  unlisted: 0.3,
  slipsOnly: 0.3,
  weight: { H: 4, M: 2, L: 1 },
  both: 0.3,
  another: 0.1,
  mixed: 0.1,
  guessed: 0.2,
  mended: 0.1,
  rightByChance: 0.7,
  mostRight: 10,
  rarest: 3e-5,
  atEnd: 0.7,
  /** Prior of the right procedure, stopped before its end. */
  earlyStop: 0.02,
  /** Chance that a wrong answer holds NaN, an infinity; the number before it again; what is missing to one; the right number. */
  nan: 0.2,
  infinite: 0.05,
  repeated: 0.3,
  complementary: 0.7,
  rightEntry: 0.5,
  /** The right numbers with too few digits: by a student who writes few, or by one who writes many elsewhere. */
  coarse: { 'like-others': 0.5, 'unlike-others': 0.05 },
  /** A whole number, or a number that the problem states; and another answer of that moment, which follows from it. */
  plainEntry: 0.05,
  follows: 0.1,
  /** Chance that a wrong formula is one of the listed ones without its cause. */
  formula: 1e-5,
  alsoInFormula: 0.3,
  /** A cause is certain above this posterior and below this chance of a random match. */
  certainPosterior: 0.99,
  certainChance: 0.01,
  /** Below this a cause is not mentioned. */
  worthMentioning: 0.05,
} as const;
