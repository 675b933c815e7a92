import { readFileSync } from 'node:fs';
import type { Groundwork } from '../grading/index.js';

/** For a problem that ships with the checker: as the build has laid it. A file that is missing is thrown: the installation is broken. */
export const shippedGroundwork = (id: string): Groundwork =>
  JSON.parse(readFileSync(`${import.meta.dirname}/groundwork/${id}.json`, 'utf8')) as Groundwork;
