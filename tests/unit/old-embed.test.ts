import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import FigureEmbed from '#lib/components/embed/FigureEmbed.svelte';
import ChartEmbed from '#lib/components/embed/ChartEmbed.svelte';
import { library } from '#lib/server/library.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { chartDays } from '#lib/pages/chart-days.ts';
import { embedChartsOf } from '#lib/pages/embed-charts.ts';
import { allSeries } from '#lib/views/series.ts';
import { embedsOf } from '#lib/pages/embeds.ts';
import { cutOff } from '../support/cut-off.ts';

const { chartEmbed } = embedChartsOf(library.situation.id);
const { figureEmbed } = embedsOf(library.situation.id);
const id = 'ohchr-2022-02-28.killed.civilians.ukr.ohchr-recorded.2022-02-27';

/** An embed as it was on the day its figure came out, and as it is now. */
function thenAndNow(name: string) {
  const figure = library.figures.find((one) => one.id === name);
  if (!figure) throw new Error(`no figure ${name}`);
  const old = figureEmbed(name, cutOff(library, knownFrom(figure.source)));
  const html = (data: ReturnType<typeof figureEmbed>) =>
    render(FigureEmbed, { props: { data } }).body.replace(/<!--.*?-->/gs, '');
  return { figure, then: html(old), now: html(figureEmbed(name)) };
}
const articleOf = (html: string) => /<article[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';

test('an old embed keeps its number and all that belongs to it, and says that a newer one is known', () => {
  const { figure, then, now } = thenAndNow(id);
  expect(articleOf(then)).toContain(`data-figure="${id}"`);
  expect(articleOf(now)).toBe(articleOf(then));
  for (const { code, text } of figure.caveats) {
    expect(articleOf(now)).toContain(`data-caveat="${code}"`);
    expect(articleOf(now)).toContain(text);
  }
  expect(then).not.toContain('data-became');
  expect(now).toContain('data-became="newer"');
  // The newer one stands there whole.
  const newer = figureEmbed(id).became?.newer;
  expect(newer?.asOf.localeCompare(figure.asOf)).toBe(1);
  expect(now).toContain(`data-figure="${newer?.id ?? ''}"`);
  for (const { text } of newer?.caveats ?? []) expect(now).toContain(text);
});

test('whatever became of a figure, its number stays, and each kind of change is said', () => {
  const kinds = new Set<string>();
  const unlike: string[] = [];
  for (const figure of library.figures) {
    const { became } = figureEmbed(figure.id);
    const fresh = (became?.since ?? []).map(({ kind }) => kind).filter((kind) => !kinds.has(kind));
    if (fresh.length === 0) continue;
    const { now } = thenAndNow(figure.id);
    for (const kind of fresh) {
      kinds.add(kind);
      // A caveat learnt later is one of the figure's own, and stands among them.
      const learnt = became?.since.find((one) => one.kind === 'explained')?.caveat?.code;
      const mark = kind === 'explained' ? `data-caveat="${learnt ?? ''}"` : `data-became="${kind}"`;
      if (!now.includes(mark)) unlike.push(`${figure.id}: ${kind} is not said`);
    }
    const said = /data-figure="([^"]*)"[^>]*>([\s\S]*?)<\/span>\s*<\/p>/.exec(now);
    const amount = (said?.[2] ?? '').replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');
    if (said?.[1] !== figure.id || amount !== amountText(figure.amount).replaceAll('\u00a0', ' '))
      unlike.push(`${figure.id}: says ${amount}`);
  }
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(['corrected', 'recounted', 'revised', 'withdrawn']),
  );
  expect(unlike).toEqual([]);
}, 120_000);

test('a frozen chart draws nothing that came out later, and says that something did', () => {
  const series = 'killed-civilians-ukr-ohchr-recorded';
  const of = allSeries(library).get(series);
  const days = of ? chartDays(library, of) : [];
  const day = days[3] ?? '';
  const first = chartEmbed(series, `known-${day}`);
  const last = chartEmbed(series, `known-${days.at(-1) ?? ''}`);
  const html = (data: ReturnType<typeof chartEmbed>) =>
    render(ChartEmbed, { props: { data } }).body;
  expect(knownFrom(first.latest.source) <= day).toBe(true);
  const { wide } = first.drawings;
  expect(wide.texts.filter(({ scale }) => scale).length).toBeLessThan(14);
  expect(wide.most).toBeLessThan(1000);
  expect(html(first)).toContain('data-became="newer"');
  expect(last.since).toBe(null);
  expect(html(last)).not.toContain('data-became');
  expect(html(chartEmbed(series, null))).not.toContain('data-became');
});
