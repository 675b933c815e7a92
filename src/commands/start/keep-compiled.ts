/**
 * A step of the build: does with a bundle what it will be asked for most, and keeps V8's compiled form of all that ran.
 * `node --import tsx keep-compiled.ts dist/grade.cjs answers.json …`: each argument is typed alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileBundle } from './compiled-bundle.js';

const [bundle = '', ...words] = process.argv.slice(2);
const file = resolve(bundle);
const compiled = compileBundle(readFileSync(file, 'latin1'), file, undefined);
const url = pathToFileURL(file).href;
const bundlePlace = { url, dirname: dirname(file) };
const handOver = (): never => {
  throw new Error('a sample is not for this bundle');
};
for (const word of words) {
  process.argv = [process.execPath, file, word];
  compiled.start({ require: createRequire(url), bundlePlace, importPackage: (name) => import(name), handOver });
}
// What the samples earned is not the outcome of this step; what they began is done by now.
process.once('exit', () => {
  writeFileSync(`${file}.cache`, compiled.serialise());
  process.exitCode = 0;
});
