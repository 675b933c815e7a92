import { formatCount } from './numbers.js';

const mostNamed = 10;

/** `a, b, c`; of a long list the first, and how many more there are. */
export const listNames = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed).join(', ')} and ${formatCount(names.length - mostNamed)} more`;
