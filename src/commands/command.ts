import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';

/** An option of a command. `value` names what it takes in help texts; without it the option is a switch. */
export type Option = {
  readonly summary: string;
  readonly value?: string;
  /** The values allowed, where there are few. */
  readonly choices?: readonly string[];
  readonly short?: string;
  /** It takes names with commas between; given several times they come together. Any other option with a value is given once. */
  readonly lists?: boolean;
};

type Positional = {
  readonly name: string;
  readonly summary: string;
  readonly optional?: boolean;
  /** One or more of them. */
  readonly many?: boolean;
};

/** What was typed, checked against the command's table: switches are booleans, the rest texts. */
export type Arguments = {
  readonly positionals: readonly string[];
  readonly options: { readonly [name: string]: string | boolean | undefined };
};

/** How a command is typed: what both readers of the command line share. */
export type Syntax = {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly Positional[];
  readonly options: { readonly [name: string]: Option };
  /** What to type, and what that does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
};

/** One entry of the table of commands. */
export type Command = Syntax & { readonly run: (args: Arguments, io: Io) => ExitCode | Promise<ExitCode> };

/** The text given for an option, if one was. */
export const textOption = (args: Arguments, name: string): string | undefined => {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
};

export const isSwitchedOn = (args: Arguments, name: string): boolean => args.options[name] === true;

/** Where to read on, after something typed wrongly. */
export const tryHelp = ({ name }: Pick<Syntax, 'name'>): string =>
  `Try: check ${name === 'check' ? '' : `${name} `}--help\n`;
