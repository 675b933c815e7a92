import { markup, trusted, type Content, type Markup } from './html.js';
import { styleSheet } from './style-sheet.js';

/**
 * A whole document that needs nothing else: the style is in it, and its policy forbids every request. `script` is the
 * one script allowed, told by its hash.
 */
export const renderPage = (page: {
  readonly title: Content;
  readonly wide?: boolean;
  readonly script?: { readonly source: string; readonly hash: string };
  readonly content: Content;
}): Markup =>
  markup`<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:${
    page.script && trusted(`; script-src '${page.script.hash}'`)
  }; base-uri 'none'; form-action 'none'"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${page.title}</title><style>${trusted(styleSheet)}</style>\n</head>\n<body>\n<main${page.wide === true && trusted(' class="wide"')}>${page.content}</main>${
    page.script && markup`\n<script>${trusted(page.script.source)}</script>`
  }\n</body>\n</html>\n`;
