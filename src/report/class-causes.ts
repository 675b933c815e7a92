import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { isolated, markup, type Markup } from './html.js';
import { answerIn, titleOf, type DescribeCauses } from './lecture.js';
import type { Listed } from './listed.js';
import { count, formatCount } from './numbers.js';

/** Names behind a fold: how many first, who on demand. */
export const renderNames = ({ first, total }: Listed<string | Markup>): Markup => {
  const names = markup`<p class="names">${first.map((name, i) => markup`${i > 0 && ', '}${typeof name === 'string' ? isolated(name) : name}`)}${total > first.length && markup` and ${formatCount(total - first.length)} more (see <code>grades.csv</code>)`}</p>`;
  return total <= 6 ? names : markup`<details><summary>${count(total, 'student')}</summary>${names}</details>`;
};

export const renderCauses = (problem: Problem, { causes }: ClassSummary, describe: DescribeCauses): Markup =>
  causes.length === 0
    ? markup`<p>No wrong answer was traced to a known mistake.</p>`
    : markup`<section class="scroll" aria-label="Mistakes found" tabindex="0"><table class="sortable"><thead><tr><th scope="col">mistake</th><th scope="col" class="number">students</th><th scope="col" class="number">of them certain</th><th scope="col">seen in</th><th scope="col">who</th></tr></thead><tbody>${causes.map(
        ({ ids, certain, students, explains }) =>
          markup`<tr><th scope="row">${describe(problem, ids)}<br><code class="soft">${ids.join(' ')}</code></th><td class="number">${students.total}</td><td class="number">${certain}</td><td>${[...explains].map(([id, n]) => `${titleOf(problem, id)} (${n})`).join(', ')}</td><td>${renderNames(students)}</td></tr>\n`,
      )}</tbody></table></section>`;

/** Equal wrong answers stand together, however they are written: the next misconception to give a name is the largest group. */
export const renderWrongAnswers = (problem: Problem, { wrong, rareWrong }: ClassSummary): Markup =>
  markup`<section class="scroll" aria-label="Wrong answers without a known mistake" tabindex="0"><table class="sortable"><thead><tr><th scope="col">answer</th><th scope="col">question</th><th scope="col" class="number">students</th><th scope="col">who</th></tr></thead><tbody>${wrong.map(
    ({ question, text, students }) =>
      markup`<tr><th scope="row">${answerIn(problem, question, text)}</th><td>${titleOf(problem, question)}</td><td class="number">${students.total}</td><td>${renderNames(students)}</td></tr>\n`,
  )}</tbody></table></section>${rareWrong > 0 && markup`<p class="meta">${count(rareWrong, 'rarer wrong answer')} not listed.</p>`}`;
