import type { Model } from '../../types.js';
import { type Curves, curvesOf, rangeOf, sharedTop } from './curves.js';
import type { Panel } from './plot-text.js';

const width = 640;
const panelHeight = 240;
const margin = { left: 20, right: 20, top: 34, bottom: 44 };
const places = 241;

/** Told apart by people who confuse red and green, too (Okabe & Ito, Color Universal Design, 2008). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

const inside = (x: number, [low, high]: readonly [number, number]): number =>
  margin.left + ((x - low) / (high - low)) * (width - margin.left - margin.right);

const colourOf = (k: number): string => colours[k % colours.length] ?? 'black';

const drawLegend = (size: number): readonly string[] =>
  Array.from(
    { length: Math.min(size, colours.length) },
    (_, k) =>
      `<text x="${width - margin.right - 110 * (Math.min(size, colours.length) - 1 - k)}" y="22" text-anchor="end" fill="${colourOf(k)}">component ${k + 1}</text>`,
  );

const drawPanel = (title: string, { data, grid, components }: Curves, top: number, offset: number): string => {
  const range = rangeOf(data);
  const floor = offset + panelHeight - margin.bottom;
  const rise = (value: number): number =>
    floor - (Math.min(value, top) / top) * (panelHeight - margin.top - margin.bottom);
  const lines = components.map((values, k) => {
    const points = values.flatMap((value, i) =>
      Number.isFinite(value) ? [`${tenth(inside(grid[i] ?? 0, range))},${tenth(rise(value))}`] : [],
    );
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colourOf(k)}" stroke-width="2"><title>component ${k + 1}</title></polyline>`;
  });
  const dots = data.map(
    (x) =>
      `<circle cx="${tenth(inside(x, range))}" cy="${tenth(floor + 9)}" r="4" fill="#333" fill-opacity="0.7"><title>${x}</title></circle>`,
  );
  const labels = [...new Set([Math.min(...data), Math.max(...data)])].map(
    (x) => `<text x="${tenth(inside(x, range))}" y="${tenth(floor + 30)}" text-anchor="middle">${x}</text>`,
  );
  const axis = `<line x1="${margin.left}" y1="${tenth(floor)}" x2="${width - margin.right}" y2="${tenth(floor)}" stroke="#333"/>`;
  return [
    `<text x="${margin.left}" y="${tenth(offset + 22)}" font-weight="bold">${escapeXml(title)}</text>`,
    axis,
    ...lines,
    ...dots,
    ...labels,
  ].join('\n');
};

/** The same pictures as an SVG file that stands for itself: data, and the components before and after. */
export const plotSvg = (model: Model, panels: readonly Panel[], title: string): string => {
  const drawn = panels.flatMap((panel) => {
    const curves = curvesOf(model, panel.parameters, places);
    return curves === undefined ? [] : [{ title: panel.title, curves }];
  });
  const top = sharedTop(drawn.map(({ curves }) => curves));
  const height = Math.max(1, drawn.length) * panelHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="14" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...drawLegend(drawn[0]?.curves.components.length ?? 0),
    ...drawn.map(({ title: name, curves }, index) => drawPanel(name, curves, top, index * panelHeight)),
    '</svg>',
    '',
  ].join('\n');
};
