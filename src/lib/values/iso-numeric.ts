import { badValue } from './bad-value.ts';

/**
 * The number of a country in ISO 3166-1; text, because its zeros count.
 * @throws {BadValue} for anything but three digits.
 */
export function parseIsoNumeric(text: string): string {
  if (/^\d{3}$/.test(text)) return text;
  throw badValue(
    'the three digits of ISO 3166-1',
    text,
    'spreadsheets drop the zero in front: write 040 for 40',
  );
}
