import Papa from 'papaparse';
import { steering } from './hostile.js';
import type { Shown } from './shown.js';

/** A promise that does not hold, with what shows it. */
export class Broken extends Error {}

const demand = (holds: boolean, promise: string, evidence: string): void => {
  if (!holds) throw new Broken(`${promise}: ${JSON.stringify(evidence.slice(0, 400))}`);
};

/** Nothing that steers a terminal; line ends are ours. */
export const expectSafeForTerminal = (text: string): void =>
  demand(!steering.test(text.replaceAll('\n', '')), 'nothing steers the terminal', text);

/** What people read says something, and says it in words. */
export const expectWords = (message: string, input: string): void => {
  demand(message.trim() !== '', 'every message says something', message);
  for (const leak of ['[object', 'undefined', 'NaN'])
    demand(input.includes(leak) || !message.includes(leak), 'no message shows the insides', message);
};

const elements = new Set(
  (
    'html head meta link br hr title style body main header footer nav section article div span p h1 h2 h3 h4 ul ol li strong em b i code pre ' +
    'table caption thead tbody tfoot tr th td a figure figcaption details summary small label button input abbr time dl dt dd bdi ' +
    'svg g path rect circle line polyline polygon text tspan defs use desc ' +
    'math mrow mi mn mo ms mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mstyle mpadded mphantom ' +
    'mtable mtr mtd menclose semantics annotation'
  ).split(' '),
);

const unfitForPages = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b-\u200f\u2028\u2029\ufeff]/u;

/** No element, attribute or character but those that pages are made of. */
export const expectInertHtml = (html: string, isOurs: (script: string) => boolean = () => false): void => {
  const withoutScripts = html.replace(/<script[^>]*>([\s\S]*?)<\/script>/g, (all, script: string) =>
    isOurs(script) ? '' : all,
  );
  for (const [all, name = '', attributes = ''] of withoutScripts.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)) {
    demand(elements.has(name) || /^!doctype$/i.test(name), 'pages hold our elements only', all);
    demand(!/\son[a-z]+\s*=/i.test(attributes.replace(/"[^"]*"/g, '""')), 'no element has a handler', all);
    demand(!/(?:href|src|action)="(?!#|data:|feedback\/)/.test(attributes), 'no element leads elsewhere', all);
  }
  demand(
    !unfitForPages.test(html.replaceAll(/[\n\t]/g, '')),
    'no character of a page steers, hides or turns round',
    html,
  );
};

/** No cell that a spreadsheet would compute. */
export const expectInertCsv = (csv: string): void => {
  const { data } = Papa.parse<readonly string[]>(csv, { skipEmptyLines: true });
  for (const cell of data.flat())
    demand(!/^[\s\u00a0]*[=+@\t\r＝＋－＠-]/.test(cell) || Number.isFinite(Number(cell)), 'no cell is a formula', cell);
  demand(new Set(data.map(({ length }) => length)).size <= 1, 'all records have the columns of the head', csv);
};

/** All of it, for everything that is written about a submission. */
export const expectSafe = (shown: Shown, input: string): void => {
  for (const sentence of shown.sentences) expectWords(sentence, input);
  for (const text of shown.terminal) expectSafeForTerminal(text);
  expectInertHtml(shown.student);
  expectInertHtml(shown.class, () => true);
  expectInertCsv(shown.csv);
};
