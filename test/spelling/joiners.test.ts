import { describe, expect, it } from 'vitest';
import { splitAtJoiners } from '../../src/spelling/index.js';
import { readSubmission } from '../../src/submission/index.js';

const codes = (student: string): readonly string[] => {
  const reading = readSubmission(new TextEncoder().encode(JSON.stringify({ student, answers: {} })), 'a.json');
  return reading.kind === 'unreadable' ? [reading.kind] : reading.submission.warnings.map(({ code }) => code);
};

describe('joiners', () => {
  it.each([
    ['a Persian name', 'علی\u200cرضا', ['علی', '\u200c', 'رضا']],
    ['a Hindi one', 'क्\u200dष', ['क्', '\u200d', 'ष']],
    ['Latin letters', 'a\u200db', ['a\u200db']],
    ['Latin beside Arabic', 'a\u200cع', ['a\u200cع']],
    ['a digit', '1\ufe0f', ['1\ufe0f']],
    ['none', 'Zoë', ['Zoë']],
  ])('are told in %s', (_, text, parts) => {
    expect(splitAtJoiners(text)).toEqual(parts);
  });

  it('are no reason to warn of a name that needs them', () => {
    expect(codes('علی\u200cرضا')).toEqual(codes('Zoë'));
    expect(codes('Zo\u200cë')).toContain('hidden-character');
    expect(codes('علی\u200c')).toContain('hidden-character');
  });
});
