/** For terminals that know no letters beyond ASCII: the signs our own sentences use, and a mark for any other. */
const replacements: { readonly [character: string]: string } = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '*',
  '×': 'x',
  '─': '-',
  π: 'pi',
  μ: 'mu',
  σ: 'sigma',
  γ: 'gamma',
  θ: 'theta',
  λ: 'lambda',
  α: 'alpha',
  β: 'beta',
  Σ: 'sum',
  '²': '^2',
  '³': '^3',
  '√': 'sqrt',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '∞': 'inf',
  '→': '->',
  '\u00a0': ' ',
};

export const toAscii = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[^\u0000-\u007f]/gu, (character) => replacements[character] ?? withoutAccent(character));

/** é is e; what has no plain letter is a question mark. */
const withoutAccent = (character: string): string => {
  const [letter = '?'] = character.normalize('NFD');
  return letter <= '\u007f' ? letter : /\p{Mn}/u.test(character) ? '' : '?';
};
