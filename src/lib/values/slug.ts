/** Letters that come apart into no plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ı: 'i', ß: 'ss' };

/** A name as a part of an address: plain small letters and digits, parted by hyphens. "Türkiye" becomes "turkiye". */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[łđøıß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
