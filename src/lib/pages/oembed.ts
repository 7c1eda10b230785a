import { error } from '@sveltejs/kit';
import { site } from '#lib/server/site.ts';
import type { Day } from '#lib/values/day.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { frameMarkup, type Framed } from '#lib/wording/embeds.ts';
import { texts } from '#lib/wording/texts.ts';
import { embedChartsOf } from './embed-charts.ts';
import { embedFlowsOf } from './embed-flows.ts';
import { embedsOf } from './embeds.ts';
import { written } from './written.ts';

/** Px: a frame takes the width of what it is in, so this is only a proposal. */
const WIDTH = 600;

/** The embed at an address; 404 for what is none. */
function framedAt(path: string): Framed {
  const [situation = '', kind, id = '', state = null, ...more] =
    /^\/embed\/(.+)\/$/.exec(path)?.[1]?.split('/') ?? [];
  const none = () => error(404, 'There is no embed at this address.');
  if (more.length > 0) none();
  switch (kind) {
    case 'figures':
      return state === null ? embedsOf(situation).framedFigure(id) : none();
    case 'series':
      return state === null ? embedsOf(situation).framedSeries(id) : none();
    case 'counters':
      return state === null ? embedsOf(situation).framedCounter(id) : none();
    case 'charts':
      return embedChartsOf(situation).framedChart(id, knownIn(state));
    case 'flows':
      return embedFlowsOf(situation).framedState(id, state);
    default:
      return none();
  }
}

/** `known-2022-03-01`; null where the embed follows. */
function knownIn(state: string | null): Day | null {
  if (state === null) return null;
  const [, day] = /^known-(\d{4}-\d\d-\d\d)$/.exec(state) ?? [];
  return (day ?? error(404, 'There is no embed at this address.')) as Day;
}

/** What a program that makes frames asks for, by the rules of oembed.com; `url` as written, or below the site's base. */
export function oembedFile(url: string | null, format: string | null): Response {
  if (format !== null && format !== 'json') error(501, 'Answers are written in JSON alone.');
  if (url === null) error(400, 'The address of an embed is missing: /oembed?url=…');
  const path = site !== null && url.startsWith(`${site}/`) ? url.slice(site.length) : url;
  const one = framedAt(path);
  const answer = {
    type: 'rich',
    version: '1.0',
    title: one.title,
    provider_name: texts.siteName,
    provider_url: written(addresses.home),
    width: WIDTH,
    height: one.height,
    html: frameMarkup(one),
  };
  return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
}
