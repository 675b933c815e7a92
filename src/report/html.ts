import { escapeForTerminal } from '../feedback/index.js';

/** HTML that has been made safe: only this module makes it from text. */
export type Markup = { readonly markup: string };

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Lines and tabs stay; other controls, and what reorders or hides text, are written out as on a terminal. */
const showHidden = (text: string): string =>
  /[\n\t]/.test(text)
    ? text
        .split(/([\n\t])/)
        .map((part, i) => (i % 2 === 0 ? escapeForTerminal(part) : part))
        .join('')
    : escapeForTerminal(text);

/**
 * A text from outside, inert in HTML, as element content or in a quoted attribute. Control and direction characters
 * are written out, so that a name looks like what it is.
 */
const escapeHtml = (text: string): string =>
  /[^\w .,:;()+*/=-]/.test(text)
    ? showHidden(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
    : text;

/** What a template takes: texts and numbers are escaped, markup and lists of it are not, nothing prints nothing. */
export type Content = string | number | Markup | undefined | false | readonly Content[];

const print = (content: Content): string => {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(print).join('');
};

/** A template that escapes every text put into it. */
export const markup = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup => {
  let written = strings[0] ?? '';
  contents.forEach((content, i) => {
    written += print(content) + (strings[i + 1] ?? '');
  });
  return { markup: written };
};

/** Letters that run from right to left: Hebrew, Arabic and their neighbours, and scripts beyond the first plane. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name or answer among other words. One that runs from right to left must not turn round what stands beside it. */
export const isolated = (text: string): Markup =>
  rightToLeft.test(text) ? markup`<bdi>${text}</bdi>` : markup`${text}`;

/** Markup from a source that is trusted to be well formed: our own style sheet, MathML, an SVG path. */
export const trusted = (text: string): Markup => ({ markup: text });
