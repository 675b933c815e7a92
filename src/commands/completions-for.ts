import { shippedProblems } from '../problem/load.js';
import type { Command, Option } from './command.js';
import { commandOf, commands } from './table.js';

/** What may stand in the place of the last of these words (those after `check`). Nothing: leave it to the shell. */
export const completionsFor = (words: readonly string[]): readonly string[] => {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = commandOf(before);
  return candidates(command, before, current).filter((candidate) => candidate.startsWith(current));
};

const candidates = (command: Command, before: readonly string[], current: string): readonly string[] => {
  const asked = before.at(-1)?.startsWith('--') === true ? before.at(-1)?.slice(2) : undefined;
  const option: Option | undefined = asked === undefined ? undefined : command.options[asked];
  if (option?.value !== undefined) return option.choices ?? (asked === 'problem' ? shippedProblems() : []);
  if (current.startsWith('-')) return [...Object.keys(command.options), 'help', 'version'].map((name) => `--${name}`);
  const place = before.filter((word) => !word.startsWith('-')).length - (command.name === 'check' ? 0 : 1);
  if (command.name === 'check')
    return place === 0 ? commands.flatMap(({ name }) => (name === 'check' ? [] : [name])) : [];
  return command.positionals[place]?.name === 'problem' ? shippedProblems() : [];
};
