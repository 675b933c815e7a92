/** Which step a value is of: `new`, `(t+1)`, `*`, as written above or below a name. */
const mark = String.raw`(?:\\(?:text|textrm|mathrm|rm)\s*\{?\s*)?\(?\s*(?:new|next|old|opt|ml|mle|em|map|\*|\\ast|\\star|\\prime|\+|[a-z]\s*\+\s*1|[a-z]|\(\d\))\s*\)?\}?`;
const subscript = String.raw`((?:_\s*(?:\{[^{}]*\}|\\?[A-Za-z0-9]+))?)`;

/**
 * The name of a quantity without what tells which step or estimate it is: \mu_k^{\text{new}}, \hat{\sigma_k^2}, `mu_k_new`, μₖ* and \left(\sigma_k^{(t+1)}\right)^2
 * name what \mu_k, \hat\sigma_k^2, `mu_k`, μₖ and (\sigma_k)^2 do.
 */
export const undecorate = (written: string): string =>
  written
    .replaceAll(/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|&/g, '')
    .replaceAll(/\\(?:[,;:! ]|quad|qquad)/g, ' ')
    .replace(squareUnderAccent, String.raw`\hat{$1}$2$3^2`)
    .replace(squareAndMark, '^2')
    .replace(superscriptMark, '')
    .replace(/,\s*(?:\\(?:text|mathrm)\s*\{\s*)?(?:new|next|old)\s*\}?(?=\s*\})/i, '')
    .replace(/_\s*(?:\{\s*)?(?:\\(?:text|mathrm)\s*\{\s*)?(?:new|next|old)(?:\s*\}){0,2}(?![A-Za-z])/i, '')
    .replace(/[*'’′⁺]+\s*$/, '')
    .trim();

const squareUnderAccent = new RegExp(
  String.raw`\\(?:wide)?hat\s*\{\s*(\\?[A-Za-z]+)\s*${subscript}\s*\^\s*\{?\s*2\s*\}?\s*${subscript}\s*\}`,
);
const squareAndMark = new RegExp(String.raw`\^\s*\{\s*(?:2\s*[,;\s]*${mark}|${mark}\s*[,;\s]*2)\s*\}`, 'i');
const superscriptMark = new RegExp(
  String.raw`\^\s*(?:\{\s*${mark}\s*\}|\(\s*${mark}\s*\)|new|next|old|\*)(?![A-Za-z])`,
  'i',
);
