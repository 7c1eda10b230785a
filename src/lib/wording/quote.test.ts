import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Quote from '#lib/components/page/Quote.svelte';
import { library } from '#lib/server/library.ts';
import { notesOf } from '#lib/views/notes.ts';
import { newestDay } from '#lib/views/days.ts';
import { amountText } from './numbers.ts';
import { quoteParts, quoteText } from './quote.ts';

const read = { address: '/example/figures/x/', known: newestDay(library), revision: '0123456789' };

test('every sentence to quote says all that belongs to its number', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const lacking = library.figures.flatMap((figure) => {
    const text = quoteText(figure, read);
    const { definition, source, caveats } = figure;
    const [gravest, ...others] = caveats;
    const wanted = [
      amountText(figure.amount),
      definition.publisher.name,
      definition.publisher.part,
      definition.label,
      source.title,
      source.address,
      gravest?.text ?? 'No caveat recorded.',
      ...others.map(({ label }) => label),
      read.address,
      read.revision,
    ];
    return wanted
      .filter((words) => !text.includes(plain(words)))
      .map((words) => [figure.id, words]);
  });
  expect(lacking).toEqual([]);
});

test('its caveats are those of the figure, each once', () => {
  const told = (id: string) => {
    const figure = library.figures.find((one) => one.id === id);
    return figure
      ? quoteParts(figure, read).flatMap(({ kind, about }) => (kind === 'caveat' ? [about] : []))
      : [];
  };
  const differing = library.figures.filter(
    ({ id, caveats }) => told(id).join() !== caveats.map(({ code }) => code).join(),
  );
  expect(differing.map(({ id }) => id)).toEqual([]);
});

test('what stands on the page to be copied is that very text', () => {
  for (const figure of library.figures.filter((_, i) => i % 97 === 0)) {
    const { body } = render(Quote, {
      props: { figure, notes: notesOf([figure]), situation: library.situation.id, read },
    });
    const said = /<p data-quote[^>]*>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? '';
    const text = said
      .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(text.replace(/\s+/g, ' ').trim()).toBe(quoteText(figure, read));
  }
});
