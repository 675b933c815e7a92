import type { BatchNote } from '../report/index.js';

/** A student of a class, and a file of theirs. */
export type Named = { readonly student: string; readonly file: string };

/**
 * Students whose names people would take for one: they differ only in capitals, in the form of letters, in blanks, or in what does not show.
 * They stay apart; whoever knows them should hear of it. The names come in order, each as often as it likes.
 */
export const findLookAlikes = (names: () => Iterable<Named>): readonly BatchNote[] => {
  const alike = new Map<string, Named[]>();
  let last: string | undefined;
  for (const { student, file } of names()) {
    if (student === last || isPlain.test(student)) continue;
    last = student;
    const folded = fold(student);
    const known = alike.get(folded);
    if (known === undefined) alike.set(folded, [{ student, file }]);
    else known.push({ student, file });
  }
  if (alike.size === 0) return [];
  last = undefined;
  for (const { student, file } of names()) {
    if (student === last || !isPlain.test(student)) continue;
    last = student;
    alike.get(student)?.push({ student, file });
  }
  return [...alike.values()].filter((group) => group.length > 1).map(noteOn);
};

/** Nearly every name: it is its own folded form. */
const isPlain = /^[a-z0-9]+(?:[-._@:/ ][a-z0-9]+)*$/;

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');

const noteOn = (group: readonly Named[]): BatchNote => {
  const [first, ...others] = group;
  const names = group.map(({ student }) => `“${student}”`);
  const files = others.map(({ file }) => file).join(', ');
  const isCase = new Set(group.map(({ student }) => student.toLowerCase())).size === 1;
  const why = isCase ? 'by their capitals' : 'by what one hardly sees';
  return {
    file: first?.file ?? '',
    kind: 'look-alike',
    message: `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} (${files}) differ only ${why}, and are graded as ${group.length} students. If they are one, write the name alike in all files.`,
  };
};
