#!/usr/bin/env node
/**
 * The bin. Runs the bundle (`cli.ts` with all it needs) from V8's compiled form of it, kept beside it since the build.
 * CommonJS, as the bundle: Node's loader of ES modules costs a sixth of a bare start.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compileBundle } from './compiled-bundle.js';

const file = `${__dirname}/main.cjs`;

/** Missing, or made by another version of Node: then the bundle is compiled as ever, which takes a few milliseconds more. */
const readCompiled = (): Buffer | undefined => {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
};

compileBundle(readFileSync(file, 'latin1'), file, readCompiled()).start({
  require,
  // Threads start from here too, so this is the place the bundle knows itself by.
  bundleUrl: pathToFileURL(__filename).href,
  importPackage: (name) => import(name),
});
