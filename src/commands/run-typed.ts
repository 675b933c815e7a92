import { Chalk, type ChalkInstance } from 'chalk';
import yargs, { type Argv } from 'yargs';
import packageFile from '../../package.json' with { type: 'json' };
import { shippedProblems } from '../problem/load.js';
import { nearest } from '../spelling/index.js';
import { gradeCommand } from './check.js';
import type { Arguments, Command, Option } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Io } from './io.js';
import { reservedWords } from './reserved-words.js';
import { commands } from './table.js';

/** What was typed is not in the table. */
class UsageProblem extends Error {}

/**
 * The reader for everything but grading one file: help, version, shell completion, the other commands, and whatever was
 * typed wrongly. Built by yargs from the same table that the fast reader uses.
 */
export const runTyped = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const chalk = new Chalk({ level: io.style.colour ? 1 : 0 });
  let outcome: ExitCode | undefined;
  const parser = commands.reduce(
    (built: Argv, command: Command) =>
      built.command(signature(command), command.summary, describe(command, chalk), async (typed) => {
        outcome = await command.run(argumentsOf(command, typed), io);
      }),
    yargs().scriptName('check').usage(exampleBlock(commands, chalk)),
  );
  parser
    .completion('completion', 'print a script that completes commands, options and problems in bash and zsh', complete)
    .options({ help: { describe: 'show this help' }, version: { describe: 'show the version' } })
    .alias({ help: 'h' })
    .version(packageFile.version)
    .locale('en')
    .wrap(io.style.width)
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error ?? new UsageProblem(message);
    });
  try {
    await parser.parseAsync(argv, (error: Error | undefined, _: unknown, output: string) => {
      if (output !== '') io.write(`${output}\n`);
      if (error !== undefined && error !== null) throw error;
    });
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    io.tell(`${chalk.red('check:')} ${explain(error.message, argv)}\n`);
    return exitCode.usage;
  }
  return outcome ?? exitCode.done;
};

const signature = ({ name, positionals }: Command): string =>
  [
    name === 'check' ? '$0' : name,
    ...positionals.map((each) => (each.optional === true ? `[${each.name}]` : `<${each.name}>`)),
  ].join(' ');

/** What yargs has to know of a command: its examples first, then what it takes. */
const describe =
  (command: Command, chalk: ChalkInstance) =>
  (parser: Argv): Argv => {
    const positioned = command.positionals.reduce(
      (built, { name, summary }) => built.positional(name, { describe: summary, type: 'string' }),
      parser.usage(exampleBlock(command.name === 'check' ? commands : [command], chalk)),
    );
    return positioned.options(
      Object.fromEntries(Object.entries(command.options).map(([name, option]) => [name, optionOf(option)])),
    );
  };

const optionOf = ({ summary, value, choices, short }: Option) => ({
  describe: summary,
  ...(value === undefined ? { type: 'boolean' as const } : { type: 'string' as const, requiresArg: true }),
  ...(choices === undefined ? {} : { choices }),
  ...(short === undefined ? {} : { alias: short }),
});

const argumentsOf = (command: Command, typed: { readonly [name: string]: unknown }): Arguments => ({
  positionals: command.positionals.flatMap(({ name }) => (typeof typed[name] === 'string' ? [typed[name]] : [])),
  options: Object.fromEntries(
    Object.keys(command.options).map((name) => {
      const value = typed[name];
      return [name, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
    }),
  ),
});

/** What people come for when they ask for help: lines to copy. */
const exampleBlock = (shown: readonly Command[], chalk: ChalkInstance): string => {
  const lines = shown.flatMap(({ examples }) => examples);
  return [
    chalk.bold('Examples:'),
    ...lines.flatMap(([line, meaning]) => [`  ${line}`, chalk.dim(`      ${meaning}`)]),
  ].join('\n');
};

/** The problems that ship, where a problem is asked for; else what yargs knows. */
const complete = (
  current: string,
  argv: { readonly _?: unknown },
  known: (done?: (error: Error | null, completions: string[] | undefined) => void) => void,
  done: (completions: string[]) => void,
): void => {
  const words = Array.isArray(argv._) ? argv._.map(String) : [];
  const asksForProblem = process.argv.at(-2) === '--problem' || ['lint', 'solve', 'init'].includes(words[1] ?? '');
  if (asksForProblem && !current.startsWith('-')) done(shippedProblems().filter((id) => id.startsWith(current)));
  else known();
};

/** yargs' complaint with the nearest known word, and a way on. */
const explain = (complaint: string, argv: readonly string[]): string => {
  const way = 'Try: check --help';
  const unknown = /^Unknown arguments?: (.*)$/.exec(complaint)?.[1]?.split(', ')[0];
  const typed = commands.find(({ name }) => name === argv.find((word) => !word.startsWith('-')));
  if (unknown !== undefined) return `${explainUnknown(unknown, typed ?? gradeCommand, argv)}\n${way}`;
  if (complaint.startsWith('Not enough non-option arguments')) {
    const [asked] = (typed ?? gradeCommand).positionals;
    return `${argv.length === 0 ? 'What shall be graded? Give an answers file' : `Something is missing: ${asked?.summary ?? ''}`}.\n${way}`;
  }
  return `${complaint.replace(/\.?$/, '.')}\n${way}`;
};

const explainUnknown = (unknown: string, command: Command, argv: readonly string[]): string => {
  const asTyped =
    argv.find((word) => word.replace(/^-+/, '').split('=')[0] === unknown) ??
    argv.find((word) => word.startsWith('-')) ??
    unknown;
  if (asTyped.startsWith('-')) {
    if (command.name === 'preview')
      return `A formula that begins with a minus sign goes after “--”: check preview -- "${asTyped}"`;
    const near = nearest(unknown, [...Object.keys(command.options), 'help', 'version']);
    return `There is no option ${asTyped}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
  }
  const [first] = argv;
  const near = first === undefined ? undefined : nearest(first, reservedWords);
  if (near !== undefined && typeof first === 'string' && !reservedWords.has(first))
    return `There is no command “${first}”. Did you mean “${near}”?`;
  return `One ${command.positionals[0]?.name ?? 'argument'} at a time; “${unknown}” is one too many.${command === gradeCommand ? ' To grade many files: check batch <folder>' : ''}`;
};
