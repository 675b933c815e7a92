import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { markup, trusted, type Markup } from './html.js';
import type { Item } from './item-analysis.js';
import { titleOf } from './lecture.js';
import { formatDecimal, formatPoints, formatShare } from './numbers.js';

/** Where an index says that something is wrong with the question (Ebel's rule of thumb: below 0.2 is poor). */
const isWeak = ({ facility, discrimination, possible }: Item): boolean =>
  possible > 0 && discrimination !== undefined && discrimination < 0.1 && (facility ?? 1) < 0.95;

const number = (value: number | string, sortBy?: number): Markup =>
  markup`<td class="number" ${sortBy !== undefined && markup` data-value="${sortBy}"`}>${value}</td>`;

const renderItem = (problem: Problem, item: Item): Markup => {
  const { verdicts, facility, discrimination } = item;
  return markup`<tr><th scope="row">${titleOf(problem, item.id)}</th>${number(item.possible > 0 ? formatPoints(item.possible) : '–', item.possible)}<td class="number" data-value="${facility ?? -1}">${formatShare(facility)}<span class="meter"><i style="width:${trusted(String(Math.round((facility ?? 0) * 100)))}%"></i></span></td><td class="number" data-value="${discrimination ?? -2}"><span${isWeak(item) && markup` class="weak"`}>${formatDecimal(discrimination, 2)}</span></td>${number(verdicts.correct)}${number(verdicts.partial)}${number(verdicts.incorrect)}${number(verdicts.blank)}${number(verdicts.ungradable)}${number(verdicts.undecided)}</tr>\n`;
};

const heads = [
  'question',
  'points',
  'facility',
  'discrimination',
  'right',
  'partly',
  'wrong',
  'blank',
  'unreadable',
  'undecided',
];

export const renderItems = (problem: Problem, { items }: ClassSummary): Markup =>
  markup`<section class="scroll" aria-label="Questions" tabindex="0"><table class="sortable"><thead><tr>${heads.map((head, i) => markup`<th scope="col" ${i > 0 && trusted(' class="number"')}>${head}</th>`)}</tr></thead><tbody>${items.map((item) => renderItem(problem, item))}</tbody></table></section><p class="meta">Facility: the mean share of the points earned. Discrimination: how an answer goes together with the points on the rest, from −1 to 1; near 0 or below, the question may be at fault. Undecided and unreadable answers count in neither.</p>`;
