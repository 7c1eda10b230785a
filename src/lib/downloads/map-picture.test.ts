import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { notesOf } from '#lib/views/notes.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { mapPicture } from './map-picture.ts';

const { pictureOf } = flowsOf(library.situation.id);
const states = [
  ['crossings', '2022-02-28'],
  ['crossings', 'known-2022-03-14'],
  ['recorded-europe', '2022-08-30'],
  ['registrations', '2022-08-30'],
] as const;

test.each(states)(
  'the picture of %s, %s says of each figure all that belongs to it',
  (map, state) => {
    const picture = pictureOf(map, state);
    const text = mapPicture(picture);
    const keys = new Map(
      [...text.matchAll(/ id="([^"]*)" data-key="([^"]*)"/g)].map(([, id, key]) => [id, key]),
    );
    for (const { standing } of picture.items) {
      const { figure } = standing;
      // Its block: from the start of the group to its end.
      const block = text
        .split('<g data-block="">')
        .find((part) => part.includes(`data-figure="${figure.id}"`) && part.includes('#note-'));
      expect(block, figure.id).toBeDefined();
      const own = block?.split('</g>')[0] ?? '';
      const noted = [...own.matchAll(/href="#([^"]*)"/g)].map(([, ref]) => keys.get(ref));
      for (const { code } of figure.caveats) expect(noted).toContain(`c-${code}`);
      expect(noted).toContain(`s-${figure.source.id}`);
      expect(noted).toContain(`d-${figure.definition.id}`);
      expect(own).toContain(`data-day="${figure.asOf}"`);
      expect(noted).not.toContain(undefined);
    }
    expect(text).toContain(picture.address);
  },
);

test('every note of a picture is one that a figure of it refers to', () => {
  const picture = pictureOf('crossings', '2022-08-30');
  const text = mapPicture(picture);
  const notes = [...text.matchAll(/ id="(note-[^"]*)"/g)].map(([, id]) => id ?? '');
  expect(notes.length).toBeGreaterThan(10);
  expect(new Set(notes).size).toBe(notes.length);
  for (const note of notes) expect(text).toContain(`href="#${note}"`);
});

test('what a source calls itself is never markup, and nothing runs out of the paper', () => {
  const picture = pictureOf('crossings', '2022-02-28');
  const items = picture.items.map((item) => {
    const { figure } = item.standing;
    const source = {
      ...figure.source,
      title: `<script>alert("no")</script> & ${figure.source.title}`,
      address: `https://example.org/${'very-long-address/'.repeat(12)}`,
    };
    return { ...item, standing: { ...item.standing, figure: { ...figure, source } } };
  });
  const text = mapPicture({
    ...picture,
    items,
    notes: notesOf(items.map(({ standing }) => standing.figure)),
  });
  expect(text).not.toContain('<script');
  expect(text.replaceAll('\n', '')).not.toMatch(/&(?!#\d+;)/);
  const lines = [...text.matchAll(/<text class="[^"]*" x="20"[^>]*>(.*)<\/text>/g)].map(
    ([, line]) =>
      (line ?? '')
        .replace(/<[^>]*>/g, '')
        .replace(/&#\d+;/g, 'x')
        .trimEnd(),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => line.length > 98)).toEqual([]);
});

test('the height of the paper follows what stands on it', () => {
  const [few, many] = [
    pictureOf('registrations', '2022-08-30'),
    pictureOf('registrations-europe', '2022-08-30'),
  ];
  const heightOf = (text: string) => Number(/height="(\d+)"/.exec(text)?.[1]);
  expect(many.items.length).toBeGreaterThan(few.items.length + 20);
  expect(heightOf(mapPicture(many))).toBeGreaterThan(heightOf(mapPicture(few)) + 300);
  expect(library.situation.maps.map(({ id }) => id)).toContain('registrations-europe');
});
