import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { markup, trusted, type Markup } from './html.js';
import { discriminationWithin, type Item } from './item-analysis.js';
import { titleOf } from './lecture.js';
import { formatDecimal, formatPoints, formatShare } from './numbers.js';

/** Standard errors on both sides: about 95 of 100 such ranges hold the truth. */
const shownErrors = 2;

/** Where an index says for sure that something is wrong with the question (Ebel's rule of thumb: below 0.2 is poor). */
const isWeak = (item: Item): boolean =>
  item.possible > 0 && (discriminationWithin(item, shownErrors)?.[1] ?? 1) < 0.2 && (item.facility ?? 1) < 0.95;

/** With the range that it may as well lie in; nothing where too few students answered. */
const renderDiscrimination = (item: Item): Markup => {
  const range = discriminationWithin(item, shownErrors);
  if (range === undefined) return markup`<td class="number" data-value="-2">–</td>`;
  const [low, high] = range.map((end) => formatDecimal(end, 2));
  return markup`<td class="number" data-value="${item.discrimination ?? -2}"><span${isWeak(item) && markup` class="weak"`}>${formatDecimal(item.discrimination, 2)}</span><br><span class="soft">${low} to ${high}</span></td>`;
};

const number = (value: number | string, sortBy?: number): Markup =>
  markup`<td class="number" ${sortBy !== undefined && markup` data-value="${sortBy}"`}>${value}</td>`;

const renderItem = (problem: Problem, item: Item): Markup => {
  const { verdicts, facility } = item;
  return markup`<tr><th scope="row">${titleOf(problem, item.id)}</th>${number(item.possible > 0 ? formatPoints(item.possible) : '–', item.possible)}<td class="number" data-value="${facility ?? -1}">${formatShare(facility)}<span class="meter"><i style="width:${trusted(String(Math.round((facility ?? 0) * 100)))}%"></i></span></td>${renderDiscrimination(item)}${number(verdicts.correct)}${number(verdicts.partial)}${number(verdicts.incorrect)}${number(verdicts.blank)}${number(verdicts.ungradable)}${number(verdicts.undecided)}</tr>\n`;
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
  markup`<section class="scroll" aria-label="Questions" tabindex="0"><table class="sortable"><thead><tr>${heads.map((head, i) => markup`<th scope="col" ${i > 0 && trusted(' class="number"')}>${head}</th>`)}</tr></thead><tbody>${items.map((item) => renderItem(problem, item))}</tbody></table></section><p class="meta">Facility: the mean share of the points earned. Discrimination: how an answer goes together with the points on the rest, from −1 to 1, and the range in which it may as well lie; red where all of that is below 0.2, so that the question may be at fault. It takes ten students. Undecided and unreadable answers count in neither, students who have one not in the discrimination; what being late took off counts in neither.</p>`;
