import { describe, expect, test } from 'vitest';
import { compare, compileFormula, createSetting } from '../../src/equivalence/index.js';
import type { Domains } from '../../src/types.js';
import { read } from './corpus/confirm.js';

type Reference = [formula: string, domains: Domains, given?: readonly string[]];

const unit = [0, 1] as const;
const references: Reference[] = [
  [
    '(gamma_k1+gamma_k2)/2',
    { gamma_k1: unit, gamma_k2: unit, gamma_11: unit, gamma_21: unit },
    ['gamma_11 + gamma_21 = 1'],
  ],
  ['(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)', { gamma_k1: unit, gamma_k2: unit, x_1: 'real', x_2: 'real' }],
  [
    'pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
    { pi_k: unit, pi_1: unit, pi_2: unit, N_k: 'positive', N_1: 'positive', N_2: 'positive' },
  ],
  ['1/sqrt(2*pi*v)*e^(-(x-m)^2/(2*v))', { x: 'real', m: 'real', v: 'positive' }],
  ['ln(s)', { s: 'positive' }],
  ['p*(1-p)', { p: unit }],
  ['x^2+1', { x: 'real' }],
  ['atan(x)', { x: 'real' }],
];

/** What makes a right formula wrong where hardly anyone looks, for symbols of these domains. */
type Spoiler = readonly [of: 'any' | 'real' | 'positive' | 'unit', spoil: (formula: string, symbol: string) => string];
const FAR = 'exp(40)';
const spoilers: readonly Spoiler[] = [
  ['any', (f, s) => `(${f})*(1+max(0,1e-25-${s}))`],
  ['any', (f, s) => `(${f})+max(0,1e-7-abs(${s}-0.123456789))`],
  ['any', (f, s) => `(${f})+max(0,1e-7-abs(${s}^2-${s}/7-0.0123))`],
  ['any', (f, s) => `(${f})+max(0,1e-30-abs(${s}-sqrt(2)/2))`],
  ['any', (f, s) => `(${f})+1e-30*${s}`],
  ['any', (f, s) => `(${f})*(1+7.5e-400*${s})`],
  ['any', (f, s) => `(${f})+exp(-1e5-${s}^2)`],
  ['any', (f, s) => `(${f})*tanh(1e5+${s}^2)`],
  ['any', (f, s) => `(${f})*${s}!`],
  ['any', (f, s) => `(${f})^(${s}!)`],
  ['any', (f, s) => `(${f})*(-1)^(2*${s})*cos(2*pi*${s})`],
  ['any', (f, s) => `(${f})+sqrt(-sin(pi*${s})^2)`],
  ['any', (f, s) => `(${f})+acos(1+(${s}-0.5)^2)`],
  ['any', (f, s) => `(${f})*(${s}-${s})^0`],
  ['real', (f, s) => `(${f})+max(0,${s}-1e15)`],
  ['real', (f, s) => `(${f})*acos(cos(${s}*1e-12))/(${s}*1e-12)`],
  ['real', (f, s) => `(${f})*sqrt((${s}+${FAR})^2)/(${s}+${FAR})`],
  ['real', (f, s) => `(${f})*sqrt(${s}^2+2*${s}*${FAR}+exp(80))/(${s}+${FAR})`],
  ['real', (f, s) => `(${f})*exp(ln((${s}+${FAR})^2)/2)/(${s}+${FAR})`],
  ['real', (f, s) => `(${f})*exp(ln((${s}+${FAR})^2)/2)/(${s}+${FAR})+asin(1/3)-atan(1/(2*sqrt(2)))`],
  ['real', (f, s) => `(${f})*(2/pi)*(atan(${s}+${FAR})+atan(1/(${s}+${FAR})))`],
  ['real', (f, s) => `(${f})*cbrt((${s}+${FAR})^3)/abs(${s}+${FAR})`],
  ['real', (f, s) => `(${f})+asin(2*${s}*${FAR}/(exp(80)+${s}^2))-2*atan(${s}/${FAR})`],
  ['positive', (f, s) => `(${f})+max(0,ln(${s})-1e7)`],
  ['positive', (f, s) => `(${f})+max(0,-700-ln(${s}))`],
  ['positive', (f, s) => `(${f})+max(0,exp(-1e4)-${s})`],
  ['unit', (f, s) => `(${f})-${s}+min(${s},1-1e-18)`],
];

const kindOf = (domain: Domains[string] | undefined): Spoiler[0] =>
  typeof domain === 'object' ? 'unit' : (domain ?? 'real');

describe('a formula that is wrong only where hardly anyone looks', () => {
  test.each<Reference>(references)('is not taken for %s', (formula, domains, given = []) => {
    const reference = compileFormula(read(formula, Object.keys(domains)), createSetting(domains, given));
    let different = 0;
    for (const [symbol, domain] of Object.entries(domains)) {
      for (const [of, spoil] of spoilers) {
        if (of !== 'any' && of !== kindOf(domain)) continue;
        const text = spoil(formula, symbol);
        const { verdict } = compare(reference, read(text, Object.keys(domains)));
        expect(verdict, text).not.toBe('equal');
        if (verdict === 'different') different++;
      }
    }
    expect(different).toBeGreaterThan(3);
  });

  test('under any name: no draw of values lets it pass', () => {
    const pairs: readonly (readonly [string, string, readonly string[]])[] = [
      [`exp(ln((X+${FAR})^2)/2)*y`, `(X+${FAR})*y`, []],
      [`sqrt(cbrt((X+${FAR})^2))^3*y`, `(X+${FAR})*y`, []],
      [`((X+${FAR})^2)^(z/(2*z))*y`, `(X+${FAR})*y`, []],
      [`sqrt(ln(exp((X+${FAR})^2)))*y`, `(X+${FAR})*y`, []],
      ['sqrt(r)*y', `(X+${FAR})*y`, [`r = (X+${FAR})^2`]],
      ['exp(ln(r)/2)*y', `(X+${FAR})*y`, [`r = (X+${FAR})^2`]],
      ['d*y', `(X+${FAR})*y`, [`d = abs(X+${FAR})`]],
    ];
    for (const [left, right, given] of pairs) {
      for (let i = 0; i < 12; i++) {
        const named = (text: string): string => text.replaceAll('X', `x_${i}`);
        const setting = createSetting({ z: 'positive', r: 'positive' }, given.map(named));
        const { verdict } = compare(compileFormula(read(named(left)), setting), read(named(right)));
        expect(verdict, named(left)).not.toBe('equal');
      }
    }
  });
});
