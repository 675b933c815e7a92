import { describe, expect, it } from 'vitest';
import { deskFor, shipped, showFile } from './shown.js';

const desk = deskFor(await shipped('em-two-gaussians'));
type Row = readonly [input: string, question: string, json: string, verdict: string, words: RegExp];

const text = (answer: string): string => JSON.stringify(answer);
const mean = (x1: string): string => text(`(gamma_k1*${x1} + gamma_k2*x_2)/(gamma_k1 + gamma_k2)`);

/** What is read, and still may be wrong or in want of a word. */
const rows: readonly Row[] = [
  [
    'a number that is not finite',
    'log-likelihood',
    '1e400',
    'ungradable',
    /larger than any number.*uses up no attempt/,
  ],
  ['a number too small for the machine', 'log-likelihood', '1e-400', 'incorrect', /so small/],
  ['nan', 'log-likelihood', text('nan'), 'incorrect', /./],
  ['negative zero', 'log-likelihood', '-0', 'incorrect', /./],
  ['a number with a decimal comma', 'log-likelihood', text('-24,5'), 'correct', /comma was read as a decimal point/],
  ['a number with blanks round it', 'log-likelihood', text(' -24.5 '), 'correct', /./],
  ['a fraction', 'log-likelihood', text('-49/2'), 'correct', /./],
  ['more digits than a machine number has', 'log-likelihood', '-24.5125323300866780000000001', 'correct', /./],
  ['a symbol with a subscript sign', 'mean', mean('x₁'), 'correct', /./],
  ['look-alike letters', 'mean', mean('х_1'), 'ungradable', /Cyrillic/],
  ['a symbol misspelt', 'mean', mean('gama_k2*x_1'), 'ungradable', /gamma_k2/],
  ['indexing', 'mean', mean('x[1]'), 'ungradable', /x_1/],
  ['another left-hand side', 'mean', text('sigma_k = x_1'), 'ungradable', /./],
  ['a function being defined', 'mean', text('f(x)=x'), 'ungradable', /f/],
  ['two statements', 'mean', text('x_1;x_2'), 'ungradable', /;/],
  ['a property', 'mean', text('cos.constructor'), 'ungradable', /character 4/],
  ['an import', 'mean', text('import("fs")'), 'ungradable', /import/],
  ['an ambiguous division', 'mixing-weight', text('1/2 gamma_k1'), 'ungradable', /can mean/],
  ['LaTeX', 'mixing-weight', text(String.raw`\frac{\gamma_{k1} + \gamma_{k2}}{2}`), 'correct', /./],
  ['other letters', 'mixing-weight', text('(γ_k1 + γ_{k2})÷2'), 'correct', /./],
  ['a power tower', 'mean', text('9^9^9^9'), 'incorrect', /Which mistake made this answer is not known/],
  ['a factorial of a million', 'mean', text('1000000!'), 'incorrect', /Which mistake made this answer is not known/],
  ['a power of zero that no value can be told of', 'mean', text('0^0*x_1'), 'undecided', /A person has to look/],
  ['a division by zero', 'mean', text('1/0'), 'incorrect', /no value/],
  ['too few entries', 'assignments', '[2,2,2,1]', 'incorrect', /list of 5 entries/],
  ['too many entries', 'assignments', '[2,2,2,1,1,1]', 'incorrect', /list of 5 entries/],
  ['rows of different length', 'responsibilities', '[[1,0],[1]]', 'ungradable', /row/],
  ['an option that is none', 'shifts-left-more', text('left'), 'ungradable', /1 and 2/],
  ['components named the other way round', 'assignments', '[1,1,1,2,2]', 'incorrect', /names of the components/],
];

const unsaid = 'It does not say';

describe('an answer', () => {
  it.each(rows)('that is %s (%s: %s) is %s, and words say so', (_, question, json, verdict, words) => {
    const outcome = showFile(
      desk,
      `{"submittedAt":"2016-08-16T20:00:00Z","answers":{"${question}":${json}}}`,
      'a.json',
    );
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems));
    const { report } = outcome.shown;
    const graded = report.questions.find(({ id }) => id === question);
    expect(graded?.verdict).toMatch(verdict);
    const said = [...report.warnings, ...report.messages, ...(graded?.messages ?? [unsaid])].join(' ');
    expect(said).toMatch(words);
    if (graded?.verdict === 'ungradable') expect(said).toMatch(/uses up no attempt/);
  });

  it('given the other way round throughout is told as such, once for all', () => {
    const outcome = showFile(
      desk,
      '{"answers":{"assignments":[1,1,1,2,2],"converged-means":[-0.5,5],"converged-variances":[0.25,0.67],"converged-weights":[0.4,0.6]}}',
      'a.json',
    );
    expect(outcome.kind === 'shown' && outcome.shown.report.messages.join(' ')).toMatch(
      /components are numbered the other way round/,
    );
  });
});
