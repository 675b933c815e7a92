import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const bin = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: { check: string } }).bin.check;

type Transcript = { readonly command: string; readonly shown: string };

const transcripts: readonly Transcript[] = [...readme.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map((match) => ({
  command: match[1] ?? '',
  shown: match[2] ?? '',
}));

/** What a reader gets who types the command in a fresh clone, 80 columns wide; `reports/` is a new folder. */
const typed = (command: string): string => {
  const [call = '', lines] = command.split(' | head -');
  const reports = mkdtempSync(join(tmpdir(), 'readme-'));
  const script = call
    .replace(/^check /, `"${process.execPath}" "${join(root, bin)}" `)
    .replace('reports/', `${reports}/new/`);
  const result = spawnSync('bash', ['-c', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], COLUMNS: '80', LANG: 'C.UTF-8' },
  });
  const text = `${result.stdout}${result.stderr}`.replaceAll(`${reports}/new/`, 'reports/');
  return lines === undefined ? text : text.split('\n').slice(0, Number(lines)).join('\n') + '\n';
};

describe('README', () => {
  it('has transcripts', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(3);
  });

  it.each(transcripts)('shows what `$command` prints', ({ command, shown }) => {
    expect(shown).toBe(typed(command));
  });

  it('shows library code that does what its comments say', () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const claims = code
      .replace("'em-homework-check'", JSON.stringify(join(root, 'dist/index.js')))
      .replaceAll(/^(\S.*); \/\/ '?([\w.]+)'?.*$/gm, 'told.push([String($1), "$2"]);');
    const script = join(mkdtempSync(join(tmpdir(), 'readme-')), 'sample.mjs');
    symlinkSync(join(root, 'node_modules'), join(script, '../node_modules'));
    writeFileSync(script, `const told = [];\n${claims}\nconsole.log(JSON.stringify(told));`);
    const told = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as [string, string][];
    expect(told.length).toBe(3);
    for (const [said, claimed] of told) expect(said).toBe(claimed);
  });

  it('names the commands that set up, grade and test', () => {
    expect(readme).toContain('npm ci && npm run build && npx check submissions/em-two-gaussians/forum.json');
    expect(readme).toContain('npm cit');
  });
});
