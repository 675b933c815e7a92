import { canvas } from './canvas.js';
import { edx } from './edx.js';
import type { Format } from './format.js';
import { gradescope } from './gradescope.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { moodle } from './moodle.js';
import { nbgrader } from './nbgrader.js';

export const formatNames = ['gradescope', 'canvas', 'moodle', 'nbgrader', 'edx', 'junit', 'markdown'] as const;
export type FormatName = (typeof formatNames)[number];

/** The files that other programs take, by the name of the program. */
export const formats = { gradescope, canvas, moodle, nbgrader, edx, junit, markdown } as const satisfies {
  readonly [N in FormatName]: Format;
};
