import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Groundwork } from '../grading/index.js';

/** For a problem that ships with the checker: as the build has laid it. A file that is missing is thrown: the installation is broken. */
export const shippedGroundwork = (id: string): Groundwork =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./groundwork/${id}.json`, import.meta.url)), 'utf8')) as Groundwork;
