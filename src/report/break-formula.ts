/** Formulas wider than a sheet of paper, cut into pieces that can stand on several lines. */

type Node = { readonly tag: string; readonly attributes: string; readonly children: readonly (Node | string)[] };

/** Ems that fit beside the words “Read as” on paper, less what the estimate may be wrong by; what a sign takes, and the space around an operator. */
const mostEms = 30;
const emsPerSign = 0.55;
const emsPerOperator = 0.5;

/**
 * The MathML of a formula: as it is where it fits on paper, else with its sum cut after each operator, in brackets too, so that
 * a style sheet can let it wrap. Where a piece alone is too wide, a fraction say, `--fit` says how much smaller it has to be.
 */
export const breakFormula = (mathml: string): string => {
  const [math] = parse(mathml);
  if (typeof math !== 'object' || math.tag !== 'math' || widthOf(math) <= mostEms) return mathml;
  const pieces = cut(math.children.flatMap(flatten));
  const widest = Math.max(...pieces.map((piece) => widthOf({ tag: 'mrow', attributes: '', children: piece })));
  const fit = widest > mostEms ? ` style="--fit:${(mostEms / widest).toFixed(3)}"` : '';
  return `<math${math.attributes} class="long"${fit}>${pieces.map((piece) => `<mrow>${piece.map(print).join('')}</mrow>`).join('')}</math>`;
};

/** What is well formed, without comments or tags that close themselves: all that our typesetter writes. */
const parse = (mathml: string): readonly (Node | string)[] => {
  const open: { tag: string; attributes: string; children: (Node | string)[] }[] = [
    { tag: '', attributes: '', children: [] },
  ];
  for (const [, closing, tag = '', attributes = '', text] of mathml.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)?.children.push(text);
    else if (closing === '') open.push({ tag, attributes, children: [] });
    else {
      const done = open.pop();
      if (done !== undefined) open.at(-1)?.children.push(done);
    }
  }
  return open[0]?.children ?? [];
};

const print = (node: Node | string): string =>
  typeof node === 'string' ? node : `<${node.tag}${node.attributes}>${node.children.map(print).join('')}</${node.tag}>`;

/** Ems, about. The parts of a fraction stand above each other, raised and lowered signs are smaller. */
const widthOf = (node: Node | string): number => {
  if (typeof node === 'string') return emsPerSign * node.replace(/&\w+;/g, '.').length;
  const widths = node.children.map(widthOf);
  const sum = widths.reduce((total, width) => total + width, 0);
  if (node.tag === 'mfrac') return Math.max(0, ...widths) + 0.2;
  if (node.tag === 'msub' || node.tag === 'msup' || node.tag === 'msubsup' || node.tag === 'mover') {
    const [base = 0, ...scripts] = widths;
    return base + 0.7 * Math.max(0, ...scripts);
  }
  return node.tag === 'mo' ? sum + emsPerOperator : sum;
};

/** Brackets belong to the row around them: a row as a whole cannot be broken. */
const flatten = (node: Node | string): readonly (Node | string)[] =>
  typeof node === 'object' && node.tag === 'mrow' ? node.children.flatMap(flatten) : [node];

const isOperator = (node: Node | string): boolean =>
  typeof node === 'object' && node.tag === 'mo' && /^[+\-−⋅·×=]$/.test(node.children.map(print).join(''));

/** Ends a piece after each operator. */
const cut = (row: readonly (Node | string)[]): readonly (readonly (Node | string)[])[] => {
  const pieces: (Node | string)[][] = [[]];
  for (const node of row) {
    pieces.at(-1)?.push(node);
    if (isOperator(node)) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
};
