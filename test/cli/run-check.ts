import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const packageFile = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly bin: { readonly check: string };
};
/** The built program that the package installs as `check`. */
export const bin = `${root}${packageFile.bin.check}`;

export const sample = (name: string): string => `${root}submissions/em-two-gaussians/${name}.json`;

/** What a shell has anyway; everything else is stated by the test. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TZ: 'UTC',
  LANG: 'C.UTF-8',
};

type World = { readonly env?: NodeJS.ProcessEnv; readonly input?: string | Uint8Array; readonly cwd?: string };
type Outcome = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `check` as a shell would, and waits for its end. */
export const check = (args: readonly string[], { env = {}, input = '', cwd = root }: World = {}): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: { ...plainEnvironment, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, out: stdout, err: stderr };
};

/** The same in a shell line, for redirections; `$CHECK` starts the program. */
export const shell = (line: string, env: NodeJS.ProcessEnv = {}): Outcome => {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: root,
    env: { ...plainEnvironment, CHECK: `${process.execPath} ${bin}`, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, out: stdout, err: stderr };
};
