import { describe, expect, it } from 'vitest';
import { createClassSummary, type Row } from '../../src/report/index.js';
import { lecturePoints } from '../../src/report/lecture.js';
import { problem, rowOf } from './sample.js';

const say = (rows: readonly Row[]): readonly string[] => {
  const summary = createClassSummary();
  for (const row of rows) summary.add(row, row.student);
  return lecturePoints(problem, summary.result(), (_, ids) => `It is ${ids.join(' or ')}.`).map(({ markup }) =>
    markup.replaceAll(/<[^>]*>/g, ''),
  );
};

const many = (n: number, make: (i: number) => Row): readonly Row[] => Array.from({ length: n }, (_, i) => make(i));
const of = (ids: readonly string[], certain: boolean) => ({ causes: [{ ids, certain, explains: ['mean'] }] });

/** Of two questions, the first answered as `first` says, the other by every second student. */
const two = (n: number, first: (i: number) => boolean): readonly Row[] =>
  many(n, (i) => rowOf(`s${i}`, [first(i) ? 'correct' : 'incorrect', i % 2 === 0 ? 'correct' : 'incorrect']));

describe('to say in the next lecture', () => {
  it('are mistakes that are certain, and how many students made them', () => {
    expect(say(many(4, (i) => rowOf(`s${i}`, ['correct', 'incorrect'], of(['a'], i > 0))))).toContain(
      'It is a. 4 students (100 %), seen in M-step: the mean; certain for 3 of them.',
    );
  });

  it('is a guess only as a guess, and not where it may be what was said', () => {
    const rows = [
      ...many(3, (i) => rowOf(`s${i}`, ['correct', 'incorrect'], of(['a'], true))),
      ...many(3, (i) => rowOf(`t${i}`, ['correct', 'incorrect'], of(['a', 'b'], false))),
      ...many(3, (i) => rowOf(`u${i}`, ['correct', 'incorrect'], of(['c', 'd'], false))),
    ];
    const said = say(rows).join('\n');
    expect(said).toContain('Perhaps, for it is certain for nobody: It is c or d. 3 students (33 %)');
    expect(said).not.toContain('a or b');
  });

  it('is no wrong choice between two', () => {
    const wrong = { unexplained: [{ question: 'larger', key: '2', text: '2' }] };
    expect(say(many(9, (i) => rowOf(`s${i}`, ['correct', 'correct', 'incorrect'], wrong))).join()).not.toContain(
      'gave the same',
    );
  });

  it('is an option by its words', () => {
    const summary = createClassSummary();
    const three = problem.questions.map((question) =>
      question.answer.kind === 'choice'
        ? { ...question, answer: { ...question.answer, options: { 1: 'σ₁²', 2: 'σ₂²', 3: 'neither' } } }
        : question,
    );
    const wrong = { unexplained: [{ question: 'larger', key: '3', text: '3' }] };
    for (const row of many(9, (i) => rowOf(`s${i}`, ['correct', 'correct', 'incorrect'], wrong))) summary.add(row, '');
    const [first] = lecturePoints({ ...problem, questions: three }, summary.result(), () => '');
    expect(first?.markup).toContain('<code>3</code> (neither)');
  });

  it('is no chance, but a question that those who did worse answered better', () => {
    const odd = 'Log-likelihood was answered better by those who did worse on the rest.';
    expect(say(two(40, (i) => i % 2 === 1)).join()).toContain(odd);
    // Of forty students 18 and 22: a correlation of −0.1.
    expect(say(two(40, (i) => (i % 2 === 1) !== i < 18)).join()).not.toContain(odd);
  });
});
