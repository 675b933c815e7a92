import { describe, expect, test } from 'vitest';
import { parseFormula, printText } from '../../src/expression/index.js';

describe('a per cent sign', () => {
  test.each([
    ['50%', '50/100'],
    ['-5 %', '-5/100'],
    ['(1/2)%', '1/2/100'],
    ['\\frac{1}{2}\\%', '1/2/100'],
    ['100% - 36%', '100/100 - 36/100'],
    ['1 - 36%', '1 - 36/100'],
    ['50% * x', '50/100*x'],
    ['ln(2)%', 'ln(2)/100'],
    ['√(4)%', 'sqrt(4)/100'],
    ['e^{2\\%}', 'e^(2/100)'],
    ['a/(2%)', 'a/(2/100)'],
    ['(a/b)*100%', 'a/b*(100/100)'],
  ])('%s is %s', (text, expected) => {
    const reading = parseFormula(text);
    expect(reading.kind === 'formula' ? printText(reading.expr) : reading.problems).toBe(expected);
  });

  test.each([
    ['1/2 %', '1/2 % can mean (1/2)/100 or 1/(2/100)'],
    ['100*2/3\\%', '100*2/3\\% can mean (100*2/3)/100 or 100*2/(3/100)'],
    ['2^3%', '2^3% can mean (2^3)/100 or 2^(3/100)'],
    ['ln 2 %', 'ln 2 % can mean (ln 2)/100 or ln (2/100)'],
    ['a + b %', 'a + b % can mean (a + b)/100 or a + (b/100)'],
  ])('%s is asked back', (text, said) => {
    const reading = parseFormula(text);
    expect(reading.kind === 'unreadable' && [reading.problems[0].code, reading.problems[0].message]).toEqual([
      'ambiguous-per-cent',
      `It cannot be seen what the % is of: ${said}.`,
    ]);
  });

  test('of a root without brackets is asked back as any root is', () => {
    const reading = parseFormula('√4%');
    expect(reading.kind === 'unreadable' && reading.problems[0].code).toBe('ambiguous-root');
  });
});
