#!/usr/bin/env node
/**
 * The bin. Nearly always it is to grade one file: a small bundle (`grade-at-once.ts` with all it needs) does just that, and brings in another one
 * (`engine.ts`) where an answer needs more. Everything else is left to the bundle of the whole program (`cli.ts`). Each runs from V8's
 * compiled form of it, kept beside it since the build. CommonJS, as the bundles: Node's loader of ES modules costs a sixth of a bare start.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compileBundle } from './compiled-bundle.js';

/** Missing, or made by another version of Node: then the bundle is compiled as ever, which takes a few milliseconds more. */
const readCompiled = (file: string): Buffer | undefined => {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
};

const run = (name: string): unknown => {
  const file = `${__dirname}/${name}.cjs`;
  let given: unknown;
  compileBundle(readFileSync(file, 'latin1'), file, readCompiled(file)).start({
    require,
    // Threads start from here too, so this is the place the bundle knows itself by.
    bundlePlace: {
      dirname: __dirname,
      get url() {
        return pathToFileURL(__filename).href;
      },
    },
    importPackage: (wanted) => import(wanted),
    handOver: () => void run('main'),
    bring: run,
    give: (door) => {
      given = door;
    },
  });
  return given;
};

const [first] = process.argv.slice(2);
const mayBeFile = first !== undefined && /^[^\0-]/.test(first);
run(mayBeFile ? 'grade' : 'main');
