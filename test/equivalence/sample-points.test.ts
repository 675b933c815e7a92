import { describe, expect, test } from 'vitest';
import { createSetting, fingerprint } from '../../src/equivalence/index.js';
import { parseDecimal, type Rational } from '../../src/equivalence/rational.js';
import { decimalText, drawReal, drawWhole, isInside, nearestDouble } from '../../src/equivalence/real-points.js';
import type { Domain } from '../../src/types.js';
import { read } from './corpus/confirm.js';

/**
 * Points are drawn from the names of symbols alone, so that a verdict today is the verdict tomorrow. Change them on purpose only: witnesses that
 * students were shown change with them, and fingerprints that are stored with predictions (then raise `predictionsFormat`).
 */
describe('the same points are always drawn', () => {
  test.each<[domain: Domain, values: string]>([
    ['real', '0.25 -0.625 0.625 -0.75 -5.75 -3.75 8 -8 40 112 -0.0244140625 -0.734375 1.125 2.375'],
    ['positive', '0.25 0.625 0.625 0.75 5.75 3.75 8 8 40 112 0.0244140625 0.734375 1.125 2.375'],
    [
      [0, 1],
      '0.296875 0.578125 0.359375 0.671875 0.203125 0.484375 0.234375 0.015625 0.109375 0.921875 0.015625 0.203125',
    ],
    [[-3, -1], '-2.40625 -1.84375 -2.28125 -1.65625 -2.59375 -2.03125 -2.53125 -2.96875 -2.78125 -1.15625'],
    [[2, Infinity], '2.25 2.625 2.625 2.75 7.75 5.75 10 10 42 114 2.0244140625 2.734375 3.125'],
    [[-Infinity, 0], '-0.25 -0.625 -0.625 -0.75 -5.75 -3.75 -8 -8 -40 -112 -0.0244140625'],
    [[-Infinity, Infinity], '0.25 -0.625 0.625 -0.75 -5.75 -3.75 8 -8 40 112'],
  ])('in %o', (domain, values) => {
    const wanted = values.split(' ');
    expect(wanted.map((_, index) => decimalText(drawReal(domain, 'x', index)))).toEqual(wanted);
  });

  test('for each symbol by its name', () => {
    const signs = ['a', 'b', 'c', 'y', 'sigma', 'mu_k'].map((name) =>
      Array.from({ length: 12 }, (_, index) => (drawReal('real', name, index).numerator < 0n ? '-' : '+')).join(''),
    );
    expect(signs.join(' ')).toBe('+++-+-++++-+ +-++--+++-+- +-++--++++-- +++-+-+++++- ++++--+-+--+ +-++--+-++--');
  });

  test.each<[domain: Domain, values: string]>([
    ['real', '4 3 5 5 3 11 8 4 1 7'],
    ['positive', '4 3 5 5 3 11 8 4 1 7'],
    [[3, 9], '7 5 3 3 7 5 8 6 3 4'],
    [[0.5, 2.5], '2 2 1 2 1 1 2 1 1 1'],
    // No count is meant where there are whole numbers at the ends alone.
    [[0.2, 0.4], '0.296875 0.209375'],
    [[0, 1], '0.484375 0.046875'],
    [[2, 2], '2 2 2'],
    [[-5, 2], '0 1 1 1 1 1 1 2 2 0'],
  ])('and whole ones in %o', (domain, values) => {
    const wanted = values.split(' ');
    expect(wanted.map((_, index) => decimalText(drawWhole(domain, 'n', index)))).toEqual(wanted);
  });

  test('up to a hundred where the domain has no end', () => {
    const values = Array.from({ length: 300 }, (_, index) => Number(drawWhole([40, Infinity], 'n', index).numerator));
    expect(Math.min(...values)).toBe(40);
    expect(Math.max(...values)).toBe(52);
  });

  test('closer to an end of the domain when asked', () => {
    const values = [1, 2, 16].map((shrink) => Number(decimalText(drawReal([0, 1], 'x', 0, shrink))));
    expect(values.map((value) => (values[0] ?? 0) / value)).toEqual([1, 2, 16]);
  });

  test.each([
    ['x', 'km0cg.hy2it.grg8i.46i8f.19vw2ap'],
    ['sin(x)', 'l6y68.acbp5.7both.bufkd.1opedlf'],
    ['exp(x*s)', 'e7ecg.kik1s.o9gvu.nqnv.30j0nu'],
    ['ln(s)*sqrt(s)', '48s6b.34dy1.lieud.1tqm.1dbyhb9'],
    ['abs(x)', 'km0cg.hy2it.grg8i.fu88w.1bov0o8'],
    ['1/x', '99vzd.bhce8.8fgbz.bqj32.sgga6q'],
    ['x^0.5', 'kc3d6.i5dlx.ne6kd.5:mq0zw.8l2ppt'],
    ['g*h', '9mjfi.37a7a.hlt09.184fn.1hgesyv'],
    ['x!', 'cgnvc.893z3.bw1cx.fvg27.1l4nxsm'],
    ['asin(x)', '2g8nv.oeh0j.kw9xq.cg8pb.1870en4'],
    ['cbrt(x)', 'dei5x.g6yv.mx9kg.3of9s.v911tx'],
    ['s^x', 'l77yf.b8m1c.cbufa.83bno.1gkb2e7'],
    ['pi*e', '6xqv7.67y9q.gy4vy.8rlgb.ufv8xn'],
    ['max(x,m)', 'kxri0.qkhei.grg8i.46i8f.1acwv2x'],
    ['e^(2^x)', 'i6bzi.iijaj.frmkf.fudv7.1b3u7u1'],
    ['ln(x^2+1)', '2:9acx6.3:jr5ge.5:du5ba.6:nllox.tpjxxb'],
    ['cos(pi*x)+atan(2)', 'dy1id.ky144.gtyry.6v5lv.1rk02t3'],
    ['2^x^s', 'gr3ky.1p56l.avrka.f2hd8.116p3v0'],
  ])('the fingerprint of %s is %s', (text, key) => {
    const domains = { s: 'positive', g: [0, 1], h: [0, 1], m: [-2, -1] } as const;
    expect(fingerprint(read(text), createSetting(domains, ['g+h=1']))).toBe(key);
  });

  test('a fingerprint joins those of all branches of the identities', () => {
    const two = fingerprint(read('x'), createSetting({ x: 'real' }, ['x^2 = 4']));
    const one = fingerprint(read('x'), createSetting({ x: 'positive' }, ['x^2 = 4']));
    expect(two?.split('.')).toHaveLength(10);
    expect(one?.split('.')).toHaveLength(5);
    expect(one?.split('.').slice(0, 4)).toEqual(['2', '2', '2', '2']);
    expect(fingerprint(read('x'), createSetting({}, ['sin(x) = 1/2']))).toBeUndefined();
    expect(fingerprint(read('sqrt(-x^2)*sqrt(-y^2)*sqrt(-z^2)'), createSetting({}, []))).toBeUndefined();
  });
});

const rational = (text: string): Rational => parseDecimal(text) ?? { numerator: 0n, denominator: 1n };

describe('whether a value lies in a domain', () => {
  test.each<[value: string, domain: Domain | undefined, isIn: boolean]>([
    ['-5', 'real', true],
    ['-5', undefined, true],
    ['0', 'positive', false],
    ['1e-9', 'positive', true],
    ['-1', 'positive', false],
    ['0', [0, 1], true],
    ['1', [0, 1], true],
    ['1.0000001', [0, 1], false],
    ['-0.0000001', [0, 1], false],
    ['0.1', [0.1, 0.3], true],
    ['0.3', [0.1, 0.3], true],
    ['5', [2, Infinity], true],
    ['1', [2, Infinity], false],
    ['-5', [-Infinity, 2], true],
    ['3', [-Infinity, 2], false],
  ])('%s in %o: %s', (value, domain, isIn) => {
    expect(isInside(rational(value), domain)).toBe(isIn);
  });
});

describe('a decimal that anyone can put in again', () => {
  test.each<[numerator: bigint, denominator: bigint, text: string]>([
    [0n, 1n, '0'],
    [7n, 1n, '7'],
    [-7n, 1n, '-7'],
    [1n, 2n, '0.5'],
    [-1n, 2n, '-0.5'],
    [1n, 5n, '0.2'],
    [3n, 8n, '0.375'],
    [-21n, 4n, '-5.25'],
    [1n, 10n, '0.1'],
    [123n, 100n, '1.23'],
    [7n, 400n, '0.0175'],
    [1n, 1000n, '0.001'],
    [1n, 625n, '0.0016'],
    [1n, 3n, '1/3'],
    [-22n, 7n, '-22/7'],
    [1n, 30n, '1/30'],
    [2n ** 70n, 1n, '1180591620717411303424'],
  ])('of %d/%d is %s', (numerator, denominator, text) => {
    expect(decimalText({ numerator, denominator })).toBe(text);
  });
});

describe('the double nearest to a value, and how far it is off', () => {
  test.each<[numerator: bigint, denominator: bigint, isExact: boolean]>([
    [3n, 8n, true],
    [-3n, 1024n, true],
    [2n ** 53n - 1n, 1n, true],
    [1n - 2n ** 53n, 1n, true],
    [2n ** 53n + 1n, 1n, false],
    [-(2n ** 53n) - 1n, 1n, false],
    [1n, 3n, false],
    [1n, 10n, false],
    [-1n, 10n, false],
  ])('of %d/%d', (numerator, denominator, isExact) => {
    const [double, error] = nearestDouble({ numerator, denominator });
    expect(error === 0).toBe(isExact);
    const off = Math.abs(Number(BigInt(Math.round(double * 2 ** 40)) * denominator - numerator * 2n ** 40n));
    expect(off / 2 ** 40 / Number(denominator)).toBeLessThanOrEqual(error + 2 ** -40);
    expect(error).toBeLessThanOrEqual(Math.abs(double) * 1.2e-16);
  });

  test('is never said to be exact for a value too small for doubles', () => {
    const [double, error] = nearestDouble({ numerator: 1n, denominator: 3n * 10n ** 400n });
    expect(double).toBe(0);
    expect(error).toBeGreaterThan(0);
  });
});
