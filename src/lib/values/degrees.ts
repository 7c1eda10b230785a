import { badValue } from './bad-value.ts';

/**
 * Degrees of longitude (`limit` 180) or latitude (`limit` 90), with at most six decimals.
 * @throws {BadValue} outside −limit to limit.
 */
export function parseDegrees(text: string, limit: 90 | 180): number {
  const expected = `degrees from -${limit} to ${limit}`;
  if (!/^-?\d{1,3}(?:\.\d{1,6})?$/.test(text)) {
    throw badValue(expected, text, 'write them as 21.5, with a point and at most six decimals');
  }
  const degrees = Number(text);
  if (Math.abs(degrees) > limit) throw badValue(expected, text, 'longitude comes before latitude');
  return degrees;
}
