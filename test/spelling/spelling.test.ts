import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from '../../src/spelling/index.js';

const known = ['log-likelihood', 'responsibility', 'mean', 'means', 'variance', 'mixing-weight', 'pi_1', 'pi_2', 'N_k'];

describe('did you mean', () => {
  it.each([
    ['log-likelyhood', 'log-likelihood'],
    ['loglikelihood', 'log-likelihood'],
    ['LogLikelihood', 'log-likelihood'],
    ['variances', 'variance'],
    ['varaince', 'variance'],
    ['mixing_weight', 'mixing-weight'],
    ['mixing-wieght', 'mixing-weight'],
    ['reponsibility', 'responsibility'],
    ['n_k', 'N_k'],
    ['entropy', undefined],
    ['x', undefined],
    ['', undefined],
    ['v'.repeat(100_000), undefined],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  it('lists what is known where nothing is near, but not without end', () => {
    expect(suggestion('zzz', ['a1', 'b2'])).toBe('Known: a1, b2.');
    expect(suggestion('zzz', ['a1', 'b2', 'c3'], 2)).toBe('Known: a1, b2, ….');
    expect(suggestion('zzz', [])).toBe('');
  });
});
