/** The numbers of a list or table as text, without what only surrounds them. */

/**
 * Without the name before an equals sign, the call that makes an array, and LaTeX around brackets: `mu = np.array([5, 1])`, `\left(5, 1\right)`
 * and `\begin{pmatrix} 5 \\ 1 \end{pmatrix}` hold what stands between. Brackets of the list itself stay.
 */
export const withoutDress = (text: string): string => {
  const plain = /[\\$]/.test(text) ? withoutLatex(text) : text;
  const body = plain.trim().replace(nameBefore(plain), '');
  const [, inside] = array.exec(body) ?? [];
  return (inside ?? body)
    .replace(/(\]|\))(?:\s*(?:\^\{?T\}?|\.T|'|;|\.))+$/, '$1')
    .replace(/(\d\.\d+)\.$/, '$1')
    .trim();
};

/** `mu =`, where a list follows and not a name for each entry. Letters of all scripts are slow to compile: only where there is a sign to look for. */
const nameBefore = (text: string): RegExp | string =>
  text.includes('=') && text.lastIndexOf('=') === text.indexOf('=') ? /^\\?\p{L}[\p{L}\p{M}\p{N}_^{}]*\s*=\s*/u : '';

const array =
  /^(?:(?:np|numpy|torch|jnp)\.)?(?:array|asarray|matrix|tensor|list|vector|c)\s*\(([^]*?)(?:,\s*dtype\s*=[^,()]*)?\)$/;

const withoutLatex = (text: string): string =>
  text
    .trim()
    .replace(/^(\$\$?|\\\(|\\\[)([^]*?)(?:\$\$?|\\\)|\\\])$/, '$2')
    .replace(
      /^([^\\]*)\\begin\{([bpvB]?matrix|array)\}(?:\{[clr|]*\})?([^]*)\\end\{\2\}/,
      (_, before: string, _name, rows: string) => {
        const lines = rows.split('\\\\').map((row) => row.replaceAll('&', ', '));
        return `${before}${lines.join('\n')}`;
      },
    )
    .replaceAll(/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])/g, '')
    .replaceAll(/\\([{}])/g, '$1')
    .replaceAll(/\\(?:[,;:! ]|quad|qquad)(?![A-Za-z])|\{,\}(?=\s*\d)/g, (mark) => (mark === '{,}' ? ',' : ' '));

/** What stands between the brackets around all of it. */
export const between = (text: string): string =>
  (/^\[([^]*)\]$/.exec(text) ?? /^\(([^()]*)\)$/.exec(text) ?? /^\{([^{}]*)\}$/.exec(text))?.[1] ?? text;
