import { parseFormula, symbolsOf } from '../../expression/index.js';
import type { Path } from '../source.js';
import type { Check } from './check.js';

/** Names of symbols that students will mix up, or read as something else. */
export const checkSymbolNames: Check = ({ problem, warn }) => {
  for (const [index, { answer }] of problem.questions.entries()) {
    if (answer.kind !== 'formula') continue;
    const fields = ['symbols', 'elsewhere'] as const;
    const all = fields.flatMap((field) => Object.keys(answer[field] ?? {}).map((name) => ({ field, name })));
    const names = all.map(({ name }) => name);
    for (const { field, name } of all) {
      const path: Path = ['questions', index, field, name];
      const say = (message: string, fix: string): void => warn('symbol-name', path, message, fix, 'key');
      const alike = names.slice(0, names.indexOf(name)).find((other) => plain(other) === plain(name));
      const parts = partsOf(name, names);
      if (isTaken(name)) {
        say(`“${name}” means something else in formulas.`, 'Take another name, such as one with an index.');
      } else if (alike !== undefined && alike !== name) {
        say(
          `“${name}” and “${alike}” differ by case or an underscore only: students will mix them up.`,
          'Rename one of them.',
        );
      } else if (parts !== undefined) {
        say(`“${name}” looks like the product of ${parts.join(' and ')}.`, 'Rename it, or give it an index.');
      }
    }
  }
};

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** Constants and functions. */
const isTaken = (name: string): boolean =>
  [name, `${name}(2)`, `${name}(2, 3)`].some((text) => {
    const reading = parseFormula(text);
    return reading.kind === 'formula' && symbolsOf(reading.expr).length === 0;
  });

/** The other names that a name is made of, letter by letter; those with an index are kept apart by it. */
const partsOf = (name: string, names: readonly string[]): readonly string[] | undefined => {
  const others = names.filter((other) => other !== name && other !== '');
  const deadEnds = new Set<number>();
  const from = (start: number): readonly string[] | undefined => {
    if (start === name.length) return [];
    if (deadEnds.has(start)) return undefined;
    for (const other of others) {
      const rest = name.startsWith(other, start) ? from(start + other.length) : undefined;
      if (rest !== undefined) return [other, ...rest];
    }
    deadEnds.add(start);
    return undefined;
  };
  return /^[A-Za-z]+$/.test(name) ? from(0) : undefined;
};
