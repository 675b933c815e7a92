import { at, createPlane, drawFigure } from './chart.js';
import { markup, type Markup } from './html.js';
import { count, formatPoints } from './numbers.js';

/** Students by their points. */
type Counts = ReadonlyMap<number, number>;

/** Students in one bar, and the fewest and most points that any of them has. */
type Bin = { students: number; low: number; high: number };

const binsOf = (counts: Counts, bins: number, width: number): readonly Bin[] => {
  const all = Array.from({ length: bins + 1 }, (): Bin => ({ students: 0, low: Infinity, high: -Infinity }));
  for (const [points, students] of counts) {
    const bin = all[Math.min(Math.max(Math.floor(points / width + 1e-9), 0), bins)];
    if (bin === undefined) continue;
    bin.students += students;
    bin.low = Math.min(bin.low, points);
    bin.high = Math.max(bin.high, points);
  }
  return all;
};

const pointsOf = ({ low, high }: Bin): string =>
  low === high ? formatPoints(low) : `${formatPoints(low)} to ${formatPoints(high)}`;

const tell = (list: readonly Bin[]): string =>
  list
    .filter(({ students }) => students > 0)
    .map((bin) => `${pointsOf(bin)}: ${bin.students}`)
    .join(', ');

const sum = (list: readonly Bin[]): number => list.reduce((all, { students }) => all + students, 0);

/**
 * How many students have how many points; on top, outlined, those for whom some are not known yet. Whole points get a bar
 * each, wide ranges are binned.
 */
export const plotDistribution = (counts: Counts, open: Counts, possible: number): Markup => {
  const bins = Math.min(Math.max(Math.ceil(possible), 1), 20);
  const width = Math.max(possible, 1) / bins;
  const [done, waiting] = [binsOf(counts, bins, width), binsOf(open, bins, width)];
  const heightOf = (bin: number): number => (done[bin]?.students ?? 0) + (waiting[bin]?.students ?? 0);
  const tallest = Math.max(...done.map((_, bin) => heightOf(bin)), 1);
  const plane = createPlane([-0.6 * width, (bins + 0.6) * width], [0, tallest * 1.05], 220);
  const step = plane.x.map(width) - plane.x.map(0);
  const bar = (bin: number, from: number, of: Bin, className: string, said: string): Markup | false => {
    const [base, top] = [plane.y.map(from), plane.y.map(from + of.students)];
    return (
      of.students > 0 &&
      markup`<rect class="bar ${className}" x="${at(plane.x.map(bin * width) - step * 0.4)}" y="${at(top)}" width="${at(step * 0.8)}" height="${at(base - top)}"><title>${pointsOf(of)} points${said}: ${count(of.students, 'student')}</title></rect>`
    );
  };
  const told = sum(waiting) > 0 ? ` Not final yet, over ${count(sum(waiting), 'student')}: ${tell(waiting)}.` : '';
  return drawFigure({
    plane,
    axes: {
      xLabel: `points of ${formatPoints(possible)}`,
      yLabel: 'students',
      xTicks: Math.min(bins, 13),
      yTicks: Math.min(tallest, 4),
    },
    drawing: done.map((bin, i) => [
      bar(i, 0, bin, 'right', ''),
      bar(i, bin.students, waiting[i] ?? bin, 'open', ' so far'),
    ]),
    alternative: `Distribution of points over ${count(sum(done), 'student')}: ${tell(done)}.${told}`,
    legend: [],
    caption: '',
  });
};
