import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|yaml)$/.test(file))
      .map((file) => statSync(`${root}${folder}/${file}`).mtimeMs),
  );

/** Rooms whose tests run what is built. */
const needing = ['test/cli', 'test/trust'];

const isNeeded = (): boolean => {
  const asked = process.argv.filter((word) => word.startsWith('test/') && !word.endsWith('vitest.config.ts'));
  return asked.length === 0 || asked.some((path) => needing.some((room) => path.startsWith(room)));
};

/** Tests of the command line run the built program: it is built first where sources are newer. */
export const setup = (): void => {
  const built = `${root}dist/main.cjs.cache`;
  const isFresh = existsSync(built) && statSync(built).mtimeMs > Math.max(newestIn('src'), newestIn('problems'));
  if (isFresh || !isNeeded()) return;
  execFileSync(process.execPath, ['--import', 'tsx', `${root}src/build.ts`], { cwd: root, stdio: 'inherit' });
};
