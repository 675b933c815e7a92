import type { ChalkInstance } from 'chalk';
import type { Argv } from 'yargs';
import packageFile from '../../package.json' with { type: 'json' };
import { escapeForTerminal, wrap } from '../feedback/index.js';
import { type Arguments, type Command, type Option, tryHelp } from './command.js';
import { completionFlag } from './completion.js';
import { completionsFor } from './completions-for.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Io } from './io.js';
import { commandOf, commands } from './table.js';
import { explainComplaint, unknownOption } from './usage-problems.js';

/** What was typed is not in the table. */
class UsageProblem extends Error {}

/**
 * The reader for everything but grading one file: help, version, shell completion, the other commands, and whatever was
 * typed wrongly. Built by yargs from the same table that the fast reader uses.
 */
export const runTyped = async (words: readonly string[], io: Io): Promise<ExitCode> => {
  const argv = words[0] === 'help' ? [...words.slice(1), '--help'] : words;
  // Not at the top of the file: a bundle would load them for every command, and they cost three bare starts.
  const [{ Chalk }, { default: yargs }] = await Promise.all([import('chalk'), import('yargs')]);
  const chalk = new Chalk({ level: io.style.colour ? 1 : 0 });
  const typo = unknownOption(argv);
  let outcome: ExitCode | undefined;
  const parser = commands
    .reduce(
      (built: Argv, command: Command) =>
        built.command(signature(command), command.summary, describe(command), async (typed) => {
          outcome = await command.run(argumentsOf(command, typed, argv), io);
        }),
      yargs().scriptName('check').usage(''),
    )
    .completion(
      completionFlag,
      false,
      (_current: string, _argv: unknown, done: (completions: readonly string[]) => void) =>
        done(completionsFor(argv.slice(argv.indexOf(`--${completionFlag}`) + 2))),
    )
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
    await parser.parseAsync(shielded(argv), (error: Error | undefined, _: unknown, output: string) => {
      const isHelp = argv.some((word) => word === '--help' || word === '-h');
      if (output !== '')
        io.write(isHelp ? `${exampleBlock(argv, io.style.width, chalk)}\n${output.trimStart()}\n` : `${output}\n`);
      if (error !== undefined && error !== null) throw error;
    });
  } catch (error) {
    if (!(error instanceof UsageProblem) && !isComplaintOfYargs(error)) throw error;
    const complaint = escapeForTerminal(explainComplaint(error.message.replaceAll(shield, ''), argv));
    const lines = wrap(`check: ${complaint}`, io.style.width);
    io.tell(`${lines.join('\n').replace('check:', chalk.red('check:'))}\n${tryHelp(commandOf(argv))}`);
    return exitCode.usage;
  }
  return outcome ?? exitCode.done;
};

/** A character that no shell can pass on. */
const shield = '\u0000';

/** yargs gives words after “--” to no command: they go in behind a shield that makes them no options, and come out as they were. */
const shielded = (argv: readonly string[]): readonly string[] => {
  const end = argv.indexOf('--');
  return end < 0 ? argv : [...argv.slice(0, end), ...argv.slice(end + 1).map((word) => `${shield}${word}`)];
};

const isComplaintOfYargs = (error: unknown): error is Error => error instanceof Error && error.name === 'YError';

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

const argumentsOf = (
  command: Command,
  typed: { readonly [name: string]: unknown },
  argv: readonly string[],
): Arguments => ({
  positionals: command.positionals.flatMap(({ name }) =>
    [typed[name]]
      .flat()
      .filter((each) => typeof each === 'string')
      // yargs reads a lone “-” as nothing.
      .map((each) => (each === '' && argv.includes('-') ? '-' : each))
      .map((each) => (each.startsWith(shield) ? each.slice(shield.length) : each)),
  ),
  options: Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => {
      // What is given several times comes as a list.
      const given = [typed[name]].flat();
      const texts = given.filter((each) => typeof each === 'string');
      if (texts.includes('')) throw new UsageProblem(`--${name} is empty; it takes ${option.value ?? 'no value'}.`);
      const [first, another] = new Set(texts);
      if (option.lists !== true && another !== undefined)
        throw new UsageProblem(`--${name} is given twice, as “${first}” and as “${another}”. Give it once.`);
      const value = option.lists === true && given.length > 1 ? given.join(',') : given.at(-1);
      return [name, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
    }),
  ),
});

/** What people come for when they ask for help: lines to copy. For the whole program, the first one of every other command too. */
const exampleBlock = (argv: readonly string[], width: number, chalk: ChalkInstance): string => {
  const asked = commandOf(argv);
  const others = asked.name === 'check' ? commands.filter(({ name }) => name !== asked.name) : [];
  const lines = [...asked.examples, ...others.flatMap(({ examples }) => examples.slice(0, 1))];
  return [
    chalk.bold('Examples:'),
    ...lines.flatMap(([line, meaning]) => [
      `  ${line}`,
      ...wrap(meaning, width - 6).map((part) => chalk.dim(`      ${part}`)),
    ]),
    '',
  ].join('\n');
};
