import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemSchema, readProblem, starterProblem } from '../../src/problem/index.js';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const guide = readFileSync(inRoot('problems/README.md'), 'utf8');
const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const [whole = '', ...parts] = examples;

describe('the guide to problem files', () => {
  it('shows a problem that is sound as it stands', async () => {
    expect(await readProblem(whole, 'README.md')).toMatchObject({ kind: 'problem', warnings: [] });
  });

  it.each(parts)('shows parts that fit into it: %#', async (part) => {
    expect(await readProblem(`${whole}${part}`, 'README.md')).toMatchObject({ kind: 'problem', warnings: [] });
  });

  const fieldsOf = (schema: unknown): readonly string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const properties = 'properties' in schema ? (schema.properties as { readonly [field: string]: unknown }) : {};
    return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
  };

  it('explains every field of the schema', () => {
    const missing = [...new Set(fieldsOf(problemSchema))].filter((field) => !new RegExp(`\\b${field}\\b`).test(guide));
    expect(missing).toEqual([]);
  });

  it('explains every code that lint and the reader can give', () => {
    const sources = ['src/lint/checks', 'src/problem/checks', 'src/em', 'src/problem'].flatMap((folder) =>
      readdirSync(inRoot(folder)).flatMap((file) =>
        file.endsWith('.ts') ? [readFileSync(inRoot(`${folder}/${file}`), 'utf8')] : [],
      ),
    );
    const codes = new Set(
      sources.flatMap((source) =>
        [
          ...source.matchAll(
            /\b(?:error|warn|refuse)\(\s*'([a-z-]+)'|say\(\s*(?:isOnEdge \? 'note' : )?'(?:error|warning|note)',\s*'([a-z-]+)'|code: '([a-z-]+)', message/g,
          ),
        ].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
      ),
    );
    expect(codes.size).toBeGreaterThan(40);
    const known = guide.slice(guide.indexOf('## What lint says'));
    // Codes of single numbers in a model stand in the guide under what they have in common.
    const grouped = new Set([
      'not-a-number',
      'not-finite',
      'too-large',
      'not-a-probability',
      'not-a-count',
      'no-components',
      'bad-stop-rule',
      'model',
      'too-deep',
      'alias',
      'file',
      'unknown-problem',
      'no-such-entry',
    ]);
    expect([...codes].filter((code) => !grouped.has(code) && !known.includes(`\`${code}`))).toEqual([]);
  });
});

describe('the starter', () => {
  it('is sound as it stands, whatever its id', async () => {
    expect(await readProblem(starterProblem('my-homework'), 'problem.yaml')).toMatchObject({
      kind: 'problem',
      warnings: [],
      problem: { id: 'my-homework' },
    });
  });
});
