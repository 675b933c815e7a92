import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInstant, normaliseInstant, readExtension, readInstant } from '../../src/dates/index.js';

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

const two = (value: number): string => `${value}`.padStart(2, '0');

describe('the milliseconds of an instant', () => {
  const time = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.option(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.option(fc.stringMatching(/^\d{1,9}$/)))),
    fc.oneof(
      fc.constantFrom('Z', 'z'),
      fc
        .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
    ),
  );
  it('are those that every reader of ISO 8601 finds', () => {
    fc.assert(
      fc.property(time, fc.constantFrom('T', ' '), ([year, month, day, hour, minute, rest, zone], between) => {
        const [second, fraction] = rest ?? [];
        const seconds =
          second === undefined ? '' : `:${two(second)}${typeof fraction === 'string' ? `.${fraction}` : ''}`;
        const date = `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`;
        const text = `${date}${between}${two(hour)}:${two(minute)}${seconds}${zone}`;
        const found = readInstant(text);
        const exists = day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
        expect(found).toBe(exists ? Date.parse(normaliseInstant(text)) : undefined);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
  it('do not mind the colon of the zone', () => {
    expect(readInstant('2016-08-16 23:59 +0200')).toBe(Date.UTC(2016, 7, 16, 21, 59));
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
