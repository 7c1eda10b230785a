import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import FigureEmbed from '#lib/components/embed/FigureEmbed.svelte';
import WithdrawnList from '#lib/components/figure/WithdrawnList.svelte';
import { parseDay } from '#lib/values/day.ts';
import { datePatterns } from '../support/dates.ts';
import { documentOf } from '../support/dom.ts';
import { caveat, figure, withdrawn } from '../support/made.ts';
import { faultsOfNumbers, withdrawnOf } from '../support/numbers-in-page.ts';

// A browser has it; the law is asked of a document alone.
vi.stubGlobal('NodeFilter', { SHOW_TEXT: 4 });

const gone = withdrawn(
  figure({ amount: { kind: 'at_least', value: 2222 }, caveats: [caveat({ code: 'rounded' })] }),
  { day: parseDay('2030-02-01') },
);
const given = {
  expected: {},
  withdrawn: withdrawnOf({ withdrawn: [gone] }),
  dates: datePatterns,
  names: [],
  revision: '',
};
const { body } = render(WithdrawnList, {
  props: { withdrawn: [gone], situation: 'examplia-2030' },
});
const page = `<!doctype html><html lang="en"><head><title>Made up</title></head><body><main>${body}</main></body></html>`;
const faultsIn = (text: string) => faultsOfNumbers(documentOf(text), '/withdrawn/', given);

test('a withdrawn figure keeps its place, and says when and why it went and what it had said', () => {
  expect(faultsIn(page)).toEqual([]);
  expect(page).toContain(`id="figure-${gone.figure.id}"`);
  expect(page).toContain(gone.correction.reason);
  expect(page).not.toContain('data-figure');
});

test.each([
  ['the note around it', / data-withdrawal(?:="")?/, ''],
  ['its reason', gone.correction.reason, ''],
  ['the day it went', 'datetime="2030-02-01"', 'datetime="2030-03-01"'],
  ['the day it speaks about', /datetime="2030-01-05"/g, ''],
  ['its publisher', /Example Agency/g, ''],
  ['its source', /href="[^"]*\/sources\/[^"]*"/, ''],
  ['its caveat', /data-caveat="[^"]*"/, ''],
  ['its amount', '2,222', '2,223'],
])('a withdrawn number that loses %s is found', (_what, from, to) => {
  const text = page.replace(from, to);
  expect(text).not.toBe(page);
  expect(faultsIn(text)).not.toEqual([]);
});

test('the embed of a withdrawn figure says that, when and why, and shows no number as standing', () => {
  const frame = {
    title: 'Withdrawn',
    full: '/examplia-2030/figures/one/',
    oembed: null,
    written: '/examplia-2030/figures/one/',
    known: parseDay('2030-02-01'),
    keeps: 'It stays.',
  };
  const data = { situation: 'examplia-2030', frame, figure: null, became: null, withdrawn: [gone] };
  const embed = render(FigureEmbed, { props: { data } });
  const text = `<!doctype html><html lang="en"><head>${embed.head}</head><body>${embed.body}</body></html>`;
  const address = '/embed/examplia-2030/figures/one/';
  expect(faultsOfNumbers(documentOf(text), address, given)).toEqual([]);
  expect(embed.body).toContain(gone.correction.reason);
  expect(embed.body).not.toContain('data-figure');
});
