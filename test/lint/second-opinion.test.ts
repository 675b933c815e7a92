import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formOpinions, type Opinion, type OpinionRunner } from '../../src/equivalence/index.js';
import { checkSecondOpinion } from '../../src/lint/checks/second-opinion.js';
import { lintProblem } from '../../src/lint/index.js';
import { shippedProblems } from '../../src/problem/load.js';
import { broken } from '../problem/base.js';
import { lintWith, read } from './lint-with.js';

const shipped = (id: string): string =>
  readFileSync(fileURLToPath(new URL(`../../problems/${id}/problem.yaml`, import.meta.url)), 'utf8');

const saying =
  (...opinions: readonly Opinion[]): OpinionRunner =>
  () =>
    Promise.resolve(opinions);
const withOtherValues: OpinionRunner = async (task) =>
  (await formOpinions(task)).map((opinion) => ({ ...opinion, values: task.points.map(() => '0.125') }));
const silent = (library: Opinion['library'], reason: string): Opinion => ({ library, says: 'silent', reason });

describe('the second opinion on a problem', () => {
  it.each(shippedProblems())('is heard on every formula of %s, and agrees', async (id) => {
    const heard: Opinion[][] = [];
    const said = await lintWith(checkSecondOpinion, shipped(id), async (task) => {
      const opinions = await formOpinions(task);
      heard.push([...opinions]);
      return opinions;
    });
    expect(said).toEqual([]);
    const formulas = (await read(shipped(id))).questions.filter(({ answer }) => answer.kind === 'formula');
    expect(heard.length).toBeGreaterThanOrEqual(formulas.length);
    for (const opinions of heard) {
      expect(opinions.some(({ says }) => says !== 'silent')).toBe(true);
      expect(opinions.flatMap(({ values = [] }) => values).filter((value) => value !== '')).not.toEqual([]);
    }
  });

  it('is shown with both reasons where it contradicts', async () => {
    const said = await lintWith(
      checkSecondOpinion,
      broken(),
      saying({ library: 'mathjs', says: 'different', reason: '1 and 2 at a1 = 3' }),
    );
    expect(said.join('\n')).toMatch(
      /^error second-opinion questions\.1\.formula: mathjs finds the formula and itself, turned round and read from LaTeX different: 1 and 2 at gamma_\w+ = 3\. This checker finds them equal: by /,
    );
  });

  it('is shown where it takes an example that is wrong for right', async () => {
    const text = broken(['    form: {', '    examples: [{ answer: gamma_k1, verdict: incorrect }]\n    form: {']);
    const said = await lintWith(
      checkSecondOpinion,
      text,
      saying({ library: 'nerdamer', says: 'equal', reason: 'it is 0' }),
    );
    expect(said).toEqual([
      expect.stringMatching(
        /^error second-opinion questions\.1\.examples\.0: nerdamer finds the formula and the example “gamma_k1” equal: it is 0\. This checker finds them different: \S+ and \S+ at gamma_/,
      ),
    ]);
  });

  it('is shown where it has other values for the formula', async () => {
    expect((await lintWith(checkSecondOpinion, broken(), withOtherValues)).join()).toMatch(
      /^error second-opinion questions\.1\.formula: mathjs gives 0\.125 where this checker gives 0\.\d+, at gamma_\w+ = /,
    );
  });

  it('is said to be missing where no library has one', async () => {
    const askOthers = saying(
      silent('mathjs', 'it was stopped after 10 s without an answer'),
      silent('nerdamer', 'a loop'),
    );
    expect(await lintWith(checkSecondOpinion, broken(), askOthers)).toEqual([
      'note no-opinion questions.1.formula: No other library has an opinion on the formula and itself, turned round and read from LaTeX (mathjs: it was stopped after 10 s without an answer; nerdamer: a loop).',
    ]);
  });

  it('is not asked without something that can be stopped, and that is said once', async () => {
    const findings = await lintProblem(await read(shipped('em-two-gaussians')));
    expect(findings.filter(({ code }) => code === 'no-opinion')).toEqual([
      expect.objectContaining({
        level: 'note',
        message: expect.stringContaining('No other library was asked') as string,
      }),
    ]);
  });
});
