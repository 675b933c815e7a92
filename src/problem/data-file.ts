import type { Datum, InputProblem, Model } from '../types.js';
import type { Place, Source } from './source.js';
import type { SurfaceModel } from './surface.js';
import { toNumber } from './translate.js';

/** The text of a file beside the problem file, or why there is none. */
export type ReadBeside = (
  name: string,
) => { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly message: string };

const path = ['model', 'data', 'file'];

/** The observations, what kept them from being read, and the places of each, should something else be wrong with it. */
type Data = {
  readonly values: Model['data'];
  readonly problems: readonly InputProblem[];
  readonly placeOf: Source['placeOf'];
};

/**
 * The observations: those in the file itself, or those of the text file it names (one point a line; commas or blanks between coordinates; # begins a
 * remark). `folder` is what stands before the name of a file beside the problem file.
 */
export const readData = (
  model: SurfaceModel,
  source: Source,
  readBeside: ReadBeside | undefined,
  folder: string,
): Data => {
  if (!('file' in model.data)) {
    return {
      values: model.data.map((datum) => (typeof datum === 'object' ? datum.map(toNumber) : toNumber(datum))),
      problems: [],
      placeOf: source.placeOf,
    };
  }
  const name = model.data.file;
  const refuse = (code: string, message: string, fix: string) => ({
    values: [],
    problems: [{ code, ...source.placeOf(path), message, fix }],
    placeOf: source.placeOf,
  });
  if (leavesFolder(name)) {
    return refuse(
      'path',
      `“${name}” leads out of the problem's folder.`,
      'Put the data file into the folder of the problem and give its name alone.',
    );
  }
  const content = readBeside?.(name) ?? { kind: 'refused', message: 'there is no folder to read it from' };
  if (content.kind === 'refused') {
    return refuse(
      'data-file',
      `“${name}” cannot be read: ${content.message}.`,
      'Put the data file into the folder of the problem.',
    );
  }
  const file = `${folder}${name}`;
  const values: Datum[] = [];
  const places: Place[] = [];
  const problems: InputProblem[] = [];
  for (const [index, line] of content.text.split(/\r\n|\r|\n/).entries()) {
    const cells = line
      .replace(/#.*/, '')
      .trim()
      .split(/[\s,;]+/)
      .filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const numbers = cells.map(Number);
    const bad = numbers.findIndex((number) => !Number.isFinite(number));
    if (bad >= 0) {
      problems.push({
        code: 'data-file',
        file,
        line: index + 1,
        column: line.indexOf(cells[bad] ?? '') + 1,
        message: `“${cells[bad]?.slice(0, 40)}” is no number.`,
        fix: 'One point a line, with a decimal point.',
      });
      if (problems.length === 20) break;
    }
    places.push({ file, line: index + 1, column: line.search(/\S/) + 1 });
    values.push(numbers.length === 1 ? (numbers[0] ?? NaN) : numbers);
  }
  if (values.length === 0 && problems.length === 0)
    return refuse('data-file', `${name} holds no data.`, 'One point a line.');
  const placeOf: Source['placeOf'] = (of, part) => {
    const [room, field, index] = of;
    const place = room === 'model' && field === 'data' ? places[Number(index)] : undefined;
    return place ?? source.placeOf(of, part);
  };
  return { values, problems, placeOf };
};

/** Absolute paths, drive letters and any step upwards; what links do is for the reader to refuse. */
const leavesFolder = (name: string): boolean =>
  name.includes('\0') || /^([/\\~]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..');
