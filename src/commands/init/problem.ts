import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeForTerminal } from '../../feedback/index.js';
import { starterProblem } from '../../problem/index.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import type { Io } from '../io.js';

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Writes `<id>/problem.yaml` in the working directory; never over a file that is there. */
export const writeStarter = (id: string, io: Io): ExitCode => {
  if (!idPattern.test(id) || id.length > 80) {
    io.tell(
      `check: “${escapeForTerminal(id)}” cannot be an id. Use lower-case words joined by hyphens, such as my-homework.\n`,
    );
    return exitCode.usage;
  }
  const file = join(id, 'problem.yaml');
  try {
    mkdirSync(id, { recursive: true });
    writeFileSync(file, starterProblem(id), { flag: 'wx' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'is there already, and is left as it is' : `cannot be written (${code})`;
    io.tell(`check: ${file} ${why}.\n`);
    return exitCode.usage;
  }
  io.write(`${file}\n`);
  // By its path: an id alone could be that of a problem that ships.
  io.tell(`Change it, then try it: check lint ./${id}\n`);
  return exitCode.done;
};
