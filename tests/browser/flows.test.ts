import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { brokenOnPath } from '#lib/drawing/map-policy.ts';
import { onGround } from '#lib/drawing/draw-base-map.ts';
import { library } from '#lib/server/library.ts';
import { statesOfMap } from '#lib/views/map-states.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { stateName } from '#lib/wording/addresses.ts';
import { documentOf } from '../support/dom.ts';
import { useSite } from '../support/site.ts';
import { visitEach } from '../support/visits.ts';

const site = useSite();
const flows = '/ukraine-2022/flows';

/** The days named by the map's purpose, and others from all its years: as known now, and as known that evening. */
const named = ['2022-02-28', '2022-03-13', '2022-03-15', '2022-03-20', '2022-06-09', '2022-08-30'];
const isNamed = (state: string) => named.some((day) => state.endsWith(day));
const map = library.situation.maps.find(({ id }) => id === 'crossings');
const all = map
  ? [...statesOfMap(library, map)].map(({ asOf, known, isNow }) =>
      stateName(asOf, isNow ? null : known),
    )
  : [];
const chosen = [
  ...new Set([
    ...all.filter(isNamed),
    ...all.filter((_, i) => i % Math.ceil(all.length / 10) === 0),
  ]),
];
/** With states of the other maps. */
const looked = [
  ...chosen.map((state) => `crossings/${state}`),
  'recorded',
  'recorded/2022-08-30',
  'recorded-europe',
  'recorded-europe/2022-08-30',
  'registrations/2022-08-30',
  'registrations-europe/2022-08-30',
];

const onPage = <T>(
  address: string,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> => site.onPage(address, look, { viewport: { width: 1280, height: 900 }, ...options });

/** A page as it is sent; for what needs no layout. */
const read = async (path: string) => documentOf((await site.fetch(path)).text);

/** Px that two texts may share across and down: a font's box reaches beyond its letters. */
const AIR = { across: 4, down: 1 };

/** Texts of a map that lie over one another, leave it, or are smaller than 12 px. */
const labelFaults = (page: Page) =>
  page.locator('.map').evaluateAll(
    (maps, air) =>
      maps.flatMap((map) => {
        const frame = map.getBoundingClientRect();
        const scale = frame.width / Number(map.getAttribute('viewBox')?.split(' ')[2]);
        // What is not shown has no box; a turned name is longer than its letters.
        const texts = [...map.querySelectorAll<SVGTextElement>('text:not(.sea)')]
          .filter((text) => text.getClientRects().length > 0 && text.textContent !== '')
          .map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const size = parseFloat(getComputedStyle(text).fontSize) * scale;
            return {
              said: text.textContent,
              size,
              left,
              right,
              // A font's box reaches above its capitals and below its digits: by how much differs from font to font.
              top: bottom - (bottom - top) / 2 - size * 0.42,
              bottom: bottom - (bottom - top) / 2 + size * 0.42,
            };
          });
        return texts.flatMap((one, i) => [
          ...(one.left < frame.left - 0.5 ||
          one.right > frame.right + 0.5 ||
          one.top < frame.top - 0.5 ||
          one.bottom > frame.bottom + 0.5
            ? [`${one.said} leaves the map`]
            : []),
          ...(one.size < 11.99 && frame.width >= 359 ? [`${one.said} is of ${one.size} px`] : []),
          ...texts
            .slice(i + 1)
            .filter(
              (two) =>
                Math.min(one.right, two.right) - Math.max(one.left, two.left) > air.across &&
                Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > air.down,
            )
            .map((two) => `${one.said} / ${two.said}`),
        ]);
      }),
    AIR,
  );

/** Marks and entries, by what they show. */
const itemsOn = (page: Page) =>
  page.evaluate(() => {
    const of = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.getAttribute('data-flow'));
    return {
      marks: of('svg a[data-flow]'),
      entries: of('li[data-flow]'),
    };
  });

/** Of each state, without script: labels that are wrong by the width of the window, and what is on the page. */
const seen = new Map<string, { faults: string[]; items: Awaited<ReturnType<typeof itemsOn>> }>();
const widths = [320, 360, 768, 1280];

beforeAll(async () => {
  const open = async () => (await site.newContext({ javaScriptEnabled: false })).newPage();
  await visitEach(looked, 2, open, async (page, state) => {
    await page.goto(`${site.address}${flows}/${state}/`);
    const faults: string[] = [];
    // Between the narrowest and the widest what fits both has room, so the named days stand for all.
    const some = isNamed(state) || process.env['PROVE'] ? widths : [320, 1280];
    for (const width of some) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await labelFaults(page)).map((fault) => `${state}: ${fault} at ${width} px`));
    }
    seen.set(state, { faults, items: await itemsOn(page) });
  });
});

test('at least twenty states are looked at, those of the named days among them', () => {
  expect(chosen.length).toBeGreaterThanOrEqual(20);
  for (const day of named) expect(chosen.some((state) => state.endsWith(day))).toBe(true);
  expect(seen.size).toBe(looked.length);
});

test('at 320, 360, 768 and 1280 px no two labels lie over each other and none leaves the map', () => {
  expect([...seen.values()].flatMap(({ faults }) => faults).slice(0, 20)).toEqual([]);
});

test('without script marks and entries are the same figures in the same order', () => {
  const wrong = [...seen].filter(
    ([, { items }]) => items.marks.length === 0 || items.entries.join() !== items.marks.join(),
  );
  expect(Object.fromEntries(wrong.slice(0, 20))).toEqual({});
});

test('on paper no two labels lie over each other', async () => {
  const faults = await onPage(
    `${flows}/crossings/2022-08-30/`,
    async (page) => {
      await page.emulateMedia({ media: 'print' });
      return labelFaults(page);
    },
    { viewport: { width: 680, height: 900 } },
  );
  expect(faults).toEqual([]);
});

/** Across a bend two points as far from both ends of an outline lie a little oblique. */
const OBLIQUE = 0.06;

/** Of each ribbon its figure and its full width on screen, px; of each sample its persons. */
const widthsOn = (page: Page) =>
  page
    .locator('.map')
    .first()
    .evaluate((map) => {
      const scale =
        map.getBoundingClientRect().width / Number(map.getAttribute('viewBox')?.split(' ')[2]);
      /** Both sides of an outline are as long: across from a point lies the one as far from the end. */
      const wide = (path: SVGPathElement | null) => {
        if (!path) return 0;
        const length = path.getTotalLength();
        const across = (share: number) => {
          const [a, b] = [share, 1 - share].map((one) => path.getPointAtLength(one * length));
          return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
        };
        const broadest = Math.max(
          ...Array.from({ length: 60 }, (_, i) => across(0.2 + i * 0.0045)),
        );
        // A thin ribbon has barbs, which are wider than it is.
        return scale * (broadest >= 8.2 ? broadest : across(0.385));
      };
      const persons = (text: string | null | undefined) =>
        Number((text ?? '').replace(/[^0-9]/g, ''));
      return {
        scale,
        marks: [...map.querySelectorAll('a[data-flow]')].map((mark) => {
          const id = mark.getAttribute('data-flow') ?? '';
          const amount = map.querySelector(`[data-figure="${id}"]`)?.textContent ?? '';
          return {
            persons: persons(amount),
            isNumber: /^\d[\d,]*$/.test(amount),
            width: wide(mark.querySelector<SVGPathElement>('.rib, .hollow')),
          };
        }),
        samples: [...map.querySelectorAll<SVGPathElement>('.wide .legend .sample')].map(
          (sample) => ({
            persons: persons(sample.nextElementSibling?.textContent),
            width: Number(/v([\d.]+)h/.exec(sample.getAttribute('d') ?? '')?.[1]) * scale,
          }),
        ),
      };
    });

test('equal amounts are equally wide on two days, and the scale is the same on all', async () => {
  const days = ['2022-03-15', '2022-08-30', 'known-2023-05-24'].filter((day) => all.includes(day));
  expect(days.length).toBeGreaterThanOrEqual(2);
  const pages = await Promise.all(
    days.map((day) => onPage(`${flows}/crossings/${day}/`, widthsOn)),
  );
  const drawn = pages.flatMap(({ marks, scale }) =>
    marks
      .filter(({ isNumber, persons }) => isNumber && persons > 100_000)
      .map(({ persons, width }) => ({ persons, units: width / scale })),
  );
  expect(drawn.length).toBeGreaterThan(8);
  const perRoot = drawn
    .map(({ persons, units }) => units / Math.sqrt(persons))
    .sort((a, b) => a - b);
  const usual = perRoot[Math.floor(perRoot.length / 2)] ?? 0;
  for (const { persons, units } of drawn)
    expect(Math.abs(units - usual * Math.sqrt(persons)), `${persons}`).toBeLessThan(
      Math.max(0.3, OBLIQUE * units),
    );
  // The very same number on two days: two pages of one state known on two days hold it.
  const byNumber = new Map<number, number[]>();
  for (const { marks } of pages)
    for (const { persons, width } of marks)
      byNumber.set(persons, [...(byNumber.get(persons) ?? []), width]);
  for (const same of byNumber.values())
    expect(Math.max(...same) - Math.min(...same)).toBeLessThanOrEqual(0.1);
});

test('the samples of the legend are as wide as a mark of that number would be', async () => {
  const { marks, samples } = await onPage(`${flows}/crossings/2022-08-30/`, widthsOn);
  const largest = marks.filter(({ isNumber }) => isNumber).sort((a, b) => b.persons - a.persons)[0];
  expect(samples).toHaveLength(3);
  for (const { persons, width } of samples) {
    const asMark = (largest?.width ?? 0) * Math.sqrt(persons / (largest?.persons ?? 1));
    expect(Math.abs(width - asMark)).toBeLessThanOrEqual(Math.max(0.5, OBLIQUE * asMark));
  }
});

test.each(['recorded', 'recorded-europe', 'registrations', 'registrations-europe'])(
  'on the map %s the area of a circle is its number on one scale, that of the legend',
  async (map) => {
    const circles = (state: string) =>
      onPage(`${flows}/${map}/${state}/`, (page) =>
        page.locator('.map').evaluate((svg) => {
          const scale =
            svg.getBoundingClientRect().width / Number(svg.getAttribute('viewBox')?.split(' ')[2]);
          const across = (path: Element | null) =>
            scale * 2 * Number(/a([\d.]+) /.exec(path?.getAttribute('d') ?? '')?.[1]);
          const of = (persons: string | null | undefined, path: Element | null) => ({
            persons: Number((persons ?? '').replace(/[^0-9]/g, '')),
            across: across(path),
          });
          return {
            marks: [...svg.querySelectorAll('a[data-flow]')].flatMap((mark) => {
              const id = mark.getAttribute('data-flow') ?? '';
              const said = svg.querySelector(`[data-figure="${id}"]`)?.textContent ?? '';
              return /^\d[\d,]*$/.test(said) ? [of(said, mark.querySelector('.disc'))] : [];
            }),
            samples: [...svg.querySelectorAll('.wide .legend .size')].map((sample) =>
              of(sample.nextElementSibling?.textContent, sample),
            ),
          };
        }),
      );
    const { marks, samples } = await circles('2022-08-30');
    const [largest] = [...samples].sort((a, b) => b.persons - a.persons);
    if (!largest) throw new Error('expected a legend');
    expect(samples).toHaveLength(3);
    const large = marks.filter(({ persons }) => persons > 40_000);
    expect(large.length).toBeGreaterThan(2);
    for (const { persons, across } of [...large, ...samples])
      expect(
        Math.abs(across - largest.across * Math.sqrt(persons / largest.persons)),
        `${persons}`,
      ).toBeLessThanOrEqual(0.5);
  },
);

test('edges are explained where they occur, and only there; what goes back is a map of its own', async () => {
  const key = (state: string) =>
    onPage(`${flows}/crossings/${state}/`, async (page) => ({
      said: await page.locator('figcaption').innerText(),
      edges: await page.locator('.map .edge').count(),
      maps: await page.locator('.map').count(),
      notes: await page.locator('.pictures p').allInnerTexts(),
      back: await page.locator('.map').last().locator('a[data-flow] .hollow').count(),
      among: await page.locator('.map').first().locator('a[data-flow] .hollow').count(),
    }));
  const early = await key('known-2022-02-28');
  expect(early.edges).toBeGreaterThan(0);
  expect(early.said).toMatch(/at least, more than/);
  expect(early.maps).toBe(1);
  expect(early.notes.join(' ')).toMatch(/^Crossings, not people\./);
  const late = await key('2022-08-30');
  expect(late.edges).toBe(0);
  expect(late.said).not.toMatch(/at least/);
  expect(late.maps).toBe(2);
  expect(late.notes.join(' ')).toMatch(/Back to Ukraine\. Not to be subtracted/);
  expect(late.back).toBeGreaterThan(2);
  expect(late.among).toBe(0);
});

test('on every measure’s map the border policy holds and is told', async () => {
  const { situation, mapPolicy } = library;
  expect(situation.frames.length).toBe(2);
  for (const { id, frame } of situation.maps) {
    const document = await read(`${flows}/${id}/`);
    const d = document.querySelector('.map .home')?.getAttribute('d') ?? '';
    const said = document.querySelector('figcaption')?.textContent ?? '';
    expect(d.length).toBeGreaterThan(100);
    expect(brokenOnPath(d, onGround(frame), mapPolicy, situation.country.isoNumeric ?? '')).toEqual(
      [],
    );
    expect(said).toMatch(/Crimea is drawn with Ukraine/);
    expect(said).toMatch(/schematic|whole country/);
  }
});

test('crossings are ribbons, people recorded discs, registrations rings; never two on one map', async () => {
  const shapes = async (map: string) => {
    const document = await read(`${flows}/${map}/2022-08-30/`);
    const has = (shape: string) => document.querySelector(`.map a ${shape}`) !== null;
    return { ribbons: has('.rib'), discs: has('.disc'), rings: has('.inner') };
  };
  expect(await shapes('crossings')).toEqual({ ribbons: true, discs: false, rings: false });
  expect(await shapes('recorded')).toEqual({ ribbons: false, discs: true, rings: false });
  expect(await shapes('registrations')).toEqual({ ribbons: false, discs: true, rings: true });
});

test('on the night the rules changed both Moldovas stand side by side, the other one empty', async () => {
  const document = await read(`${flows}/crossings/2022-03-13/`);
  const entries = document.querySelectorAll('li[id^="entry-MDA"]:not([id="entry-MDA-ROU"]) h3');
  const hollow = document.querySelectorAll('.map a .hollow').length;
  expect(entries).toHaveLength(2);
  expect(hollow).toBeGreaterThan(0);
});

/** Moves a slider one day on and waits for its state. */
async function slideOn(page: Page, key = 'ArrowRight'): Promise<string> {
  const before = page.url();
  await page.locator('[data-states] input').focus();
  await page.keyboard.press(key);
  await page.waitForFunction((address) => location.href !== address, before);
  return new URL(page.url()).pathname;
}
const flowsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((found) => found.map((one) => one.getAttribute('data-flow')));

test('the slider goes to the state of a page, with its address, map and words', async () => {
  const { address, marks, entries, title, fresh } = await onPage(
    `${flows}/crossings/2022-03-13/`,
    async (page) => {
      const there = {
        address: await slideOn(page),
        marks: await flowsOf(page, 'svg a[data-flow]'),
        entries: await flowsOf(page, 'li[data-flow]'),
        title: await page.title(),
      };
      await page.reload();
      return {
        ...there,
        fresh: { marks: await flowsOf(page, 'svg a[data-flow]'), title: await page.title() },
      };
    },
  );
  expect(address).toBe(`${flows}/crossings/2022-03-14/`);
  expect(entries).toEqual(marks);
  expect(fresh).toEqual({ marks, title });
});

test('from the newest map, whose address is shorter, a reader can slide on and every link still leads somewhere', async () => {
  const { addresses, links } = await onPage(`${flows}/`, async (page) => {
    const seen = [
      await slideOn(page, 'ArrowLeft'),
      await slideOn(page, 'ArrowLeft'),
      await slideOn(page, 'ArrowLeft'),
    ];
    return {
      addresses: seen,
      links: await page
        .locator('a[href]')
        .evaluateAll((all) =>
          all.flatMap((one) =>
            one instanceof HTMLAnchorElement && one.host === location.host ? [one.pathname] : [],
          ),
        ),
    };
  });
  expect(new Set(addresses).size).toBe(3);
  const asked = [...new Set(links)];
  expect(asked.length).toBeGreaterThan(200);
  const there = await site.addresses();
  expect(asked.filter((path) => !there.has(path))).toEqual([]);
});

test('a page has one control of days, for the way in which its map is read', async () => {
  const seen = async (state: string, key: string) =>
    onPage(`${flows}/crossings/${state}/`, async (page) => {
      const input = page.locator('[data-states] input');
      return {
        controls: await page.locator('[data-states]').count(),
        name: await input.getAttribute('aria-label'),
        address: await slideOn(page, key),
        said: ((await input.getAttribute('aria-valuetext')) ?? '').replace(/\s/g, ' '),
        state: (await page.locator('.state').innerText()).replace(/\s/g, ' '),
      };
    });
  expect(await seen('2022-03-13', 'ArrowRight')).toMatchObject({
    controls: 1,
    name: 'Day of the map:',
    address: `${flows}/crossings/2022-03-14/`,
    said: '14 March 2022',
    state: expect.stringMatching(/^Map of 14 March 2022, as known on /) as string,
  });
  expect(await seen('known-2022-02-28', 'ArrowRight')).toMatchObject({
    controls: 1,
    name: 'As known on:',
    address: `${flows}/crossings/known-2022-03-01/`,
    said: '1 March 2022',
    state: 'As known on 1 March 2022.',
  });
});

/** The two links of the switch: what each says, where it leads, and whether it is the one shown. */
const waysOf = (links: Element[]) =>
  links.map((one) => ({
    says: (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    to: one.getAttribute('href') ?? '',
    shown: one.getAttribute('aria-current') === 'page',
  }));
const within = (path: string, ways: ReturnType<typeof waysOf>) =>
  ways.map((way) => ({ ...way, to: new URL(way.to, site.address + path).pathname }));

test('without script a switch leads to the same day as known that evening and as known now, and says another day', async () => {
  const ways = async (state: string) => {
    const path = `${flows}/crossings/${state}`;
    return within(path, waysOf([...(await read(path)).querySelectorAll('nav.ways a')]));
  };
  const to = (state: string) => `${flows}/crossings/${state}`;
  const evening = 'As known that evening';
  const now = 'As known now';
  expect(await ways('2022-02-28/')).toEqual([
    { says: evening, to: to('known-2022-02-28/'), shown: false },
    { says: now, to: to('2022-02-28/'), shown: true },
  ]);
  expect(await ways('known-2022-02-28/')).toEqual([
    { says: evening, to: to('known-2022-02-28/'), shown: true },
    { says: now, to: to('2022-02-28/'), shown: false },
  ]);
  // Before the first evening: the first.
  expect(await ways('2022-02-24/')).toEqual([
    { says: `${evening} 27 February 2022`, to: to('known-2022-02-27/'), shown: false },
    { says: now, to: to('2022-02-24/'), shown: true },
  ]);
  expect(await ways('known-2022-09-28/')).toEqual([
    { says: evening, to: to('known-2022-09-28/'), shown: true },
    { says: `${now} 27 September 2022`, to: to('2022-09-27/'), shown: false },
  ]);
  const [last, newest] = await ways('');
  expect(newest).toEqual({ says: now, to: to(''), shown: true });
  expect(last?.to).toBe(to(`${all.filter((state) => state.startsWith('known-')).at(-1)}/`));
});

test('the switch follows the slider, and neither moves when the days of a state differ', async () => {
  for (const width of [360, 1280])
    await onPage(
      `${flows}/crossings/2022-02-28/`,
      async (page) => {
        // From the end of the map: what is said above it may differ from day to day.
        const tops = () =>
          page
            .locator('.pictures, nav.ways, [data-states] input')
            .evaluateAll(([map, ...below]) =>
              below.map(
                (one) =>
                  one.getBoundingClientRect().top - (map?.getBoundingClientRect().bottom ?? 0),
              ),
            );
        const before = await tops();
        const address = await slideOn(page, 'Home');
        const ways = await page.locator('nav.ways a').evaluateAll(waysOf);
        expect(within(address, ways)).toMatchObject([
          { says: 'As known that evening 27 February 2022' },
          { says: 'As known now', to: address, shown: true },
        ]);
        expect(await tops()).toEqual(before);
      },
      { viewport: { width, height: 900 } },
    );
});

test('a map as known on an evening holds nothing that came out later', async () => {
  const { figures } = library;
  for (const state of all
    .filter((one) => one.startsWith('known-'))
    .filter((_, i) => i % 20 === 0)) {
    const document = await read(`${flows}/crossings/${state}/`);
    const ids = [...document.querySelectorAll('li[data-flow]')].map((one) =>
      one.getAttribute('data-flow'),
    );
    const known = state.replace('known-', '');
    expect(ids.length).toBeGreaterThan(0);
    for (const figure of figures.filter(({ id }) => ids.includes(id)))
      expect(knownFrom(figure.source) <= known, `${state}: ${figure.id}`).toBe(true);
  }
});

test('a day that does not come is said, and the slider stands again where the map does', async () => {
  const { said, value, address } = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    const slider = page.locator('[data-states] input');
    const before = await slider.inputValue();
    await page.context().setOffline(true);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    const output = page.locator('[data-states] output');
    await output.filter({ hasText: 'could not be loaded' }).waitFor();
    return {
      said: await output.innerText(),
      value: (await slider.inputValue()) === before,
      address: new URL(page.url()).pathname,
    };
  });
  expect(said).toMatch(/^13.March 2022\. This day could not be loaded/);
  expect(value).toBe(true);
  expect(address).toBe(`${flows}/crossings/2022-03-13/`);
});

test('going back leads to the state the reader came to', async () => {
  const { address, state } = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    await slideOn(page);
    await slideOn(page);
    await page.goBack();
    await page.locator('.state').filter({ hasText: '13' }).waitFor();
    return {
      address: new URL(page.url()).pathname,
      state: await page.locator('.state').innerText(),
    };
  });
  expect(address).toBe(`${flows}/crossings/2022-03-13/`);
  expect(state).toMatch(/^Map of 13.March 2022/);
});

test('back and forth between states, after a reload too, the page is that of its address', async () => {
  const seen = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    const shown = async (day: string) => {
      await page.locator('.state').filter({ hasText: day }).waitFor();
      return `${new URL(page.url()).pathname.split('/').at(-2)} ${(await page.locator('.state').innerText()).replace(/\s/g, ' ').slice(0, 21)}`;
    };
    await slideOn(page);
    await page.reload();
    await page.goBack();
    const back = await shown('13');
    await page.goForward();
    return [back, await shown('14')];
  });
  expect(seen).toEqual(['2022-03-13 Map of 13 March 2022,', '2022-03-14 Map of 14 March 2022,']);
});

test('a link within the page stays on it after sliding, and paper carries the address of the state', async () => {
  const { kept, paper, address } = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    await slideOn(page);
    await page.evaluate(() => Object.assign(globalThis, { mark: 'same page' }));
    await page.locator('.phone a[data-label]:visible, .wide a[data-label]:visible').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('li[data-flow] details[open]').first().waitFor();
    await page.waitForTimeout(300);
    return {
      kept: await page.evaluate(() => (globalThis as unknown as { mark?: string }).mark),
      paper: await page.locator('p.paper code').first().textContent(),
      address: new URL(page.url()).pathname,
    };
  });
  expect(kept).toBe('same page');
  expect(paper).toBe(address);
});

test('from the newest state a slider goes to the last day and back to the newest', async () => {
  const seen = await onPage(`${flows}/crossings/`, async (page) => {
    const first = await slideOn(page, 'ArrowLeft');
    return [first, await slideOn(page, 'ArrowRight')];
  });
  const last = all.filter((state) => !state.includes('known')).at(-1);
  expect(seen).toEqual([`${flows}/crossings/${last}/`, `${flows}/crossings/`]);
});

test('on a slow line a reader is told that a day is on its way', async () => {
  const said = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    await page.route('**/2022-03-14/', async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.locator('[data-states] input').focus();
    await page.keyboard.press('ArrowRight');
    const output = page.locator('[data-states] output');
    await output.filter({ hasText: 'Loading' }).waitFor();
    await page.waitForURL(/2022-03-14/);
    return output.innerText();
  });
  expect(said).toMatch(/^14.March 2022$/);
});

test('play is off, shows real states only, stops when a reader does something else, and is not offered where motion is unwanted', async () => {
  const still = await onPage(
    `${flows}/crossings/2022-03-13/`,
    (page) => page.locator('[data-states] button').count(),
    { reducedMotion: 'reduce' },
  );
  expect(still).toBe(0);
  const { addresses, rests } = await onPage(`${flows}/crossings/2022-03-13/`, async (page) => {
    const button = page.locator('[data-states] button');
    await page.waitForTimeout(1900);
    const seen = [new URL(page.url()).pathname];
    await button.click();
    await page.waitForURL(/2022-03-15/);
    seen.push(new URL(page.url()).pathname);
    await page.locator('.phone a[data-label]:visible, .wide a[data-label]:visible').first().focus();
    await page.keyboard.press('Enter');
    const open = page.url();
    await page.waitForTimeout(1900);
    return { addresses: seen, rests: page.url() === open };
  });
  expect(addresses).toEqual([`${flows}/crossings/2022-03-13/`, `${flows}/crossings/2022-03-15/`]);
  expect(rests).toBe(true);
  for (const address of addresses) expect(all).toContain(address.split('/').at(-2));
});

test.each(['crossings/2022-03-20', 'recorded-europe/2022-08-30', 'crossings/known-2022-02-28'])(
  'the picture of %s holds the figures of its page, all their caveats, rules, sources and its address',
  async (state) => {
    const ids = await onPage(`${flows}/${state}/`, (page) => flowsOf(page, 'li[data-flow]'));
    const seen = await onPage(`/data${flows}/${state}.svg`, (page) =>
      page.evaluate(() => ({
        figures: [...document.querySelectorAll('[data-block] > text [data-figure]')].map((one) =>
          one.getAttribute('data-figure'),
        ),
        marks: [...document.querySelectorAll('[data-mark]')].map((one) =>
          one.getAttribute('data-flow'),
        ),
        caveats: [...document.querySelectorAll('[data-caveat]')].map((one) =>
          one.getAttribute('data-caveat'),
        ),
        words: (document.documentElement.textContent ?? '').replace(/\s+/g, ' '),
        beyond: [...document.querySelectorAll('svg > text, g > text')].filter(
          (one) =>
            one.getBoundingClientRect().right >
            document.documentElement.getBoundingClientRect().right,
        ).length,
      })),
    );
    const figures = library.figures.filter(({ id }) => ids.includes(id));
    expect(ids.length).toBeGreaterThan(2);
    expect(seen.marks).toEqual(ids);
    expect([...new Set(seen.figures)]).toEqual(expect.arrayContaining(ids));
    const day = /known-(.*)$/.exec(state)?.[1] ?? '9999';
    for (const { caveats, caveatsFrom, source, definition } of figures) {
      for (const { code } of caveats)
        if ((caveatsFrom[code] ?? '') <= day) expect(seen.caveats).toContain(code);
      // One that no line could hold is cut.
      expect(seen.words.replaceAll(' ', '')).toContain(source.address);
      expect(seen.words).toContain(definition.label);
    }
    expect(seen.words).toContain(`Caveat, ${flows}/${state}/, as known on`);
    expect(seen.words).toMatch(/Crimea is drawn with Ukraine/);
    expect(seen.beyond).toBe(0);
  },
);

test('the same picture is given as pixels', async () => {
  const { name, head } = await onPage(`${flows}/recorded/2022-08-30/`, async (page) => {
    const coming = page.waitForEvent('download');
    await page.locator('[data-pixels]').click();
    const download = await coming;
    return {
      name: download.suggestedFilename(),
      head: (await buffer(await download.createReadStream())).subarray(0, 24),
    };
  });
  expect(name).toBe('recorded-2022-08-30.png');
  expect(head.subarray(1, 4).toString()).toBe('PNG');
  // Twice the 760 px of the picture.
  expect(head.readUInt32BE(16)).toBe(1520);
});

test('by keyboard a label leads to its story, arrows to the next one, Escape back: as kept on file', async () => {
  const steps = await onPage(`${flows}/crossings/2022-08-30/`, async (page) => {
    const now = async (key: string) => {
      await page.keyboard.press(key);
      return page.evaluate((pressed) => {
        const at = document.activeElement;
        const entry = at?.closest('li[data-flow]');
        const open = entry?.querySelector(':scope > article > details')?.hasAttribute('open')
          ? ', open'
          : '';
        const said = entry?.querySelector('h3')?.textContent ?? at?.textContent ?? '';
        return `${pressed}: ${entry ? 'entry' : (at?.tagName.toLowerCase() ?? '')} ${said.replace(/\s+/g, ' ').trim()}${open}`;
      }, key);
    };
    await page.locator('.phone a[data-label]:visible, .wide a[data-label]:visible').first().focus();
    const found: string[] = [];
    for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Escape', 'Tab', 'Tab'])
      found.push(await now(key));
    return found;
  });
  const kept = readFileSync('tests/browser/flows-keyboard.txt', 'utf8');
  expect(`${steps.join('\n')}\n`).toBe(kept);
});
