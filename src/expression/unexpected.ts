import { stop } from './problems.js';
import { quote, type Reader } from './reader.js';

/** Says why the formula cannot go on, or begin, with the token the reader stands at: something should stand before it. */
export const missingOperand = (reader: Reader): never => {
  switch (reader.token.kind) {
    case 'end':
    case ')':
      return endsTooEarly(reader);
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return operatorTooMany(reader);
    default:
      return unexpected(reader);
  }
};

const endsTooEarly = (reader: Reader): never => {
  const { token } = reader;
  const before = lastSign(reader);
  if (before.sign === '') {
    return token.kind === ')'
      ? unexpected(reader)
      : stop('empty', before.at, 'Nothing is written here.', 'Write a formula.');
  }
  if (before.sign === '|') {
    return stop('unbalanced-bars', before.at, 'This bar has no partner.', 'Write |…| for an absolute value.');
  }
  if (!before.isOpening) {
    const fix =
      token.kind === ')' ? 'Finish what stands in these brackets.' : 'Finish the formula, or take the last sign away.';
    return stop('missing-operand', before.at, `After “${before.sign}” something is missing.`, fix);
  }
  if (token.kind === ')') {
    const at = { start: before.at.start, end: token.end };
    return stop('empty-brackets', at, 'Nothing stands between these brackets.', 'Fill them, or leave them out.');
  }
  return stop(
    'unbalanced-open',
    before.at,
    `This “${before.sign}” is never closed.`,
    'Finish the formula, and close the bracket.',
  );
};

const operatorTooMany = (reader: Reader): never => {
  const { token } = reader;
  const before = lastSign(reader);
  const sign = quote(reader, token.start, token.end);
  if (before.sign === '' || before.isOpening) {
    return stop(
      'missing-operand',
      token,
      `Before “${sign}” something is missing.`,
      `Write what stands before “${sign}”.`,
    );
  }
  return stop(
    'two-operators',
    { start: before.at.start, end: token.end },
    `“${before.sign}” and “${sign}” follow each other with nothing between them.`,
    'Leave one out, or write what stands between.',
  );
};

/** Says why a formula that was complete cannot go on with this token. */
export const unexpected = (reader: Reader): never => {
  const { token } = reader;
  const at = { start: token.start, end: token.end };
  const sign = quote(reader, token.start, token.end);
  switch (token.kind) {
    case ')':
      return stop(
        'unbalanced-close',
        at,
        `This “${sign}” closes a bracket that was never opened.`,
        'Leave it out, or open the bracket where it should begin.',
      );
    case '=':
      return stop(
        'unexpected-equals',
        at,
        'An equals sign makes an equation; asked for is a formula.',
        'Write only what stands on one side of it.',
      );
    case ',':
      return stop(
        'stray-comma',
        at,
        'A comma has no meaning here.',
        'Write a decimal point as a dot; write one formula only.',
      );
    case 'subscript':
      return stop(
        'stray-subscript',
        at,
        'This subscript belongs to no name.',
        'Write it directly after a letter, as in x_1.',
      );
    case 'superscript':
      return stop('missing-operand', at, 'This exponent belongs to nothing.', 'Write it after what is raised.');
    case '|':
      return stop(
        'unbalanced-bars',
        at,
        'This bar has no partner.',
        'Write |…| for an absolute value; conditions such as y|x have no place in a formula.',
      );
    case '!':
      return stop(
        'missing-operand',
        at,
        'This ! belongs to nothing.',
        'A factorial is written after what it is taken of, as in n!.',
      );
    case 'infix':
      return stop(
        'unsupported',
        at,
        `${sign} stands here without braces around what it is made of.`,
        token.text === 'binom' ? 'Write \\binom{…}{…}.' : 'Write \\frac{…}{…}.',
      );
    case '%':
      return stop('missing-operand', at, 'This % belongs to nothing.', 'Write the share as a number, such as 0.5.');
    default:
      return stop('unexpected', at, `“${sign}” cannot stand here.`, 'Check the formula from its beginning up to here.');
  }
};

type Before = {
  readonly sign: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly isOpening: boolean;
};

/** The sign or command just before the token, to be quoted. */
const lastSign = (reader: Reader): Before => {
  const end = reader.previousEnd;
  const piece = reader.source.slice(0, end);
  const command = /\\[A-Za-z]{1,20}$/.exec(piece.slice(-21));
  const length = command ? command[0].length : piece.endsWith('**') ? 2 : Math.min(1, end);
  const sign = piece.slice(end - length);
  return { sign, at: { start: end - length, end: Math.max(end, 1) }, isOpening: /[([{]$/.test(sign) };
};
