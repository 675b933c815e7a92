import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = (name: string): string => join(root, 'node_modules', '.bin', name);

type Manifest = {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly bin: { readonly check: string };
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** The package as a consumer gets it: packed, unpacked beside the packages it depends on. */
const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
const installed = join(consumer, 'node_modules', 'em-homework-check');
let tarball = '';

beforeAll(() => {
  const printed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(printed) as [{ readonly filename: string }];
  tarball = join(consumer, packed.filename);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  for (const name of Object.keys(manifest.dependencies)) {
    symlinkSync(join(root, 'node_modules', name), join(consumer, 'node_modules', name));
  }
}, 120_000);

describe('the package', () => {
  it('installs without scripts', () => {
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  });

  it('holds what it needs and nothing else', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect(tops).toEqual(new Set(['LICENSE', 'README.md', 'dist', 'package.json', 'problems', 'submissions']));
    expect(files).toContain('package/dist/check.cjs');
    expect(files).toContain('package/dist/problems/em-two-gaussians.json');
    expect(files.filter((file) => /\.test\.|\.map$|tsbuildinfo/.test(file))).toEqual([]);
    expect(readFileSync(tarball).length).toBeLessThan(3_300_000);
  });

  it('passes what publint asks of a package', () => {
    const { stdout } = spawnSync(tool('publint'), ['run', tarball, '--strict'], { encoding: 'utf8' });
    expect(stdout).toContain('All good!');
  });

  it('has types that consumers of ES modules resolve', () => {
    const asked = [tarball, '--profile', 'esm-only', '--format', 'json'];
    const { stdout } = spawnSync(tool('attw'), asked, { encoding: 'utf8', maxBuffer: 1e8 });
    const { problems } = JSON.parse(stdout) as {
      readonly problems: Record<string, readonly { readonly resolutionKind?: string }[]>;
    };
    const met = Object.values(problems ?? {})
      .flat()
      .filter((problem) => ['node16-esm', 'bundler'].includes(problem.resolutionKind ?? ''));
    expect(met).toEqual([]);
  }, 60_000);

  it('grades from where it is installed', () => {
    const sample = join(installed, 'submissions/em-two-gaussians/recorded.json');
    const bin = join(installed, manifest.bin.check);
    const { stdout, stderr } = spawnSync(process.execPath, [bin, sample, '--json'], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect((JSON.parse(stdout) as { readonly earned: number }).earned).toBe(12);
  });

  it('can be imported by name', () => {
    const script = "import { equivalent } from 'em-homework-check'; console.log(equivalent('1/2', '0.5').verdict);";
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe('equal');
  });

  it('names no registry in its lockfile', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });
});
