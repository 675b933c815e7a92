/** `npm run build`: src → dist. The bin in one file, the library, its types, and the bundled problems compiled. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path: string): string => `${root}${path}`;

rmSync(inRoot('dist'), { recursive: true, force: true });
await build({
  entryPoints: { check: inRoot('src/cli.ts'), index: inRoot('src/index.ts') },
  outdir: inRoot('dist'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
});
chmodSync(inRoot('dist/check.js'), 0o755);
execFileSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', inRoot('src/tsconfig.json')], { stdio: 'inherit' });
