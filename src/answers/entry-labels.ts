/** Names before the entries of a list: `x_1: 2, x_2: 1`. */

export type Unlabelled =
  | { readonly kind: 'entries'; readonly entries: readonly string[] }
  /** The numbers of the labels leave out some, or hold one twice. */
  | { readonly kind: 'unclear'; readonly labels: readonly string[] };

/**
 * The entries without their labels, in the order of the numbers in these, which run on from 0 or 1. Labels without numbers say nothing of
 * the order; where only some entries have a label, they stay as they are.
 */
export const withoutLabels = (entries: readonly string[]): Unlabelled => {
  if (!entries.every((entry) => /[:=≈→>]/.test(entry))) return { kind: 'entries', entries };
  const found = entries.map((entry) => label().exec(entry.slice(0, longestLabel)));
  const labels = found.flatMap((match, index) =>
    match === null
      ? []
      : [
          {
            text: match[0],
            number: numberIn(match[1] ?? match[2] ?? ''),
            entry: (entries[index] ?? '').slice(match[0].length),
          },
        ],
  );
  if (labels.length < entries.length) return { kind: 'entries', entries };
  const bare = labels.map(({ entry }) => entry);
  if (labels.every(({ number }) => number === undefined)) return { kind: 'entries', entries: bare };
  const ordered = labels.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const first = ordered[0]?.number;
  const runsOn = (first === 0 || first === 1) && ordered.every(({ number }, index) => number === first + index);
  return runsOn
    ? { kind: 'entries', entries: ordered.map(({ entry }) => entry) }
    : { kind: 'unclear', labels: labels.map(({ text }) => text.trim()) };
};

const longestLabel = 60;

/**
 * A letter or word, perhaps with a number in its subscript or brackets, and the sign after it. Without a number, a colon wants a blank after
 * it: `e:2` is a division to some.
 */
const label = (): RegExp =>
  /^\s*\\?\p{L}[\p{L}\p{M}]*\s*[_^]?[\s({[]*(?:\p{L}\s*,?\s*)?(?:(\p{N}+)[\s)}\]]*:|[\s)}\]]*:(?=\s)|(\p{N}+)?[\s)}\]]*(?:=|≈|->|=>|→|\\to|\\approx))\s*(?=\S)/u;

const numberIn = (digits: string): number | undefined => (digits === '' ? undefined : Number(digits.normalize('NFKD')));
