import { at, createPlane, drawFigure } from './chart.js';
import { markup, type Markup } from './html.js';
import { formatSample } from './numbers.js';
import type { Course, Picture } from './picture.js';
import { textWidth } from './scale.js';

/** What component 1 takes of a sample, with the mistake and rightly; a mistake may lose samples, or know others. */
type Slot = { readonly sample: number; readonly theirs?: number; readonly right?: number };

const shareOf = ({ responsibilities }: Course, row: number): number | undefined => {
  const value = responsibilities?.[row]?.[0];
  return value !== undefined && Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : undefined;
};

/** The samples in the order given, each side's share at the sample it is of; then those that only the mistake knows. */
const slotsOf = (theirs: Course, right: Course | undefined): readonly Slot[] => {
  const slots: Slot[] = (right?.samples ?? []).map((sample, row) => withShare({ sample }, 'right', right, row));
  const taken = new Set<number>();
  theirs.samples.forEach((sample, row) => {
    const known = slots.findIndex((slot, i) => slot.sample === sample && !taken.has(i));
    const place = known === -1 ? slots.length : known;
    taken.add(place);
    slots[place] = withShare(slots[place] ?? { sample }, 'theirs', theirs, row);
  });
  return slots;
};

const withShare = (slot: Slot, side: 'theirs' | 'right', course: Course | undefined, row: number): Slot => {
  const share = course && shareOf(course, row);
  return share === undefined ? slot : { ...slot, [side]: share };
};

/** More bars than this cannot be told apart. */
const mostSlots = 24;

/** How much of each sample component 1 takes in the first E-step: theirs, and the right share beside it. */
export const plotResponsibilities = ({ theirs, right }: Picture): Markup | undefined => {
  const slots = slotsOf(theirs, right);
  if (slots.length > mostSlots || slots.every((slot) => slot.theirs === undefined)) return undefined;
  const plane = createPlane([0.5, slots.length + 0.5], [0, 1], 200);
  const [left, end] = plane.x.range;
  const width = (end - left) / slots.length;
  const bar = Math.min(width * 0.3, 26);
  const base = plane.y.range[0];
  const draw = (value: number | undefined, slot: number, className: string, side: number): Markup | undefined => {
    if (value === undefined) return undefined;
    const top = plane.y.map(value);
    return markup`<rect class="bar ${className}" x="${at(left + width * (slot + 0.5) + side)}" y="${at(top)}" width="${at(bar)}" height="${at(Math.max(base - top, 0.8))}"></rect>`;
  };
  const names = slots.map(({ sample }) => formatSample(sample));
  const widest = Math.max(...names.map(textWidth));
  const every = Math.ceil((widest + 4) / width);
  return drawFigure({
    plane,
    axes: {
      xLabel: 'sample',
      yLabel: 'responsibility of component 1',
      xMarks: names.flatMap((label, i) => (i % every === 0 ? [{ value: i + 1, label }] : [])),
    },
    drawing: slots.map((slot, i) => [
      draw(slot.theirs, i, 'theirs', right === undefined ? -bar / 2 : -bar - 1),
      draw(slot.right, i, 'right', 1),
    ]),
    alternative: `The share of each sample that component 1 takes with this mistake: ${slots
      .map((slot, i) => `${slot.theirs?.toFixed(2) ?? 'none'} of ${names[i]}`)
      .join(', ')}.`,
    legend: [
      { className: 'theirs', text: 'with the mistake' },
      ...(right?.responsibilities ? [{ className: 'right', text: 'right' }] : []),
    ],
    caption: `The first E-step, sample by sample: ${names.join(', ')}.`,
  });
};
