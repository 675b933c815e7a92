import { parseArgs } from 'node:util';
import type { Arguments, Command } from './command.js';

/**
 * Reads the arguments of `command` with Node's own parser. Anything it does not take exactly (another command, help, a slip,
 * more than the one positional) is nothing: the caller turns to the reader that can explain.
 */
export const readFast = (
  argv: readonly string[],
  command: Command,
  otherCommands: ReadonlySet<string>,
): Arguments | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, { value, short }]) => [
          name,
          {
            type: value === undefined ? ('boolean' as const) : ('string' as const),
            ...(short === undefined ? {} : { short }),
          },
        ]),
      ),
      allowPositionals: true,
      allowNegative: true,
    });
    const [first, ...more] = positionals;
    if (first === undefined || more.length > 0 || otherCommands.has(first)) return undefined;
    return {
      positionals,
      options: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? undefined : value]),
      ),
    };
  } catch {
    return undefined;
  }
};
