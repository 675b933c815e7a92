import { didYouMean, nearest } from '../spelling/index.js';
import type { Command, Option } from './command.js';
import { completionFlag } from './completion.js';
import { reservedWords } from './reserved-words.js';
import { commandOf } from './table.js';

/** A complaint about an option that the command does not have, if there is one. Words after `--` are no options. */
export const unknownOption = (argv: readonly string[]): string | undefined => {
  if (argv.includes(`--${completionFlag}`)) return undefined;
  const command = commandOf(argv);
  const known = [...Object.keys(command.options), 'help', 'version'];
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
    const meant = wrongCommand(command, argv);
    if (meant !== undefined) return meant;
    const [, no = '', positive = name] = /^(no-)?(.*)$/.exec(name) ?? [];
    const near = nearest(positive, known);
    return `There is no option ${word}.${near === undefined ? '' : ` Did you mean --${no}${near}?`}`;
  }
  return undefined;
};

const isNegativeNumber = (word: string): boolean => /^-(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word);

/** yargs' complaint, with the nearest known word. */
export const explainComplaint = (complaint: string, argv: readonly string[]): string => {
  const command = commandOf(argv);
  const extra = /^Unknown (?:argument|command)s?: (.*)$/.exec(complaint)?.[1]?.split(', ')[0];
  if (extra !== undefined) return explainExtra(extra, command, argv);
  const empty = /^Not enough arguments following: (.*)$/.exec(complaint)?.[1];
  if (empty !== undefined)
    return `Something is missing after --${empty}: ${command.options[empty]?.value ?? 'a value'}.`;
  const [, unfit, given = ''] =
    /^Invalid values:\s+Argument: ([\w-]+), Given: "([^]*)", Choices:/.exec(complaint) ?? [];
  const choices = command.options[unfit ?? '']?.choices;
  if (choices !== undefined) return `--${unfit} takes ${eitherOf(choices)}, not “${given}”.`;
  if (!complaint.startsWith('Not enough non-option arguments')) {
    return /[.?!"]$/.test(complaint) ? complaint : `${complaint}.`;
  }
  const [asked] = command.positionals;
  return command.name === 'check'
    ? 'What shall be graded? Give an answers file.'
    : `Something is missing: ${asked?.summary ?? ''}.`;
};

const explainExtra = (extra: string, command: Command, argv: readonly string[]): string => {
  const meant = wrongCommand(command, argv);
  if (meant !== undefined) return meant;
  return `“${extra}” is one too many.${command.name === 'check' ? ' One file at a time; to grade many: check batch <folder>' : ''}`;
};

/** What does not fit a file to grade fits, perhaps, the command that its name is nearly that of. */
const wrongCommand = (command: Command, argv: readonly string[]): string | undefined => {
  const first = argv.find((word) => !word.startsWith('-')) ?? '';
  const near = command.name === 'check' ? nearest(first, reservedWords) : undefined;
  return near === undefined ? undefined : `There is no command “${first}”. ${didYouMean(near)}`;
};

const eitherOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
