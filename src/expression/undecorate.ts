/** Which step or estimate a value is of: `new`, `(t+1)`, `*`, as written above a name. */
const mark =
  /^(?:\\(?:text|textrm|mathrm|rm)\s*\{?\s*)?\(?\s*(?:new|next|old|opt|ml|mle|em|map|\*|\\ast|\\star|\\prime|\+|[a-z]\s*\+\s*1|[a-z]|\(\d\))\s*\)?\}?$/i;

/** What stands above a name, in braces or parentheses. */
const superscript =
  /\^\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|\(((?:[^()]|\([^()]*\))*)\)|(?:new|next|old|\*)(?![A-Za-z]))/gi;

const squareUnderAccent =
  /\\(?:wide)?hat\s*\{\s*(\\?[A-Za-z]+)\s*((?:_\s*(?:\{[^{}]*\}|\\?[A-Za-z0-9]+))?)\s*\^\s*\{?\s*2\s*\}?\s*((?:_\s*(?:\{[^{}]*\}|\\?[A-Za-z0-9]+))?)\s*\}/;

/**
 * The name of a quantity without what tells which step or estimate it is: \mu_k^{\text{new}}, \hat{\sigma_k^2}, `mu_k_new`, μₖ* and \left(\sigma_k^{(t+1)}\right)^2
 * name what \mu_k, \hat\sigma_k^2, `mu_k`, μₖ and (\sigma_k)^2 do.
 */
export const undecorate = (written: string): string =>
  written
    .replaceAll(/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|&/g, '')
    .replaceAll(/\\(?:[,;:! ]|quad|qquad)/g, ' ')
    .replace(squareUnderAccent, (_, name: string, before: string, after: string) => `\\hat{${name}}${before}${after}^2`)
    .replaceAll(superscript, withoutMark)
    .replace(/,\s*(?:\\(?:text|mathrm)\s*\{\s*)?(?:new|next|old)\s*\}?(?=\s*\})/i, '')
    .replace(/_\s*(?:\{\s*)?(?:\\(?:text|mathrm)\s*\{\s*)?(?:new|next|old)(?:\s*\}){0,2}(?![A-Za-z])/i, '')
    .replace(/[*'’′⁺]+\s*$/, '')
    .trim();

const withoutMark = (
  whole: string,
  braced: string | undefined,
  bracketed: string | undefined,
  at: number,
  text: string,
): string => {
  const inside = (braced ?? bracketed)?.trim();
  if (inside === undefined) return '';
  if (mark.test(inside)) return /[A-Za-z]/.test(text.charAt(at + whole.length)) ? whole : '';
  if (braced === undefined) return whole;
  const [square, other] = inside.startsWith('2') ? ['2', inside.slice(1)] : [inside.slice(-1), inside.slice(0, -1)];
  return square === '2' && mark.test(other.replaceAll(/^[,;\s]+|[,;\s]+$/g, '')) ? '^2' : whole;
};
