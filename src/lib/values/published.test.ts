import { expect, test } from 'vitest';
import { parsePublished } from './published.ts';

test('nothing is a document without a day of its own', () => {
  expect(parsePublished('')).toEqual({ kind: 'undated' });
});

test('a day, a month and a moment stay as precise as they are', () => {
  expect(parsePublished('2030-01-05')).toEqual({ kind: 'day', day: '2030-01-05' });
  expect(parsePublished('2030-01')).toEqual({ kind: 'month', month: '2030-01' });
  expect(parsePublished('1970-01-02T01:30+01:00')).toEqual({
    kind: 'moment',
    day: '1970-01-02',
    time: '01:30',
    offset: '+01:00',
    minute: 1440 + 30,
  });
});

test('one moment in two offsets is one minute, on the day as written', () => {
  const kyiv = parsePublished('2030-01-06T00:30+02:00');
  const newYork = parsePublished('2030-01-05T17:30-05:00');
  const utc = parsePublished('2030-01-05T22:30Z');
  expect(kyiv).toMatchObject({ day: '2030-01-06' });
  expect(newYork).toMatchObject({ day: '2030-01-05' });
  expect(new Set([kyiv, newYork, utc].map((p) => p.kind === 'moment' && p.minute)).size).toBe(1);
});

test.each([
  ['2030-01-05T23:59Z', '23:59', '+00:00'],
  ['2030-01-05T00:00+14:00', '00:00', '+14:00'],
  ['2030-01-05T18:00-03:59', '18:00', '-03:59'],
])('%s is the time %s at %s', (text, time, offset) => {
  expect(parsePublished(text)).toMatchObject({ kind: 'moment', time, offset });
});

test('the minutes of an offset count', () => {
  const minute = (text: string) => {
    const at = parsePublished(text);
    return at.kind === 'moment' ? at.minute : null;
  };
  expect(minute('2030-01-06T02:30+02:30')).toBe(minute('2030-01-06T00:00Z'));
  expect(minute('2030-01-05T21:30-02:30')).toBe(minute('2030-01-06T00:00Z'));
});

test.each([
  ['2030-01-05T18:00', 'add the offset'],
  ['2030-01-05T18:00+02:60', '-14:00 to +14:00'],
  ['on 2030-01-05T18:00Z', 'no seconds'],
  ['2030-01-05T24:00Z', '00:00 to 23:59'],
  ['2030-01-05T18:60Z', '00:00 to 23:59'],
  ['2030-01-05T18:00+15:00', '-14:00 to +14:00'],
  ['2030-01-05T18:00-00:00', 'none is written +00:00'],
  ['2030-01-05T18:00:30Z', 'no seconds'],
  ['2030-02-30', '2030-02 has the days 01 to 28'],
  ['2030-02-30T10:00Z', '2030-02 has the days 01 to 28'],
  ['5 January 2030', 'expected a day'],
])('%j is refused with a way out', (text, wayOut) => {
  expect(() => parsePublished(text)).toThrow(wayOut);
});
