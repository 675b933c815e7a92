import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

/** The test files that stand in a folder, or the file itself. */
export const testsIn = (path: string, leaveOut: readonly string[]): readonly string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path)
        .filter((name) => name.endsWith('.test.ts') && !leaveOut.includes(name))
        .map((name) => `${path}/${name}`);

export const sourcesIn = (folder: string, leaveOut: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('index.ts') && !leaveOut.some((part) => name.includes(part)),
    )
    .map((name) => `${folder}/${name}`)
    .sort();

/** Modules that share nothing with what is changed, and cost much: the worker has them once for all mutants. */
const shared = ['mathjs-evaluate.js', 'generate.js', 'confirm.js'];

/** One script for a test file with all it imports; `mutation` stands for the switch of mutants. */
export const bundleTest = async (
  file: string,
  sources: ReadonlyMap<string, string>,
  shareCorpus: boolean,
): Promise<string> => {
  const root = process.cwd();
  const made = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    plugins: [
      {
        name: 'mutants',
        setup: (hooks) => {
          hooks.onResolve({ filter: /^\./ }, ({ path }) => {
            const name = shareCorpus ? shared.find((one) => path.endsWith(`/${one}`)) : undefined;
            return name === undefined ? undefined : { path: `shared:${name}`, external: true };
          });
          hooks.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = sources.get(path.slice(root.length + 1));
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  const [script] = made.outputFiles;
  return `(function (require, module, exports, mutation) {${script?.text ?? ''}\n})`;
};
