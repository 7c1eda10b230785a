import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { usePieces } from '../support/in-pieces.ts';
import { useSite } from '../support/site.ts';
import * as visits from '../support/visits.ts';

/*
 * One page of every kind on a phone of 360 px, as it comes over a poor network: each is loaded once for all laws.
 */
const site = useSite();
const pieces = usePieces(site.address);
const faults = new visits.Faults<'still' | 'axe' | 'wide' | 'small'>();
let kinds = 0;

/** `npm run prove` asks all rules of axe at both widths. */
const isWhole = process.env['PROVE'] === '1';
const phone = { width: 360, height: 740 };
/** Pages at once: one that waits for its pieces costs nothing. */
const AT_ONCE = 2;

async function visit(page: Page, address: string): Promise<void> {
  // A slow processor would draw fewer of the pieces one by one; it is slowed down when scripts begin to run.
  pieces.beforeLast.set(address, () => visits.setSpeed(page, 4));
  await visits.goTo(page, pieces.address + address);
  const { shift, moved } = await visits.shiftsOn(page);
  const wasSlow = !pieces.beforeLast.has(address);
  faults.add('still', address, [
    ...(wasSlow ? [] : ['was not slowed down']),
    ...(shift === 0 ? [] : [`moves by ${shift}`, ...moved]),
  ]);
  await visits.setSpeed(page, 1);
  faults.add('small', address, await visits.tooSmall(page));
  faults.add('wide', address, await visits.tooWide(page));
  await page.setViewportSize({ width: 320, height: 740 });
  faults.add('wide', address, await visits.tooWide(page));
  await page.setViewportSize(phone);
  faults.add('axe', address, await visits.axeFaults(page, !isWhole));
}

beforeAll(async () => {
  const all = await site.kinds();
  kinds = all.length;
  const open = async () => {
    const page = await (await site.newContext({ viewport: phone })).newPage();
    await visits.bringAxe(page);
    // A face that is there in the first moments sets text anew that nobody has seen yet.
    await page.route('**/fonts/*', (route) => route.abort());
    await visits.watchShifts(page);
    return page;
  };
  const addresses = all.map(({ address }) => address);
  await visits.visitEach(addresses, AT_ONCE, open, visit);
}, 600_000);

test('there are at least thirty-five kinds of pages', () => {
  expect(kinds).toBeGreaterThanOrEqual(35);
});

test('no page moves while it loads, in pieces and at a quarter of the speed', () => {
  expect(faults.seen('still')).toBe(kinds);
  expect(faults.of('still')).toEqual([]);
});

test('no page scrolls sideways at 360 and 320 px', () => {
  expect(faults.seen('wide')).toBe(kinds);
  expect(faults.of('wide')).toEqual([]);
});

test('what a finger must hit is large enough', () => {
  expect(faults.seen('small')).toBe(kinds);
  expect(faults.of('small')).toEqual([]);
});

test('axe finds nothing at 360 px in light colours', () => {
  expect(faults.seen('axe')).toBe(kinds);
  expect(faults.of('axe')).toEqual([]);
});
