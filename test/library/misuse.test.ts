import { describe, expect, it } from 'vitest';
import { createGrader, equivalent, gradeSubmission, loadProblem } from '../../src/index.js';

const problem = await loadProblem('em-two-gaussians');
const drawn = await loadProblem('em-your-own-numbers');

/** What a program without types may hand over. */
const untyped = (value: unknown): never => value as never;

describe('the library, called with what its types forbid', () => {
  it.each([
    ['postive', '"postive"'],
    [[2, 1], '[2,1]'],
    [[Number.NaN, 1], '[null,1]'],
    [['0', 1], '["0",1]'],
    [[1], '[1]'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('refuses the domain %j', (domain, shown) => {
    expect(() => equivalent('a', 'abs(a)', { domains: { a: untyped(domain) } })).toThrow(
      new RangeError(`The domain of “a” is ${shown}; it can be "real", "positive" or [low, high].`),
    );
  });

  it('takes every domain that is one', () => {
    for (const domain of ['real', 'positive', [0, 1], [0, Infinity], [-1, -1]])
      expect(equivalent('a', 'a', { domains: { a: untyped(domain) } }).verdict).toBe('equal');
  });

  it.each([[undefined], [null], [{}], [{ answers: null }], [{ answers: [1] }], ['x']])(
    'says what a submission is, given %j',
    (submission) => {
      for (const one of [problem, drawn]) {
        expect(() => gradeSubmission(one, untyped(submission))).toThrow(/^A submission is an object such as/);
        expect(() => createGrader(one)(untyped(submission))).toThrow(TypeError);
      }
    },
  );

  it.each([[{}], [null], [true], [[1, {}]], [undefined]])('says which answer is none, given %j', (answer) => {
    expect(() => gradeSubmission(problem, { answers: { mean: untyped(answer) } })).toThrow(
      'The answer to mean is neither a text, nor a number, nor a list of them.',
    );
  });
});
