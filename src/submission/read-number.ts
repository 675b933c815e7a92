/** A JSON number as an answer: with the digits the student wrote. */
export type ReadNumber = {
  readonly answer: number | string;
  readonly warning?: { readonly code: string; readonly message: string; readonly fix: string };
};

/**
 * A double where its shortest decimal text is what was written (or that with `.0`); else the digits themselves, as text: `0.50` keeps its zero, and
 * 9007199254740993 is not rounded. Too large for a double stays as text; too small becomes 0; both with a warning. −0 is 0.
 */
export const readNumber = (digits: string): ReadNumber => {
  const value = Number(digits);
  if (!Number.isFinite(value)) {
    return {
      answer: digits,
      warning: {
        code: 'not-finite',
        message: `${shorten(digits)} is larger than any number the checker computes with.`,
        fix: 'Check the exponent.',
      },
    };
  }
  if (value === 0) {
    if (!/[1-9]/.test(digits.replace(/e.*/i, '')))
      return { answer: /^-?0(?:\.0)?$/.test(digits) ? 0 : digits.replace('-', '') };
    return {
      answer: 0,
      warning: {
        code: 'underflow',
        message: `${shorten(digits)} is so small that it is read as 0.`,
        fix: 'Check the exponent.',
      },
    };
  }
  return { answer: String(value) === digits.replace(/^(-?\d{1,15})\.0$/, '$1') ? value : digits };
};

const shorten = (digits: string): string => (digits.length > 30 ? `${digits.slice(0, 30)}…` : digits);
