import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/expression/index.js';
import { check, sample } from './run-check.js';

// eslint-disable-next-line no-control-regex
const codes = /\u001b\[\d+m/g;
const samples = ['recorded', 'forum', 'half-wrong', 'unicode', 'blank'];

const widest = (env: NodeJS.ProcessEnv): number =>
  Math.max(
    ...check([sample('half-wrong')], { env })
      .out.split('\n')
      .map(columnsOf),
  );

describe('colour', () => {
  it.each<readonly [string, readonly string[], NodeJS.ProcessEnv, boolean]>([
    ['is off where output is redirected', [], {}, false],
    ['is on where it is forced', [], { FORCE_COLOR: '1' }, true],
    ['is off where FORCE_COLOR is 0', [], { FORCE_COLOR: '0' }, false],
    ['is on where it is forced, also with NO_COLOR, as in Node', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['is off where FORCE_COLOR is empty', [], { FORCE_COLOR: '', NO_COLOR: '1' }, false],
    ['is on where it is asked for', ['--color'], {}, true],
    ['is off where it is declined, whatever the environment', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['is off with NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['is off for a screen reader', ['--plain', '--color'], { FORCE_COLOR: '1' }, false],
    ['never stands in data', ['--json'], { FORCE_COLOR: '1' }, false],
  ])('%s', (_, options, env, coloured) => {
    expect(codes.test(check([sample('forum'), ...options], { env }).out)).toBe(coloured);
    codes.lastIndex = 0;
  });

  it('adds nothing but colour', () => {
    const { out } = check([sample('forum')], { env: { FORCE_COLOR: '1' } });
    expect(out.replaceAll(codes, '')).toBe(check([sample('forum')]).out);
  });

  it('shows in help too', () => {
    expect(check(['--help'], { env: { FORCE_COLOR: '1' } }).out).toMatch(codes);
    expect(check(['--help']).out).not.toMatch(codes);
  });
});

describe('width', () => {
  it.each([24, 40, 80, 100])('no line is wider than %i columns', (width) => {
    for (const name of samples) {
      const { out } = check([sample(name)], { env: { COLUMNS: `${width}` } });
      for (const line of out.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }
  });

  it('is 80 columns where nobody says, and at most 100 for the eye', () => {
    expect(widest({})).toBe(80);
    expect(widest({ COLUMNS: '300' })).toBe(100);
  });

  it('leaves no space at the end of a line', () => {
    for (const name of samples) expect(check([sample(name)]).out).not.toMatch(/[ \t]$/m);
  });
});

describe('letters', () => {
  it.each<readonly [string, NodeJS.ProcessEnv]>([
    ['LANG=C', { LANG: 'C' }],
    ['LC_ALL=POSIX', { LC_ALL: 'POSIX' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('are ASCII with %s', (_, env) => {
    for (const name of samples) {
      // eslint-disable-next-line no-control-regex
      expect(check([sample(name)], { env }).out).toMatch(/^[\u0000-\u007e]*$/);
    }
  });

  it('are Unicode where the locale says so or says nothing', () => {
    expect(check([sample('recorded')]).out).toContain('π₁·N₁');
    expect(check([sample('recorded')], { env: { LANG: '' } }).out).toContain('✔');
  });
});

describe('for a screen reader', () => {
  it('every question is one line with its verdict in words, and nothing is drawn', () => {
    const { out } = check([sample('forum'), '--plain']);
    expect(out).toMatch(/^At convergence: not correct \(0 of 1\)$/m);
    expect(out).toMatch(/^E-step: correct \(1 of 1\)$/m);
    expect(out).not.toMatch(/[─✔✘◐▸]/);
  });
});
