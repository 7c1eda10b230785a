import { expect, test } from 'vitest';
import { caveat, definition, figure, publisher, source } from '../../../tests/support/made.ts';
import type { RefusalReason } from '#lib/views/unlike.ts';
import { footStyle } from './foot.ts';
import { countedText, figureSentence, periodText, speakerText } from './figures.ts';
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
  expect(read('an update')).toBe('Example Agency, verified (read in a relay)');
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
