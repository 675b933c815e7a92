import type { Arguments, Syntax } from './command.js';

/**
 * Reads the arguments of `command` with Node's own parser. Anything it does not take exactly (another command, help, a slip, an option with two values,
 * more than the one positional) is nothing: the caller turns to the reader that can explain.
 */
export const readFast = (
  argv: readonly string[],
  command: Pick<Syntax, 'options'>,
  otherCommands: ReadonlySet<string>,
): Arguments | undefined => {
  const [only] = argv;
  // Nearly always a file and nothing else, which needs no parser: it would have to be loaded.
  if (argv.length === 1 && only !== undefined && only !== '' && !only.startsWith('-'))
    return otherCommands.has(only) ? undefined : { positionals: argv, options: {} };
  try {
    const { parseArgs } = process.getBuiltinModule('node:util');
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, { value, short }]) => [
          name,
          {
            type: value === undefined ? ('boolean' as const) : ('string' as const),
            multiple: value !== undefined,
            ...(short === undefined ? {} : { short }),
          },
        ]),
      ),
      allowPositionals: true,
      allowNegative: true,
    });
    const [first, ...more] = positionals;
    if (first === undefined || more.length > 0 || otherCommands.has(first)) return undefined;
    if (Object.values(values).some((value) => Array.isArray(value) && (value.includes('') || new Set(value).size > 1)))
      return undefined;
    return {
      positionals,
      options: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? String(value[0]) : value]),
      ),
    };
  } catch {
    return undefined;
  }
};
