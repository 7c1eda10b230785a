import { expect, test } from 'vitest';
import { LONGEST_FREE_TEXT, parseCaption, refusalOfFreeText } from './free-text.ts';

test.each([
  ['OHCHR, 17,901 killed in March', '17,901'],
  ['17 killed', '17'],
  ['More than 2022 people had left', '2022'],
  ['Civilians killed 2022', '2022'],
  ['2022 civilians killed', '2022'],
  ['In March 17 were killed', '17'],
  ['report 901 killed', '901'],
  ['update 12,345', '12,345'],
  ['1.5 times more', '1.5'],
  ['45% of them', '45'],
  ['17k left', '17'],
  ['killed17', '17'],
  ['Two hundred were killed', 'Two'],
  ['Forty-two children', 'Forty'],
  ['the two children killed', 'two'],
  ['the two hundred', 'two'],
  ['half a million left', 'half a million'],
  ['Thousands crossed', 'Thousands'],
  ['dozens of dead', 'dozens'],
  ['загинуло 20 тисяч', '20'],
  ['кілька тисяч людей', 'тисяч'],
  ['数千人', '千'],
  ['١٧ killed', '١٧'],
  ['１７ killed', '１７'],
  ['½ of them', '½'],
  ['Ⅻ killed', 'Ⅻ'],
])('a number in a text is refused: %s', (text, found) => {
  expect(refusalOfFreeText(text)).toMatch(/^expected words without a count, found /);
  expect(refusalOfFreeText(text)).toContain(`found "${found}`);
  expect(refusalOfFreeText(text)).toMatch(/; a number needs .*Make it a figure of its own/);
});

test.each([
  'Example Agency, update of 2 February 2034',
  'Snapshot of 10 to 16 March 2034',
  'Snapshot of 28 February to 1 March 2034',
  'Release of March 10, 2034',
  'Update for April 2034',
  'Read on 2034-02-28, closed at 18:00',
  'Table of 24.02.2034',
  'Displaced since 2014',
  'Global Trends 2034',
  'Statistics for 2034/35',
  'The two-year report, February 2034',
  'Away for two weeks or longer.',
  'As of eight in the morning.',
  'The hour is half past seven in the morning.',
  'Operational update for the first half of May 2034',
  'One page with different closing days.',
  'Security Council resolution 2623 (2022)',
  'Document S/RES/2623 and A/HRC/49/71, S/PV.9123',
  'Flash update 12, page 3, table 2',
  'Situation report no. 41',
  'Flash Update #9',
  'The 9123rd meeting',
  'CR4U weekly digest of 10 October 2034',
  '444.hu on the release of 12 January 2034',
  'Men aged 18 to 59',
  'From this day two numbers are shown side by side',
  'Serbia alone: the two are not to be added',
  '',
])('dates, numbers of documents and names are allowed: %s', (text) => {
  expect(refusalOfFreeText(text)).toBeNull();
});

test('nobody’s e-mail address or telephone is passed on', () => {
  for (const text of ['Ask press@example.org', 'Ask press (at) example.org'])
    expect(refusalOfFreeText(text)).toMatch(/^expected no e-mail address, found ".*example\.org"/);
  for (const text of [
    '+380 44 123 45 67',
    'tel. 044 123-4567',
    'Call 555-123-4567',
    '(044) 123 4567',
  ])
    expect(refusalOfFreeText(text)).toMatch(/^expected no telephone number, found /);
});

test('a text has an end', () => {
  expect(refusalOfFreeText('a'.repeat(LONGEST_FREE_TEXT))).toBeNull();
  expect(refusalOfFreeText('a'.repeat(LONGEST_FREE_TEXT + 1))).toBe(
    'expected at most 600 characters, found 601; shorten it, the publication says the rest',
  );
});

test.each([
  ['Ask press@example.org now', 'press@example.org'],
  ['Ask press(at)example.org now', 'press(at)example.org'],
  ['Ask press (ät)example.org now', 'press (ät)example.org'],
  ['Ask p (at) example.org now', 'p (at) example.org'],
])('of an e-mail address the whole is named: %s', (text, found) => {
  expect(refusalOfFreeText(text)).toContain(`found "${found}"`);
});

test.each([
  'telephone: 0441234567',
  'tel 0441234567',
  'phone.0441234567',
  'mobile: 044/1234567',
  'whatsapp 0441234567',
  'viber (044) 1234567',
  '+380441234567',
  '+(380)44.123.45.67',
  '044-123-45-67',
  '044/123 45 67',
  '(044)-123-45-67',
  '1234 1234 1234',
  '123 45 678',
  '12 345 67 89',
])('is no telephone number that may be passed on: %s', (text) => {
  expect(refusalOfFreeText(`Ask ${text} now`)).toContain('expected no telephone number');
});

test.each(['1 234 567', '12 345 678', '123 456 789', '123 456'])(
  'digits in groups of three are a count and no telephone: %s',
  (number) => {
    expect(refusalOfFreeText(`In all ${number} left`)).toContain(`found "${number}"`);
    expect(refusalOfFreeText(`In all ${number} left`)).toContain('words without a count');
  },
);

test.each(
  'сотні сотни сотня сотен тисячі тысяч тис. тыс. мільйони миллионов млн tysiąca tysięcy tysiace milion milionów tausend tausende millionen mille millier milliers millón millones ezer 百 千 万 萬 億 亿 ألف آلاف مليون ملايين مئات'.split(
    ' ',
  ),
)('hundreds, thousands and millions are counts in other languages too: %s', (word) => {
  expect(refusalOfFreeText(`x ${word} x`)).toContain(`found "${word}"`);
});

test.each(['mil personas', 'miles de personas', 'zece mii de oameni'])(
  'so are two words that say them: %s',
  (text) => {
    expect(refusalOfFreeText(text)).toContain('expected words without a count');
  },
);

test.each(['famille', 'millet', 'mezera', 'ezeri', 'milk', 'тисніть'])(
  'a word that only holds such letters is none: %s',
  (word) => {
    expect(refusalOfFreeText(`x ${word} x`)).toBeNull();
  },
);

test('a caption is given back as it is, and refused by the same rules', () => {
  expect(parseCaption('From this day two numbers are shown')).toBe(
    'From this day two numbers are shown',
  );
  expect(() => parseCaption('17 killed')).toThrow('found "17"');
  expect(() => parseCaption('')).toThrow('found nothing');
});
