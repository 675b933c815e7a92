import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeParts, noProgress } from '../../src/batch/index.js';
import { predict } from '../../src/diagnosis/index.js';
import { loadProblem } from '../../src/problem/load.js';
import { drawVariant } from '../../src/variants/index.js';
import { grade, inFolder, reportsIn, write } from './class.js';

const loaded = await loadProblem('em-your-own-numbers');
if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
const { problem } = loaded;
const more = {
  problems: [problem],
  predictionsFor: (_: unknown, __: boolean, prepared: () => Parameters<typeof predict>[0]) => ({
    singles: () => predict(prepared()),
    pairs: () => undefined,
  }),
};

const students = ['s17', 's18', 's19', 's20'];
const sheets = Object.fromEntries(
  students.map((student) => [
    `${student}.json`,
    { problem: problem.id, student, answers: { means: [1.18, 6.07], weights: [0.5, 0.5], wider: 1 } },
  ]),
);

describe('a class where everybody has numbers of their own', () => {
  it('gets pages with them, the same from the journal and from parts', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sheets);
      await grade(input, join(folder, 'out'), more);
      const reports = reportsIn(join(folder, 'out'));
      for (const student of students) {
        const { data } = drawVariant(problem, student).problem.model;
        expect(reports[`feedback/${student}.html`]?.replaceAll('−', '-')).toContain(data.join(', '));
      }
      const again = await grade(input, join(folder, 'out'), more);
      expect([again.graded, again.reused]).toEqual([0, students.length]);
      expect(reportsIn(join(folder, 'out'))).toEqual(reports);

      const parts = [1, 2].map((index) => join(folder, `part-${index}`));
      for (const [i, out] of parts.entries())
        await grade(input, out, { ...more, pages: false, shard: { index: i + 1, count: 2 } });
      const merged = await mergeParts(
        { parts, out: join(folder, 'merged'), formats: [], roster: undefined, pages: true },
        noProgress,
        () => false,
      );
      expect(merged.kind).toBe('done');
      expect(reportsIn(join(folder, 'merged'))).toEqual(reports);
      // Each row says which draw it was, so that pages need not find it out.
      const rows = readFileSync(join(parts[0] ?? '', '.check', 'rows.ndjson'), 'utf8')
        .trim()
        .split('\n');
      expect(rows.map((row) => typeof (JSON.parse(row) as unknown[]).at(-1))).toEqual(rows.map(() => 'number'));
    }));
});
