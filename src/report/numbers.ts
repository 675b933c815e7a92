/** Numbers as pages and files show them: the same in every locale. */

/** Points: at most three decimals, no trailing zeros. */
export const formatPoints = (points: number): string => String(Math.round(points * 1000) / 1000);

/** A share between 0 and 1 in per cent, without decimals: `83 %`. A share that is not known is a dash. */
export const formatShare = (share: number | undefined): string =>
  share === undefined || Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`;

/** A number with so many decimals and a real minus sign; `–` where there is none. */
export const formatDecimal = (value: number | undefined, decimals: number): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(decimals).replace(/^-/, '−');

/** A sample of the data, with a real minus sign and no more digits than fit below an axis. */
export const formatSample = (value: number): string => String(Number(value.toPrecision(4))).replaceAll('-', '−');

/** `1 student`, `3 students`, `12,345 students`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${formatCount(n)} ${n === 1 ? one : many}`;

export const formatCount = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Codepoint order: the same on every machine, whatever the locale. */
export const byCodepoint = (a: string, b: string): number => {
  if (a === b) return 0;
  // UTF-16 order differs from codepoint order only where surrogates meet characters above them.
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
};

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Codepoint order, but for lines of a class file (`class.ndjson:12`), which stand in the order of their numbers. */
export const byName = (a: string, b: string): number =>
  a.includes(':') && b.includes(':') ? byCodepoint(padded(a), padded(b)) || byCodepoint(a, b) : byCodepoint(a, b);

const longestNumber = 12;

const padded = (name: string): string =>
  name.replace(/(?<=\.(?:ndjson|jsonl):)\d+$/i, (digits) => digits.padStart(longestNumber, '0'));
