/**
 * A step of the build: does with a bundle what it will be asked for most, and keeps V8's compiled form of all that ran of it, or of another one
 * that it brings in. `node --import tsx keep-compiled.ts dist grade engine a.json -- b.json`: the folder, the bundle to start, the bundle to keep, and what is
 * typed, with `--` between one command line and the next; only the last one may take its time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileBundle, type CompiledBundle } from './compiled-bundle.js';

const [folder = '', started = '', kept = '', ...typed] = process.argv.slice(2);
const dirname = resolve(folder);
const fileOf = (name: string): string => join(dirname, `${name}.cjs`);

const compiled = new Map<string, CompiledBundle>();
const compiledOf = (name: string): CompiledBundle => {
  const file = fileOf(name);
  const known = compiled.get(name) ?? compileBundle(readFileSync(file, 'latin1'), file, undefined);
  compiled.set(name, known);
  return known;
};

const run = (name: string): unknown => {
  const url = pathToFileURL(fileOf(name)).href;
  let given: unknown;
  compiledOf(name).start({
    require: createRequire(url),
    bundlePlace: { url, dirname },
    importPackage: (wanted) => import(wanted),
    handOver: () => {
      throw new Error('a sample is not for this bundle');
    },
    bring: run,
    give: (door) => {
      given = door;
    },
  });
  return given;
};

let words: string[] = [];
const runTyped = (): void => {
  process.argv = [process.execPath, fileOf(started), ...words];
  words = [];
  run(started);
};
for (const word of typed) {
  if (word === '--') runTyped();
  else words.push(word);
}
runTyped();
// What the samples earned is not the outcome of this step; what they began is done by now.
process.once('exit', () => {
  writeFileSync(`${fileOf(kept)}.cache`, compiledOf(kept).serialise());
  process.exitCode = 0;
});
