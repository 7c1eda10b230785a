import { bench, describe } from 'vitest';
import { useSite, type Site } from '../support/site.ts';
import { setSpeed } from '../support/visits.ts';

const SLOWER = 4;
const RUNS = 3;
/** Steps of the hand from one end of the slider to the other, one about every frame. */
const STEPS = 180;

/** Milliseconds between frames while the slider is dragged from one end to the other. */
const drag = (site: Site, map: string): Promise<number[]> =>
  site.withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await setSpeed(page, SLOWER);
    const frames: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.goto(`${site.address}/ukraine-2022/flows/${map}/`);
      const slider = page.locator('[data-states] input');
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      if (!box) throw new Error('The page has no slider.');
      const y = box.y + box.height / 2;
      const at = (step: number) => box.x + 8 + ((box.width - 16) * step) / STEPS;
      await page.mouse.move(at(STEPS), y);
      await page.mouse.down();
      await page.evaluate(() => {
        const seen: number[] = [];
        Object.assign(globalThis, { seen });
        const next = (now: number) => {
          seen.push(now);
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      });
      for (let step = STEPS; step >= 0; step -= 1) await page.mouse.move(at(step), y);
      await page.mouse.up();
      const times = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
      frames.push(...times.slice(1).map((time, i) => time - (times[i] ?? 0)));
    }
    return frames.sort((a, b) => a - b);
  });

describe('a drag of the slider; the frames are in the lines above the table', () => {
  const site = useSite();
  for (const map of ['crossings', 'recorded-europe'])
    bench(
      `${map}, at 1/${SLOWER} of the processor's speed`,
      async () => {
        const frames = await drag(site, map);
        // A frame that is late by less than a millisecond is shown on time.
        const onTime = frames.filter((ms) => ms < 17.7).length / frames.length;
        const at = (share: number) => (frames[Math.floor(frames.length * share)] ?? NaN).toFixed(1);
        console.log(
          `${map}: ${frames.length} frames, ${(onTime * 100).toFixed(1)} % on time; ` +
            `95 % within ${at(0.95)} ms, the longest ${at(0.9999)} ms`,
        );
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});
