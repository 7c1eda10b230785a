import { expect, test } from 'vitest';
import {
  caveat,
  definition,
  figure,
  measure,
  place,
  population,
  publisher,
  source,
} from '../../../tests/support/made.ts';
import type { RefusalReason } from '#lib/views/unlike.ts';
import { footStyle } from './foot.ts';
import {
  addressText,
  correctedText,
  countedShort,
  countedText,
  definedBy,
  definitionText,
  figureSentence,
  ownWords,
  periodText,
  speakerText,
} from './figures.ts';
import { quoteText } from './quote.ts';
import { sayRefusal } from './refusals.ts';
import { day } from '../../../tests/support/made.ts';

test('the sentence of a figure has qualifier, number, whom, where, days, speaker and source', () => {
  const counted = figure({ amount: { kind: 'at_least', value: 1111 }, verification: 'claimed' });
  const sentence = figureSentence(counted);
  for (const part of [
    'At least\u00a01,111',
    'to Samplia',
    'Examplia',
    'claimed',
    counted.source.title,
  ])
    expect(sentence).toContain(part);
});

const injured = { measure: 'injured', population: 'civilians', place: 'EXA' };

test('a word or an unknown amount comes after what it counts, also in the sentence to quote', () => {
  const word = figure({ ...injured, amount: { kind: 'word', word: 'hundreds' } });
  expect(figureSentence(word)).toMatch(/^Civilians injured in Examplia: “hundreds”, 1/);
  const read = { address: '/x/', known: day('2030-01-06'), revision: '0123456789' };
  expect(quoteText(word, read)).toMatch(/: civilians injured in Examplia: “hundreds”, 1/);
  const unknown = figure({ ...injured, amount: { kind: 'unknown' } });
  expect(figureSentence(unknown)).toMatch(/^Civilians injured in Examplia: not known, 1/);
  expect(figureSentence(figure({ ...injured, value: 33 }))).toMatch(/^33 civilians injured in /);
});

test('a clause about whom is counted comes after what happened to them and where', () => {
  const whom = population({ id: 'unknown', phrase: 'children whose sex is not yet known' });
  const counted = { ...figure({ ...injured }), population: whom };
  expect(countedText(counted)).toBe('children injured in Examplia whose sex is not yet known');
  expect(countedShort(counted)).toBe('children injured whose sex is not yet known');
});

test('registrations are not said to be people', () => {
  const entries = measure({ id: 'temporary_protection', phrase: 'registrations for protection' });
  const counted = { ...figure({ ...injured, population: 'refugees' }), measure: entries };
  expect(countedText(counted)).toBe('registrations for protection in Examplia');
});

test('a definition is named unless it only repeats the name of its publisher', () => {
  const guard = publisher({ name: 'Border Guard of Examplia', short: 'Border Guard' });
  for (const label of [guard.name, guard.short]) {
    const same = definition({ publisher: guard, label });
    expect([definitionText(same), definedBy(same)]).toEqual(['', guard.name]);
  }
  const other = definition({ publisher: guard, label: 'Entries by land' });
  expect(definitionText(other)).toBe('Entries by land');
  expect(definedBy(other)).toBe('Border Guard, Entries by land');
});

test('the phrase of a source is repeated only where it has a word that the sentence lacks', () => {
  const amount = { kind: 'at_least', value: 1234 } as const;
  const phrase = (statedAs: string) => ownWords(figure({ ...injured, amount, statedAs }));
  expect(phrase('at least 1,234 civilians injured')).toBe('');
  expect(phrase('injured')).toBe('');
  expect(phrase('')).toBe('');
  expect(phrase('at least 1,234 wounded')).toBe('at least 1,234 wounded');
});

test('movement from elsewhere says from where', () => {
  expect(countedText(figure({ origin: 'MOD' }))).toContain('from Modelland');
});

test('a stock has its day, a count its first and last day, a day alone no range', () => {
  expect(periodText(figure({ periodStart: null }))).toBe('as of 5\u00a0Jan\u00a02030');
  expect(periodText(figure())).toBe('1\u00a0Jan to 5\u00a0Jan\u00a02030');
  expect(periodText(figure({ periodStart: '2029-12-31' }))).toBe(
    '31\u00a0Dec\u00a02029 to 5\u00a0Jan\u00a02030',
  );
  expect(periodText(figure({ periodStart: '2030-01-05' }))).toBe('on 5\u00a0Jan\u00a02030');
});

test('a speaker who is a party to the conflict is named as one', () => {
  const party = publisher({ isParty: true, part: 'government of a party to the conflict' });
  const said = figure({ definition: definition({ publisher: party }) });
  expect(speakerText(said)).toContain('government of a party to the conflict');
});

test('what is verified and was read in a relay says so, unless the relay shows its publisher’s own words', () => {
  const read = (relayOf: string | null, ...codes: string[]) =>
    speakerText(
      figure({
        verification: 'verified',
        source: source({ relayOf, caveats: codes.map((code) => caveat({ code })) }),
      }),
    );
  expect(read('an update')).toBe('Example Agency, verified (quoted by others)');
  expect(read('a post', 'own-words')).toBe('Example Agency, verified');
  expect(read(null)).toBe('Example Agency, verified');
});

test('a refusal is a sentence for a reader', () => {
  const reasons: RefusalReason[] = ['cumulative-per-day', 'across-a-break', 'counted-twice'];
  for (const reason of reasons) expect(sayRefusal(reason)).toMatch(/^[A-Z].*\.$/);
});

test('the foot of a sheet holds address and day and cannot end its string early', () => {
  expect(footStyle('/made"up/', day('2030-01-05'))).toContain('/made\\"up/ · as known on 5');
});

test('a day that we inferred is said to be about that, in the sentence of the figure', () => {
  const inferred = caveat({ code: 'made-up', effects: ['day-inferred'] });
  const days = { asOf: '2030-01-04', caveats: [inferred] } as const;
  const said = (cells: Parameters<typeof figure>[0]) =>
    periodText(figure(cells)).replace(/\u00A0/g, ' ');
  expect(said({ ...days, periodStart: '2030-01-01' })).toBe('1 Jan to about 4 Jan 2030'); // prettier-ignore
  expect(said({ ...days, periodStart: null })).toBe('as of about 4 Jan 2030');
  expect(said({ ...days, periodStart: '2030-01-04' })).toBe('about 4 Jan 2030');
  expect(said({ asOf: '2030-01-04', periodStart: null })).toBe('as of 4 Jan 2030');
});

test('a correction of a caveat, a place in the text or a note leaves the figure unchanged, any other corrects it', () => {
  const said = (column: string) => correctedText({ column });
  expect(said('caveats')).toBe('caveats corrected, the figure unchanged:');
  expect(said('note')).toBe('note corrected, the figure unchanged:');
  expect(said('value')).toBe('corrected:');
  expect(said('as_of')).toBe('corrected:');
});

test('only a page that was read is called the one where we read it', () => {
  const cited = caveat({ code: 'made-up', effects: ['address-not-read'] });
  expect(addressText({ relayOf: null, caveats: [] })).toBe('the original');
  expect(addressText({ relayOf: 'a speech', caveats: [] })).toBe('where we read it');
  expect(addressText({ relayOf: 'a speech', caveats: [cited] })).toBe('the page it cites');
});

test('who comes from a place with an article is said to come from it with the article', () => {
  const figure = {
    measure: measure({ drawnAs: 'arrow', phrase: 'border crossings' }),
    population: population({ id: 'refugees', phrase: 'refugees' }),
    place: place({ label: 'Samplia', inPhrase: 'in Samplia', toPhrase: 'to Samplia' }),
    origin: place({ id: 'MOD', label: 'Modular Republic', inPhrase: 'in the Modular Republic' }),
  };
  expect(countedText(figure)).toBe('border crossings to Samplia from the Modular Republic');
});
