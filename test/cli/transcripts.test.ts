import { describe, expect, it } from 'vitest';
import { check, sample } from './run-check.js';

const told = (name: string, env: NodeJS.ProcessEnv = {}): string =>
  check([sample(name)], { env }).out.replaceAll(/\s+/g, ' ');

describe('what a student reads', () => {
  it.each(['100', '80', '40'])(
    'with the numbers from the forum, in %s columns: the one mistake, and the evidence',
    (COLUMNS) => {
      const text = told('forum', { COLUMNS });
      expect(text).toContain(
        'One mistake explains three of your answers (“At convergence”, “Check your converged means” and “Check your converged variances”)',
      );
      expect(text).toContain(
        'the new variance is stored in the variable that your density reads as a standard deviation',
      );
      expect(text).toMatch(/Your numbers agree with what EM converges to with this mistake to \w+ digits\./);
      expect(text).toContain('What is in your sigma variable after the first M-step: sigma or sigma squared?');
      expect(text).toContain('12 of 13 points');
    },
  );

  it('with the answers the homework recorded: every verdict as recorded there', () => {
    const marks = [...check([sample('recorded')]).out.matchAll(/^ ([✔✘]) {2}(.*\S) {2,}(\d+) of (\d+)$/gm)];
    expect(marks.map(([, mark, , earned, possible]) => `${mark ?? ''}${earned ?? ''}/${possible ?? ''}`)).toEqual([
      '✔1/1',
      '✔1/1',
      '✔5/5',
      '✔1/1',
      '✔1/1',
      '✔1/1',
      '✔1/1',
      '✔1/1',
      '✘0/1',
    ]);
  });

  it('after a wrong formula: how it was read, what happened, a way on, and not the answer', () => {
    const text = told('half-wrong');
    expect(text).toContain('The weighted sum is divided by the number of points or samples.');
    expect(text).toContain('A weighted mean lies between the smallest and the largest sample');
    expect(text).toContain('“gamma_11 + gamma_12 + gamma_21 + gamma_22” is the same number for all values');
    expect(text).toContain('One attempt left.');
    expect(text).not.toMatch(/The answer is|always equals/);
  });

  it('once the due date has passed and attempts are used up: the answer and its derivation', () => {
    expect(told('recorded')).toContain('The answer is 1 (sigma_1^2).');
  });
});
