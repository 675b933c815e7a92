import { existsSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { escapeForTerminal } from '../feedback/index.js';
import { isShipped } from '../problem/shipped.js';
import { type Arguments, textOption } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Io } from './io.js';

/** Editors save in several steps: write, rename, touch. One grading is enough for all of them. */
const settleAfter = 80;

type Grade = (args: Arguments, io: Io) => ExitCode | Promise<ExitCode>;

/**
 * Grades the file now and whenever it (or the problem file, where one is given by its path) is saved, until it is
 * interrupted. The folder is watched, not the file: many editors put a new file in the place of the old one.
 */
export const watchFile = async (args: Arguments, io: Io, grade: Grade): Promise<ExitCode> => {
  const [file = '-'] = args.positionals;
  if (file === '-') {
    io.tell('check: --watch needs a file; standard input is read only once.\n');
    return exitCode.usage;
  }
  const again = async (): Promise<void> => {
    if (io.isScreen) io.write('\u001b[2J\u001b[3J\u001b[H');
    await grade(args, io);
    io.tell(`\nWaiting for ${escapeForTerminal(basename(file))} to be saved. Ctrl-C ends this.\n`);
  };
  const problem = textOption(args, 'problem');
  const files = [file, ...(problem === undefined || isShipped(problem) ? [] : [problemFile(problem)])];
  const missing = files.map((path) => dirname(path)).find((folder) => !existsSync(folder));
  if (missing !== undefined) {
    io.tell(`check: There is no folder ${escapeForTerminal(missing)}, so nothing will be saved there.\n`);
    return exitCode.notGradable;
  }
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const close = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    };
    // One after the other: what is saved during a grading is graded after it.
    let last = Promise.resolve();
    const grading = (): void => {
      last = last.then(again).catch((error: unknown) => {
        close();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    // Before the first grading: a file that is saved meanwhile would go unnoticed.
    const watchers = files.map((path) =>
      watch(dirname(path), (_, changed) => {
        if (changed !== null && changed !== basename(path)) return;
        clearTimeout(timer);
        timer = setTimeout(grading, settleAfter);
      }),
    );
    process.once('SIGINT', () => {
      close();
      resolve(exitCode.interrupted);
    });
    grading();
  });
};

/** The file of a problem given by its path: in a folder, the one that is graded against. */
const problemFile = (path: string): string => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path;
  const other = join(path, 'problem.yml');
  return existsSync(other) && !existsSync(join(path, 'problem.yaml')) ? other : join(path, 'problem.yaml');
};
