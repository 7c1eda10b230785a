import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import FigureTable from '#lib/components/figure/FigureTable.svelte';
import NotesSection from '#lib/components/page/NotesSection.svelte';
import { notesOf } from '#lib/views/notes.ts';
import { carrying, formulas, isLetIn, naughty, spectrum } from '../support/hostile-texts.ts';

/** Where a page sets a figure with all that belongs to it, and where it tells it in full. */
function pageWith(text: string): string {
  const figure = carrying(text, 1);
  const situation = 'examplia-2030';
  const notes = notesOf([figure]);
  const table = render(FigureTable, {
    props: { figures: [figure], situation, notes, caption: 'Made up' },
  });
  return table.body + render(NotesSection, { props: { notes, situation } }).body;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const inAttribute = (text: string) => escaped(text).replaceAll('"', '&quot;');
const WORD = 'harmless';

test.each([
  ['The Big List of Naughty Strings', naughty],
  ['csv-spectrum', spectrum],
  ['formulas', formulas],
])('%s stay the text that they are on a page', (_what, texts) => {
  const neutral = pageWith(WORD);
  expect(neutral.split(WORD).length).toBeGreaterThan(5);
  // A text as short as a letter is part of every page.
  const lawful = [...new Set(texts)].filter((text) => isLetIn(text) && text.trim().length > 3);
  expect(lawful.length).toBeGreaterThan(10);
  const changed = lawful.filter(
    (text) =>
      pageWith(text).replaceAll(inAttribute(text), WORD).replaceAll(escaped(text), WORD) !==
      neutral,
  );
  expect(changed).toEqual([]);
});
