import { all, create, type BigNumber } from 'mathjs';

const math = create(all ?? {}, { number: 'BigNumber', precision: 80 });
const big = (value: number): BigNumber => math.bignumber(String(value));

type Mixture = {
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
};

/** Values whose decimal text is the double itself, so that both calculations start from the same numbers. */
export const dyadic = (value: number): number => Math.round(value * 1024) / 1024;

/** log p(x) of a Gaussian mixture with 80 digits. */
export const logDensity = (x: number, { weights, means, variances }: Mixture): BigNumber => {
  const terms = weights.map((weight, k) => {
    const variance = big(variances[k] ?? Number.NaN);
    const deviation = big(x).sub(big(means[k] ?? Number.NaN));
    const norm = math.bignumber(2).mul(math.bignumber(math.pi)).mul(variance).sqrt();
    return big(weight)
      .mul(deviation.pow(2).div(variance.mul(2)).neg().exp())
      .div(norm);
  });
  return terms.reduce((left, right) => left.add(right)).ln();
};

/** How far a double is from a number of 80 digits, relative to it. */
export const relativeError = (value: number, exact: BigNumber): number => exact.sub(value).div(exact).abs().toNumber();

export const zero: BigNumber = math.bignumber(0);
