/** A linear map from a domain to a range, as in d3-scale. A domain of no width maps to the middle. */
export type Scale = {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly map: (value: number) => number;
};

export const linearScale = (domain: readonly [number, number], range: readonly [number, number]): Scale => {
  const [low, high] = domain;
  const [from, to] = range;
  const width = high - low;
  return {
    domain,
    range,
    map: (value) => (width === 0 ? (from + to) / 2 : from + ((value - low) / width) * (to - from)),
  };
};

/** How wide a text of digits can be on a plot. */
export const textWidth = (text: string): number => 7.4 * text.length;

/** Steps a reader counts in: 1, 2 or 5 times a power of ten. */
const niceStep = (span: number, count: number): number => {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
};

export type Tick = { readonly value: number; readonly label: string };

/** About `count` round values inside the domain, with as many digits as tell them apart. */
export const ticks = (domain: readonly [number, number], count: number): readonly Tick[] => {
  const [low, high] = domain;
  if (!(high > low)) return [{ value: low, label: labels([low], 0)[0] ?? '' }];
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  const texts = labels(values, Math.floor(Math.log10(step) + 1e-9));
  return values.map((value, i) => ({ value, label: texts[i] ?? '' }));
};

/** More digits than these hardly fit beside an axis. */
const mostDecimals = 4;
const largestPlain = 1e5;

/** All with decimals, or all as powers of ten where that is shorter. `power`: of the last digit in which the values differ. */
const labels = (values: readonly number[], power: number): readonly string[] => {
  const decimals = Math.max(0, -power);
  const plain = values.map((value) => value.toFixed(Math.min(decimals, 100)));
  const isUsual = decimals <= mostDecimals && values.every((value) => Math.abs(value) < largestPlain);
  const powers = values.map((value) => inPowers(value, power));
  const texts = isUsual || lengthOf(plain) < lengthOf(powers) ? plain : powers;
  return texts.map((text) => text.replace(/^-(?=0(?:\.0*)?$)/, '').replaceAll('-', '−'));
};

const lengthOf = (texts: readonly string[]): number => texts.join('').length;

const mostSignificant = 15;

const inPowers = (value: number, power: number): string => {
  // A step added up leaves a trace in the last bits of what should be zero.
  if (Math.abs(value) < 10 ** power / 2) return '0';
  const digits = Math.floor(Math.log10(Math.abs(value)) + 1e-9) - power + 1;
  return Number(value.toPrecision(Math.min(Math.max(digits, 1), mostSignificant)))
    .toExponential()
    .replace('e+', 'e');
};
