import type { BigNumber } from 'mathjs';
import type { Model, Parameters } from '../types.js';

/** Parameters, responsibilities and log-likelihood of one moment, in many digits. */
export type PreciseMoment = {
  readonly parameters: { readonly [name: string]: readonly BigNumber[] };
  readonly responsibilities: readonly (readonly BigNumber[])[];
  readonly logLikelihood: BigNumber;
};

/** Makes a number of many digits from a double, exactly. */
export type MakeNumber = (value: number) => BigNumber;

/** Families written out here a second time, apart from the solver. */
export const preciseFamilies: readonly string[] = ['gaussian', 'binomial'];

/**
 * EM in as many digits as `make` gives, straight from the textbook, without logarithms of sums: with 60 digits nothing underflows. Yields the start, then
 * each iterate.
 */
export function* preciseRun(model: Model, start: Parameters, make: MakeNumber): Generator<PreciseMoment> {
  const zero = make(0);
  const sum = (values: readonly BigNumber[]): BigNumber => values.reduce((total, value) => total.plus(value), zero);
  const data = model.data.map((datum) => make(Number(datum)));
  const trials = make(model.constants?.['trials'] ?? 0);
  let parameters: PreciseMoment['parameters'] = Object.fromEntries(
    Object.entries(start).map(([name, values]) => [name, values.map(make)]),
  );
  for (;;) {
    const current = parameters;
    const entry = (name: string, k: number): BigNumber => current[name]?.[k] ?? zero;
    const components = (current['weights'] ?? []).map((_, k) => k);
    const joint = data.map((x) =>
      components.map((k) => entry('weights', k).times(density(model.family, x, trials, k, entry, make))),
    );
    const totals = joint.map(sum);
    const responsibilities = joint.map((row, i) => row.map((value) => value.div(totals[i] ?? zero)));
    yield { parameters, responsibilities, logLikelihood: sum(totals.map((total) => total.ln())) };
    const masses = components.map((k) => sum(responsibilities.map((row) => row[k] ?? zero)));
    const average = (k: number, value: (x: BigNumber) => BigNumber): BigNumber =>
      sum(data.map((x, i) => value(x).times(responsibilities[i]?.[k] ?? zero))).div(masses[k] ?? zero);
    const means = components.map((k) => average(k, (x) => x));
    const updated: PreciseMoment['parameters'] = {
      weights: masses.map((mass) => mass.div(data.length)),
      ...(model.family === 'binomial'
        ? { probabilities: means.map((mean) => mean.div(trials)) }
        : { means, variances: components.map((k) => average(k, (x) => x.minus(means[k] ?? zero).pow(2))) }),
    };
    parameters = { ...updated, ...Object.fromEntries((model.fixed ?? []).map((name) => [name, current[name] ?? []])) };
  }
}

const density = (
  family: string,
  x: BigNumber,
  trials: BigNumber,
  k: number,
  entry: (name: string, k: number) => BigNumber,
  make: MakeNumber,
): BigNumber => {
  if (family === 'binomial') {
    const probability = entry('probabilities', k);
    return choose(trials, x, make)
      .times(probability.pow(x))
      .times(make(1).minus(probability).pow(trials.minus(x)));
  }
  const variance = entry('variances', k);
  const exponent = x.minus(entry('means', k)).pow(2).div(variance.times(-2));
  return exponent.exp().div(variance.times(2).times(make(-1).acos()).sqrt());
};

const choose = (n: BigNumber, x: BigNumber, make: MakeNumber): BigNumber => {
  let value = make(1);
  for (let i = 1; i <= x.toNumber(); i += 1) value = value.times(n.plus(1).minus(i)).div(i);
  return value;
};
