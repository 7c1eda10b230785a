import type { Day } from '#lib/values/day.ts';
import { sayDay } from './days.ts';
import { texts } from './texts.ts';

/** A print style that sets address and "as known on" day at the foot of each sheet. */
export function footStyle(address: string, day: Day): string {
  const foot = `${texts.siteName} ${address} · ${texts.knownOn.toLowerCase()} ${sayDay(day)}`;
  return `@page{@bottom-left{content:${JSON.stringify(foot)};font:8pt system-ui,sans-serif}}\n`;
}
