import { trusted, type Markup } from './html.js';

/** LaTeX as MathML, which every current browser draws by itself. */
export type RenderFormula = (latex: string) => Markup;

/**
 * Loads the typesetter, once it is known that a formula must be shown. The same formula is set once; the memory is
 * emptied when it has grown large, so that a class of any size fits.
 */
export const loadFormulaRenderer = async (): Promise<RenderFormula> => {
  const { renderToString } = (await import('temml')).default;
  const known = new Map<string, Markup>();
  return (latex) => {
    const before = known.get(latex);
    if (before !== undefined) return before;
    const markup = trusted(
      renderToString(latex, { displayMode: true, throwOnError: false }).replace(/ (?:class|style)="[^"]*"/g, ''),
    );
    if (known.size >= 2000) known.clear();
    known.set(latex, markup);
    return markup;
  };
};
