import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
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
    io.tell(`\nWaiting for ${basename(file)} to be saved. Ctrl-C ends this.\n`);
  };
  await again();
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const files = [file, textOption(args, 'problem')].filter(
      (path): path is string => path !== undefined && isPath(path, file),
    );
    const watchers = files.map((path) =>
      watch(dirname(path), (_, changed) => {
        if (changed !== null && changed !== basename(path)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void again().catch(stop), settleAfter);
      }),
    );
    const close = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    };
    const stop = (error: unknown): void => {
      close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    process.once('SIGINT', () => {
      close();
      resolve(exitCode.interrupted);
    });
  });
};

const isPath = (path: string, file: string): boolean => path === file || /[/\\.]/.test(path);
