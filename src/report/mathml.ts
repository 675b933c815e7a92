import { breakFormula } from './break-formula.js';
import { markup, trusted, type Markup } from './html.js';

/** LaTeX as MathML, which every current browser draws by itself; in a line of its own or within a sentence. */
export type RenderFormula = (latex: string, place: 'line' | 'sentence') => Markup;

/** More formulas than this are forgotten, so that a class of any size fits. */
const mostRemembered = 2000;

/**
 * Loads the typesetter, once it is known that a formula must be shown. The same formula is set once. What it cannot set is
 * shown as it is written.
 */
export const loadFormulaRenderer = async (): Promise<RenderFormula> => {
  const { renderToString } = (await import('temml')).default;
  const known = new Map<string, Markup>();
  const render = (latex: string, displayMode: boolean): Markup => {
    try {
      const mathml = renderToString(latex, { displayMode, throwOnError: true });
      const plain = mathml.replace(/ (?:class|style)="[^"]*"/g, '');
      return trusted(displayMode ? breakFormula(plain) : plain);
    } catch {
      return markup`<code>${latex}</code>`;
    }
  };
  return (latex, place) => {
    const key = `${place} ${latex}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rendered = render(latex, place === 'line');
    if (known.size >= mostRemembered) known.clear();
    known.set(key, rendered);
    return rendered;
  };
};
