/**
 * What is still read as a formula. Every limit lies far above what a person types, and far below what makes a
 * computer slow: whoever works on an `Expr` may recurse over it without a second thought.
 */

/** Length of the text, in UTF-16 units. */
export const maxLength = 10_000;

/** Nodes of the tree, sums written out. `(a-x)^6000` has five. */
export const maxNodes = 5_000;

/** Height of the tree, and brackets, exponents and signs inside each other. */
export const maxDepth = 200;

/** Digits of one number. */
export const maxDigits = 500;

/** Digits of the exponent of a number, as in `1e-300`. */
export const maxExponentDigits = 4;

/** Letters and digits of one name. */
export const maxNameLength = 64;

/** Terms that a written-out `\sum` may have. */
export const maxTerms = 200;
