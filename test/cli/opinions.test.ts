import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { startOpinions } from '../../src/commands/lint/start-opinions.js';
import { opinionTask } from '../../src/equivalence/index.js';
import { parseFormula } from '../../src/expression/index.js';
import { checkSecondOpinion } from '../../src/lint/checks/second-opinion.js';
import { shippedProblems } from '../../src/problem/load.js';
import { check } from '../cli/run-check.js';
import { lintWith } from '../lint/lint-with.js';

const formula = (text: string) => {
  const reading = parseFormula(text, { symbols: ['a', 'b'] });
  if (reading.kind === 'unreadable') throw new Error(text);
  return reading.expr;
};
const task = opinionTask(formula('(a+b)^2'), formula('a^2+2*a*b+b^2'));

/** A thread that does this with what it is asked. */
const threadThat = (answer: string): Worker =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', ({ library }) => { ${answer} });
     parentPort.postMessage({ kind: 'ready' });`,
    { eval: true },
  );
const agrees = `parentPort.postMessage({ kind: 'opinion', opinion: { library, says: 'equal', reason: 'so it is' } });`;

describe('other libraries', { timeout: 100_000 }, () => {
  const thread = startOpinions(100_000);
  afterAll(thread.close);

  it('think in a thread of the program, again and again', async () => {
    for (let round = 0; round < 2; round += 1) {
      const opinions = await thread.ask(task);
      expect(opinions.map(({ library, says }) => `${library} ${says}`)).toEqual(['mathjs equal', 'nerdamer equal']);
    }
  });

  it('that hang are stopped, and asked in a new thread afterwards', async () => {
    const threads: Worker[] = [];
    const { ask, close } = startOpinions(200, () => {
      const worker = threadThat(`if (library === 'nerdamer') for (;;) {} ${agrees}`);
      threads.push(worker);
      return worker;
    });
    for (let round = 0; round < 2; round += 1) {
      expect(await ask(task)).toEqual([
        { library: 'mathjs', says: 'equal', reason: 'so it is' },
        { library: 'nerdamer', says: 'silent', reason: 'it was stopped after 0.2 s without an answer' },
      ]);
    }
    await close();
    expect(threads).toHaveLength(2);
    // A thread that is gone has no number any more.
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });

  it.each([
    ['fail', `throw new Error('no memory');`, 'it failed: Error: no memory'],
    ['end their thread', 'process.exit(0);', 'its thread ended'],
  ])('that %s have no opinion, and that is said', async (_, answer, reason) => {
    const { ask, close } = startOpinions(5000, () => threadThat(answer));
    expect(await ask(task)).toEqual([
      { library: 'mathjs', says: 'silent', reason },
      { library: 'nerdamer', says: 'silent', reason },
    ]);
    await close();
  });

  it.each(shippedProblems())('have an opinion on every formula of %s, from that thread', async (id) => {
    const path = fileURLToPath(new URL(`../../problems/${id}/problem.yaml`, import.meta.url));
    let asked = 0;
    const said = await lintWith(checkSecondOpinion, readFileSync(path, 'utf8'), (question) => {
      asked += 1;
      return thread.ask(question);
    });
    expect(said).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(id === 'em-your-own-numbers' ? 0 : 1);
  });

  it('have their say in the built program', () => {
    const { code, out } = check(['lint', 'm-step-by-hand', '--json']);
    expect(code).toBe(0);
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly code: string }[] };
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ code: what }) => /opinion/.test(what))).toEqual([]);
  });
});
