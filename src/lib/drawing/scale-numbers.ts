/**
 * Numbers at the axis of a drawing by script, as short as in the pictures: digits below a million, whole words above. A
 * word after thousands would take more room than an axis has on a phone, and its first digit would be cut off.
 * @param locale of the page, such as `en`
 */
export function scaleNumbers(locale: string | undefined): (value: number) => string {
  const grouped = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  return (value) => (value < 1_000_000 ? grouped : compact).format(value);
}
