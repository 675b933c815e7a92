import type { ChalkInstance } from 'chalk';
import type { Argv } from 'yargs';
import packageFile from '../../package.json' with { type: 'json' };
import { shippedProblems } from '../problem/load.js';
import { wrap } from '../feedback/index.js';
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
  // Not at the top of the file: a bundle would load them for every command, and they cost three bare starts.
  const [{ Chalk }, { default: yargs }] = await Promise.all([import('chalk'), import('yargs')]);
  const chalk = new Chalk({ level: io.style.colour ? 1 : 0 });
  const typo = unknownOption(argv);
  let outcome: ExitCode | undefined;
  const parser = commands
    .reduce(
      (built: Argv, command: Command) =>
        built.command(signature(command), command.summary, describe(command), async (typed) => {
          outcome = await command.run(argumentsOf(command, typed), io);
        }),
      yargs().scriptName('check').usage(''),
    )
    .completion('completion', 'print a script that completes commands, options and problems in your shell', complete)
    .help('help', 'show this help')
    .alias('help', 'h')
    .version('version', 'show the version', packageFile.version)
    .locale('en')
    .wrap(io.style.width)
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error ?? new UsageProblem(message);
    });
  try {
    if (typo !== undefined) throw new UsageProblem(typo);
    await parser.parseAsync(argv, (error: Error | undefined, _: unknown, output: string) => {
      const isHelp = argv.some((word) => word === '--help' || word === '-h');
      if (output !== '') io.write(`${isHelp ? exampleBlock(argv, chalk) : ''}${output}\n`);
      if (error !== undefined && error !== null) throw error;
    });
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    for (const line of wrap(`check: ${explain(error.message, argv)}`, io.style.width))
      io.tell(`${line.replace(/^check:/, chalk.red('check:'))}\n`);
    io.tell('Try: check --help\n');
    return exitCode.usage;
  }
  return outcome ?? exitCode.done;
};

const signature = ({ name, positionals }: Command): string =>
  [
    name === 'check' ? '$0' : name,
    ...positionals.map((each) => {
      const word = each.many === true ? `${each.name}..` : each.name;
      return each.optional === true ? `[${word}]` : `<${word}>`;
    }),
  ].join(' ');

/** What yargs has to know of a command. */
const describe =
  (command: Command) =>
  (parser: Argv): Argv =>
    command.positionals
      .reduce((built, { name, summary }) => built.positional(name, { describe: summary, type: 'string' }), parser)
      .options(Object.fromEntries(Object.entries(command.options).map(([name, option]) => [name, optionOf(option)])));

const optionOf = ({ summary, value, choices, short }: Option) => ({
  describe: summary,
  ...(value === undefined ? { type: 'boolean' as const } : { type: 'string' as const, requiresArg: true }),
  ...(choices === undefined ? {} : { choices }),
  ...(short === undefined ? {} : { alias: short }),
});

const argumentsOf = (command: Command, typed: { readonly [name: string]: unknown }): Arguments => ({
  positionals: command.positionals.flatMap(({ name }) =>
    [typed[name]].flat().filter((each) => typeof each === 'string'),
  ),
  options: Object.fromEntries(
    Object.keys(command.options).map((name) => {
      const value = typed[name];
      return [name, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
    }),
  ),
});

/** What people come for when they ask for help: lines to copy. */
const exampleBlock = (argv: readonly string[], chalk: ChalkInstance): string => {
  const asked = commandOf(argv);
  const shown = asked === gradeCommand ? commands : [asked];
  const lines = shown.flatMap(({ examples }): readonly (readonly [string, string])[] => examples);
  return [
    chalk.bold('Examples:'),
    ...lines.flatMap(([line, meaning]) => [`  ${line}`, chalk.dim(`      ${meaning}`)]),
    '',
    '',
  ].join('\n');
};

/** The command that was typed: grading one file, unless another one is named. */
const commandOf = (argv: readonly string[]): Command => {
  const first = argv.find((word) => !word.startsWith('-'));
  return commands.find(({ name }) => name === first) ?? gradeCommand;
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

/** A complaint about an option that the command does not have, if there is one. Words after `--` are no options. */
const unknownOption = (argv: readonly string[]): string | undefined => {
  const command = commandOf(argv);
  const known = [...Object.keys(command.options), 'help', 'version', 'get-yargs-completions'];
  const short = new Set(['h', ...Object.values(command.options).flatMap((option: Option) => option.short ?? [])]);
  const end = argv.indexOf('--');
  for (const word of end === -1 ? argv : argv.slice(0, end)) {
    if (!word.startsWith('-') || word === '-') continue;
    const name = word.replace(/^-+/, '').split('=')[0] ?? '';
    const isKnown = word.startsWith('--')
      ? known.includes(name) || known.includes(name.replace(/^no-/, ''))
      : short.has(name);
    if (isKnown || isNegativeNumber(word)) continue;
    if (command.name === 'preview')
      return `A formula that begins with a minus sign goes after “--”: check preview -- "${word}"`;
    const near = nearest(name, known.slice(0, -1));
    return `There is no option ${word}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
  }
  return undefined;
};

const isNegativeNumber = (word: string): boolean => /^-\.?\d/.test(word);

/** yargs' complaint, with the nearest known word. */
const explain = (complaint: string, argv: readonly string[]): string => {
  const command = commandOf(argv);
  const extra = /^Unknown (?:argument|command)s?: (.*)$/.exec(complaint)?.[1]?.split(', ')[0];
  if (extra !== undefined) return explainExtra(extra, command, argv);
  if (!complaint.startsWith('Not enough non-option arguments')) return complaint.replace(/\.?$/, '.');
  const [asked] = command.positionals;
  return command === gradeCommand
    ? 'What shall be graded? Give an answers file.'
    : `Something is missing: ${asked?.summary ?? ''}.`;
};

const explainExtra = (extra: string, command: Command, argv: readonly string[]): string => {
  const first = argv.find((word) => !word.startsWith('-')) ?? '';
  const near = command === gradeCommand ? nearest(first, reservedWords) : undefined;
  if (near !== undefined) return `There is no command “${first}”. Did you mean “${near}”?`;
  return `“${extra}” is one too many.${command === gradeCommand ? ' One file at a time; to grade many: check batch <folder>' : ''}`;
};
