import { at, createPlane, drawFigure } from './chart.js';
import { markup, type Markup } from './html.js';
import { count, formatPoints } from './numbers.js';

/** How many students have how many points. `counts` maps points to students; whole points get a bar each, wide ranges are binned. */
export const plotDistribution = (counts: ReadonlyMap<number, number>, possible: number): Markup => {
  const bins = Math.min(Math.max(Math.ceil(possible), 1), 20);
  const width = Math.max(possible, 1) / bins;
  const heights = Array.from({ length: bins + 1 }, () => 0);
  for (const [points, students] of counts) {
    const bin = Math.min(Math.max(Math.floor(points / width + 1e-9), 0), bins);
    heights[bin] = (heights[bin] ?? 0) + students;
  }
  const tallest = Math.max(...heights, 1);
  const plane = createPlane([-0.6 * width, (bins + 0.6) * width], [0, tallest * 1.05], 220);
  const base = plane.y.range[0];
  const step = plane.x.map(width) - plane.x.map(0);
  const students = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return drawFigure({
    plane,
    axes: {
      xLabel: `points of ${formatPoints(possible)}`,
      yLabel: 'students',
      xTicks: Math.min(bins, 13),
      yTicks: Math.min(tallest, 4),
    },
    drawing: heights.map((height, bin) => {
      const top = plane.y.map(height);
      const label = `${formatPoints(bin * width)}${width > 1 && bin < bins ? ` to ${formatPoints((bin + 1) * width)}` : ''} points: ${count(height, 'student')}`;
      return (
        height > 0 &&
        markup`<rect class="bar right" x="${at(plane.x.map(bin * width) - step * 0.4)}" y="${at(top)}" width="${at(step * 0.8)}" height="${at(base - top)}"><title>${label}</title></rect>`
      );
    }),
    alternative: `Distribution of points over ${count(students, 'student')}: ${heights
      .map((height, bin) => (height > 0 ? `${formatPoints(bin * width)}: ${height}` : ''))
      .filter((part) => part !== '')
      .join(', ')}.`,
    legend: [],
    caption: '',
  });
};
