import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestSymbol } from '../../src/expression/index.js';

const offered = ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'hatmu_k'];
const responsibility = ['pi_k', 'pi_1', 'pi_2', 'N_k', 'N_1', 'N_2'];

describe('what an unknown name was probably meant to be', () => {
  test.each<[string, readonly string[], string | undefined]>([
    ['gama_k1', offered, 'gamma_k1'],
    ['gamma_1k', offered, 'gamma_k1'],
    ['Gamma_k1', offered, 'gamma_k1'],
    ['X_1', offered, 'x_1'],
    ['n_k', responsibility, 'N_k'],
    ['mu_k', offered, 'hatmu_k'],
    ['barmu_k', offered, 'hatmu_k'],
    ['hatx_1', offered, 'x_1'],
    ['hatmu_K', offered, 'hatmu_k'],
    ['gamma_k1x_1', offered, 'gamma_k1*x_1'],
    ['x_1gamma_k1', offered, 'x_1*gamma_k1'],
    ['N_1pi_1', responsibility, 'N_1*pi_1'],
    ['pk', responsibility, 'pi_k'],
    ['p_k', responsibility, 'pi_k'],
    ['p_1', responsibility, 'pi_1'],
    ['qk', responsibility, 'N_k'],
    ['pi_kN_k', responsibility, 'pi_k*N_k'],
    ['ab', ['a', 'b'], 'a*b'],
    ['aab', ['a', 'ab'], 'a*ab'],
    ['lnx', ['x'], 'ln(x)'],
    ['sqrtx_1', offered, 'sqrt(x_1)'],
    ['expab', ['a', 'b'], 'exp(a*b)'],
    ['x_3', offered, undefined],
    ['x', offered, undefined],
    ['N_3', responsibility, undefined],
    ['banana', offered, undefined],
    ['anything', [], undefined],
    ['ab', ['', '_', 'a', 'b'], 'a*b'],
    ['lnlnx', ['x'], undefined],
    ['sinhx', ['x'], 'sinh(x)'],
    ['exp', offered, undefined],
    ['constructor', offered, undefined],
  ])('%s among %j is %s', (name, symbols, expected) => expect(nearestSymbol(name, symbols)).toBe(expected));

  test('is found without long work, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '_'), maxLength: 64 }), (name) => {
        const near = nearestSymbol(name, ['a', 'aa', 'aaa', 'aaaa', 'aaaab', 'b_1']);
        expect(near === undefined || near.length > 0).toBe(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
