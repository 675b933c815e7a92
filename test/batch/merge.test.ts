import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeParts, noProgress, type BatchOptions, type BatchOutcome } from '../../src/batch/index.js';
import type { Problem } from '../../src/types.js';
import { grade, inFolder, problem, reportsIn, sampleClass, sheet, write } from './class.js';

const merge = (folder: string, parts: readonly string[], out = 'merged'): Promise<BatchOutcome> =>
  mergeParts(
    {
      parts: parts.map((part) => join(folder, part)),
      out: join(folder, out),
      formats: [],
      roster: undefined,
      pages: true,
    },
    noProgress,
    () => false,
  );

const refusal = async (outcome: Promise<BatchOutcome>): Promise<string> => {
  const found = await outcome;
  return found.kind === 'refused' ? `${found.message} ${found.fix}` : found.kind;
};

const other = (changed: Partial<Problem>): Problem => ({ ...problem, ...changed });

/** Two parts of a class; between them something happens. */
const inTwoParts = async (
  between: (input: string) => unknown,
  more: Partial<BatchOptions>,
  said: (message: string, folder: string) => void,
): Promise<void> =>
  inFolder(async (folder) => {
    const input = write(join(folder, 'in'), sampleClass(12));
    await grade(input, join(folder, 'p1'), { shard: { index: 1, count: 2 } });
    between(input);
    await grade(input, join(folder, 'p2'), { shard: { index: 2, count: 2 }, ...more });
    said(await refusal(merge(folder, ['p1', 'p2'])), folder);
  });

describe('parts that are not of one class', () => {
  it.each([
    [
      'a file was added',
      (input: string) => write(input, { 'late.json': sheet('late') }),
      /only .*p2 knows late\.json\./,
    ],
    [
      'a file was removed',
      (input: string) => rmSync(join(input, 'sub'), { recursive: true }),
      /only .*p1 knows sub\/deep\/z\.json\./,
    ],
    [
      'a file was changed',
      (input: string) => write(input, { 's002.json': sheet('s002', { mean: 'x_2' }) }),
      /different in the two: s002\.json\./,
    ],
    [
      'a broken file was mended',
      (input: string) => write(input, { 'broken.json': sheet('broken') }),
      /different in the two: broken\.json\./,
    ],
    [
      'a class file got another line',
      (input: string) => write(input, { 'more.ndjson': `${JSON.stringify(sheet('n'))}\n` }),
      /only .*p2 knows more\.ndjson:1\./,
    ],
  ])('are refused, and where they differ is said: %s', (_, between, said) =>
    inTwoParts(between, {}, (message) => expect(message).toMatch(said)),
  );

  it.each([
    [
      'another version of the problem',
      { problems: [other({ title: 'Another' })] },
      /another version of the problem em-two-gaussians/,
    ],
    ['one problem more', { problems: [problem, other({ id: 'other' })] }, /The problem other was known to .*p2 only/],
    [
      '--problem',
      { asked: 'em-two-gaussians' },
      /p2 was graded with --problem em-two-gaussians, .*p1 without --problem/,
    ],
    [
      '--as-of',
      { asOf: '2020-01-01T00:00:00Z' },
      /p2 was graded with --as-of 2020-01-01T00:00:00Z, .*p1 without --as-of/,
    ],
    ['another number of parts', { shard: { index: 2, count: 3 } }, /p2 is one of 3 parts, .*p1 one of 2/],
  ] as const)('are refused, and what differs is said: %s', (_, more, said) =>
    inTwoParts(
      () => undefined,
      more,
      (message) => expect(message).toMatch(said),
    ),
  );

  it('are those of two folders, though the students are the same', () =>
    inFolder(async (folder) => {
      const one = write(join(folder, 'one'), sampleClass(8));
      const two = write(join(folder, 'two'), { ...sampleClass(8), 's004.json': sheet('s004', { variance: '1' }) });
      await grade(one, join(folder, 'p1'), { shard: { index: 1, count: 2 } });
      await grade(two, join(folder, 'p2'), { shard: { index: 2, count: 2 } });
      expect(await refusal(merge(folder, ['p1', 'p2']))).toMatch(/different in the two: s004\.json/);
    }));
});

describe('parts of one class', () => {
  it('may lie in different places: what counts is what is in the files', () =>
    inFolder(async (folder) => {
      for (const [i, name] of ['here', 'there'].entries())
        await grade(write(join(folder, name), sampleClass(8)), join(folder, `p${i + 1}`), {
          shard: { index: i + 1, count: 2 },
        });
      await grade(join(folder, 'here'), join(folder, 'whole'));
      const done = await merge(folder, ['p2', 'p1']);
      expect(done).toMatchObject({ kind: 'done', merged: 2, graded: 0, reused: 0 });
      expect(reportsIn(join(folder, 'merged'))).toEqual(reportsIn(join(folder, 'whole')));
    }));

  it('are asked for by their numbers, and each is wanted once', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(8));
      for (const index of [1, 2, 3, 4]) await grade(input, join(folder, `p${index}`), { shard: { index, count: 4 } });
      await grade(input, join(folder, 'again'), { shard: { index: 2, count: 4 } });
      await grade(input, join(folder, 'whole'));
      expect(await refusal(merge(folder, ['p1', 'p3', 'p4']))).toMatch(/^Part 2 of 4 is missing\. .*--shard 2\/4/);
      expect(await refusal(merge(folder, ['p4', 'p3']))).toMatch(/^Parts 1, 2 of 4 are missing\./);
      expect(await refusal(merge(folder, ['p1', 'p2', 'again', 'p3', 'p4']))).toMatch(
        /p2, .*again are the same part, 2 of 4\./,
      );
      expect(await refusal(merge(folder, ['p1', 'p1', 'p2', 'p3', 'p4']))).toMatch(/p1 is given twice\./);
      expect(await refusal(merge(folder, ['p1', 'whole']))).toMatch(/whole holds a whole class, not one part/);
      expect(await refusal(merge(folder, ['p1', 'nowhere']))).toMatch(/There is no folder .*nowhere/);
      expect(await refusal(merge(folder, ['p1', 'in']))).toMatch(/in holds no finished part/);
    }));

  it('are not where the whole goes', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(4));
      for (const index of [1, 2]) await grade(input, join(folder, 'p', `${index}`), { shard: { index, count: 2 } });
      expect(await refusal(merge(folder, ['p/1', 'p/2'], 'p/1'))).toMatch(/is one of the parts, or lies in one/);
      expect(await refusal(merge(folder, ['p/1', 'p/2'], 'p/2/x'))).toMatch(/is one of the parts, or lies in one/);
      expect(await refusal(merge(folder, ['p/1', 'p/2'], 'p'))).toMatch(/The parts lie inside the output folder/);
    }));

  it('that were damaged since are refused, and the earlier reports stay', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(8));
      for (const index of [1, 2]) await grade(input, join(folder, `p${index}`), { shard: { index, count: 2 } });
      expect((await merge(folder, ['p1', 'p2'])).kind).toBe('done');
      const before = reportsIn(join(folder, 'merged'));
      const results = join(folder, 'p2', 'results.ndjson');
      const whole = readFileSync(results, 'utf8');
      const damages: readonly (() => void)[] = [
        () => writeFileSync(results, whole.slice(0, whole.indexOf('\n') + 1)),
        () => writeFileSync(results, whole.split('\n').toReversed().join('\n').trimStart()),
        () => appendFileSync(results, whole),
      ];
      for (const damage of damages) {
        writeFileSync(results, whole);
        damage();
        expect(await refusal(merge(folder, ['p1', 'p2']))).toMatch(/p2\/results\.ndjson is not as the run wrote it/);
      }
      rmSync(join(folder, 'p2', '.check', 'rows.ndjson'));
      expect(await refusal(merge(folder, ['p1', 'p2']))).toMatch(
        /rows\.ndjson is missing, so that part cannot be merged/,
      );
      rmSync(join(folder, 'p2', '.check'), { recursive: true });
      expect(await refusal(merge(folder, ['p1', 'p2']))).toMatch(/p2 holds no finished part/);
      expect(reportsIn(join(folder, 'merged'))).toEqual(before);
    }));
});
