import { describe, expect, it } from 'vitest';
import { isInstant, normaliseInstant, readExtension } from '../../src/dates/index.js';

describe('instants', () => {
  it.each([
    ['2016-08-16T23:59:00Z', true],
    ['2016-08-16 23:59+02:00', true],
    ['2016-08-16T23:59:00.123456Z', true],
    ['2016-02-29T00:00:00Z', true],
    ['2015-02-29T00:00:00Z', false],
    ['1900-02-29T00:00:00Z', false],
    ['2016-08-16T24:00:00Z', false],
    ['2016-13-01T00:00:00Z', false],
    ['2016-08-16T23:59:00', false],
    ['2016-08-16', false],
    ['yesterday', false],
    ['', false],
  ])('knows that %s is one: %s', (text, is) => {
    expect(isInstant(text)).toBe(is);
  });

  it('are written alike, so that every reader takes them alike', () => {
    expect(normaliseInstant('2016-08-16 23:59 +02:00')).toBe('2016-08-16T23:59+02:00');
    expect(Date.parse(normaliseInstant('2016-08-16t23:59:00z'))).toBe(Date.UTC(2016, 7, 16, 23, 59));
  });
});

describe('extensions', () => {
  it.each([
    ['1 day', { seconds: 86_400 }],
    ['36 hours', { seconds: 129_600 }],
    ['1.5 weeks', { seconds: 907_200 }],
    ['90 Minutes', { seconds: 5400 }],
    ['2016-08-17T23:59:00Z', { until: '2016-08-17T23:59:00Z' }],
    ['a bit', undefined],
    ['-1 day', undefined],
    ['1 day more', undefined],
  ])('reads %s', (text, extension) => {
    expect(readExtension(text)).toEqual(extension);
  });
});
