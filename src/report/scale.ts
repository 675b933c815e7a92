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

/** Steps a reader counts in: 1, 2 or 5 times a power of ten. */
const niceStep = (span: number, count: number): number => {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
};

export type Tick = { readonly value: number; readonly label: string };

/** About `count` round values inside the domain, with as many decimals as their step needs. */
export const ticks = (domain: readonly [number, number], count: number): readonly Tick[] => {
  const [low, high] = domain;
  if (!(high > low)) return [{ value: low, label: label(low, 0) }];
  const step = niceStep(high - low, count);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, label: label(value, decimals) };
  });
};

/** More digits than these do not fit beside an axis. */
const mostDecimals = 4;
const largestPlain = 1e5;

const label = (value: number, decimals: number): string => {
  const isPlain = decimals <= mostDecimals && Math.abs(value) < largestPlain;
  const text = isPlain ? value.toFixed(decimals) : Number(value.toPrecision(4)).toExponential().replace('e+', 'e');
  return text
    .replace(/^-(?=0(?:\.0*)?$)/, '')
    .replace(/^0e0$/, '0')
    .replaceAll('-', '−');
};
