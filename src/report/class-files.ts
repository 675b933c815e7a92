import { mostListed } from './listed.js';
import { isolated, markup, type Markup } from './html.js';
import { count, formatCount } from './numbers.js';
import type { BatchNote, Skipped } from './skipped.js';

const renderList = (entries: readonly { readonly file: string; readonly text: string }[], name: string): Markup =>
  markup`<section class="scroll" aria-label="${name}" tabindex="0"><table class="sortable"><thead><tr><th scope="col">file</th><th scope="col">why</th></tr></thead><tbody>${entries
    .slice(0, mostListed)
    .map(
      ({ file, text }) => markup`<tr><th scope="row"><code>${isolated(file)}</code></th><td>${text}</td></tr>\n`,
    )}</tbody></table></section>${entries.length > mostListed && markup`<p class="meta">And ${formatCount(entries.length - mostListed)} more.</p>`}`;

/** Files that could not be graded, files that were no submissions, and what the instructor should know of the others. */
export const renderFiles = (skipped: readonly Skipped[], notes: readonly BatchNote[]): Markup | undefined => {
  const bad = skipped.filter(({ kind }) => kind === 'unreadable').map(({ file, reason }) => ({ file, text: reason }));
  const ignored = skipped.filter(({ kind }) => kind === 'ignored').map(({ file, reason }) => ({ file, text: reason }));
  const said = notes.map(({ file, message }) => ({ file, text: message }));
  if (bad.length + ignored.length + said.length === 0) return undefined;
  return markup`<section>${
    bad.length > 0 &&
    markup`<h2>Files that could not be graded</h2><p>${count(bad.length, 'file')}: no points were given or taken.</p>${renderList(bad, 'Files that could not be graded')}`
  }${said.length > 0 && markup`<h2>About the files</h2>${renderList(said, 'About the files')}`}${
    ignored.length > 0 &&
    markup`<h2>Ignored</h2><details><summary>${count(ignored.length, 'file or folder', 'files and folders')}</summary>${renderList(ignored, 'Ignored files')}</details>`
  }</section>`;
};
