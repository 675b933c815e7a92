/**
 * Times grading, from answers to row and report, in a process of its own, as the program runs: bundled, nothing compiled or known before.
 * Arguments: the problem, the predictions of single and of paired mistakes, a list of sheets (JSON), and how many of them count: those at the end.
 */
import { readFileSync } from 'node:fs';
import { createGrader } from '../../../src/batch/grader.js';
import { openPairs, openPredictions } from '../../../src/diagnosis/index.js';
import type { Problem, Submission } from '../../../src/types.js';

const [problemFile = '', singlesFile = '', pairsFile = '', sheetsFile = '', counted = '1'] = process.argv.slice(2);
const problem = JSON.parse(readFileSync(problemFile, 'utf8')) as Problem;
const texts = JSON.parse(readFileSync(sheetsFile, 'utf8')) as readonly string[];
const perRound = 50;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const grader = createGrader(problem, true, undefined, () => {
  const singles = openPredictions(readFileSync(singlesFile));
  const pairs = openPairs(readFileSync(pairsFile));
  return { singles: () => singles, pairs: () => pairs };
});

const parsing: number[] = [];
const grading: number[] = [];
const first = texts.length - Number(counted);
for (let from = first % perRound; from < texts.length; from += perRound) {
  const part = texts.slice(from, from + perRound);
  const began = performance.now();
  const sheets = part.map((text) => JSON.parse(text) as Submission);
  const parsed = performance.now();
  const given = sheets.map((sheet) => ({ ...sheet, file: 'a.json', warnings: [] }));
  const prepared = performance.now();
  for (const sheet of given) grader.gradeOne(sheet);
  const graded = performance.now();
  if (from < first) continue;
  parsing.push(((parsed - began) * 1000) / part.length);
  grading.push(((graded - prepared) * 1000) / part.length);
}
process.stdout.write(JSON.stringify({ parsing: median(parsing), grading: median(grading) }));
