import { canvas } from './canvas.js';
import { edx } from './edx.js';
import type { Format, FormatContext, Writing } from './format.js';
import { gradescope } from './gradescope.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { moodle } from './moodle.js';
import { nbgrader } from './nbgrader.js';

export const formatNames = ['gradescope', 'canvas', 'moodle', 'nbgrader', 'edx', 'junit', 'markdown'] as const;
export type FormatName = (typeof formatNames)[number];

/**
 * The files of a format for the class, with their paths, begun; none where it writes one for each student. Where several problems
 * were answered, a file for each of them stands in a folder.
 */
export const startFiles = (
  format: Format,
  context: FormatContext,
): readonly { readonly path: string; readonly writing: Writing }[] => {
  switch (format.kind) {
    case 'class':
      return [{ path: format.file, writing: format.start(context) }];
    case 'problem': {
      const { problems } = context;
      return problems.map((problem) => ({
        path: problems.length === 1 ? `${format.name}.csv` : `${format.name}/${problem.id}.csv`,
        writing: format.start(problem, context),
      }));
    }
    case 'student':
      return [];
  }
};

/** The files that other programs take, by the name of the program. */
export const formats = { gradescope, canvas, moodle, nbgrader, edx, junit, markdown } as const satisfies {
  readonly [N in FormatName]: Format;
};
