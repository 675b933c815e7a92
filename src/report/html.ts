/** HTML that has been made safe: only this module makes it from text. */
export type Markup = { readonly markup: string };

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML forbids, or that reorder or hide the text around them. */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/**
 * A text from outside, inert in HTML, as element content or in a quoted attribute. Control and direction characters
 * are written out, so that a name looks like what it is.
 */
const escapeHtml = (text: string): string => {
  if (!/[^\w .,:;()+*/=-]/.test(text)) return text;
  return text
    .replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
};

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

/** Markup from a source that is trusted to be well formed: our own style sheet, MathML, an SVG path. */
export const trusted = (text: string): Markup => ({ markup: text });
