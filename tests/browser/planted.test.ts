import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import * as visits from '../support/visits.ts';

/* The tests of what each kind of page is asked: a fault put into a page is found. */
const site = useSite();

const planted = `<!doctype html><html lang="en"><head><title>Made up</title>
<style>body { font-size: 1rem } button { outline: none; height: 20px } .faint { color: #aaa } .broad { width: 600px }
@media (prefers-color-scheme: dark) { body { color: #333; background: #222 } }</style></head><body>
<main><h1>Made up</h1><p class="faint">Faint words.</p><p class="broad">Broad</p><button>Low</button>
<p data-figure="one">Words enough for a page that is complete without any script, one would think, and yet.</p>
<ul>${'<li><a href="/">one</a></li>'.repeat(40)}<li><a href="/" class="faint"></a></li></ul></main>
<script>document.querySelector('[data-figure]').remove(); document.querySelector('h1').after('Moved ');
setTimeout(() => document.querySelector('h1').before(Object.assign(document.createElement('p'), { textContent: 'Late' })), 300);
</script></body></html>`;

const onPlanted = <T>(look: (page: Page) => Promise<T>, options = {}): Promise<T> =>
  site.withPage({ viewport: { width: 360, height: 740 }, ...options }, async (page) => {
    await visits.bringAxe(page);
    await visits.watchShifts(page);
    await page.route('**/planted/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: planted }),
    );
    await visits.goTo(page, `${site.address}/planted/`);
    return look(page);
  });

test('axe finds faint words, and an empty link among forty like it', async () => {
  const found = await onPlanted(visits.axeFaults);
  expect(found.filter((fault) => fault.startsWith('color-contrast'))).not.toEqual([]);
  expect(found.filter((fault) => fault.startsWith('link-name'))).toHaveLength(1);
  const dark = await onPlanted(visits.axeFaults, { colorScheme: 'dark' });
  expect(dark.length).toBeGreaterThan(found.length);
});

test('what is too wide, too small or out of sight is found', async () => {
  await onPlanted(async (page) => {
    expect((await visits.tooWide(page, '100%', 2)).join()).toContain('P broad');
    expect((await visits.tooSmall(page)).join()).toContain('<button>Low');
    expect((await visits.unseenFocus(page, 3)).join()).toContain('<button>Low');
  });
});

test('what moves is found', async () => {
  const { shift, moved } = await onPlanted(async (page) => {
    await page.waitForTimeout(500);
    return visits.shiftsOn(page);
  });
  expect(shift).toBeGreaterThan(0);
  expect(moved.join()).toContain('Made up');
});

test('what is there only with or without script is found', async () => {
  const [on, off] = [
    await onPlanted(visits.readable),
    await onPlanted(visits.readable, { javaScriptEnabled: false }),
  ];
  expect([on.figures, off.figures]).toEqual([0, 1]);
  expect(visits.difference(off.text, on.text)).toContain('Moved');
});
