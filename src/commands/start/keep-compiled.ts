/**
 * A step of the build: grades the given answers files with the bundle and keeps V8's compiled form of all that ran.
 * `node --import tsx keep-compiled.ts dist/main.cjs answers.json …`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileBundle } from './compiled-bundle.js';

const [bundle = '', ...samples] = process.argv.slice(2).map((path) => resolve(path));
const compiled = compileBundle(readFileSync(bundle, 'latin1'), bundle, undefined);
const bundleUrl = pathToFileURL(bundle).href;
for (const sample of samples) {
  process.argv = [process.execPath, bundle, sample];
  compiled.start({ require: createRequire(bundleUrl), bundleUrl, importPackage: (name) => import(name) });
}
writeFileSync(`${bundle}.cache`, compiled.serialise());
// What the samples earned is not the outcome of this step.
process.once('exit', () => {
  process.exitCode = 0;
});
