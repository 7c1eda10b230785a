import { error } from '@sveltejs/kit';
import { chartSharePicture } from '#lib/downloads/share/chart-picture.ts';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { mapSharePicture } from '#lib/downloads/share/map-picture.ts';
import type { ShapeName } from '#lib/downloads/share/sheet.ts';
import { pictureSet } from '#lib/server/pictures.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { flowsOf } from './flows.ts';
import { readingOf } from './read-at.ts';
import { seriesChartsOf } from './series-chart.ts';
import { perSituation, type Library } from './situations.ts';
import { written } from './written.ts';

type Figure = Library['figures'][number];

/** The pictures of a situation to share. */
export const sharesOf = perSituation((library) => {
  const { situation } = library;
  const { drawnState, pictureOfState } = flowsOf(situation.id);
  const { readAt } = readingOf(situation.id);
  const known = asKnownOn(library, newestDay(library));
  const series = allSeries(library);
  const figures = new Map(library.figures.map((figure) => [figure.id, figure]));

  /** Counters' headlines, what competes with them, and what stands newest in each series; with PICTURES=all every figure. */
  function pictured(): ReadonlySet<string> {
    if (pictureSet === 'all') return new Set(figures.keys());
    const counters = shownCounters(library, known).flatMap(({ headline, claims }) =>
      headline ? [headline, ...claims] : claims,
    );
    const newest = [...series.keys()].flatMap((id) => known.latest([id]) ?? []);
    return new Set([...counters, ...newest].map(({ figure }) => figure.id));
  }

  const ofFigures = pictured();
  /** A chart of a single day shows no more than its figure. */
  const ofCharts = new Set(
    [...series.values()]
      .filter(({ id }) => new Set(known.standing(id).map(({ figure }) => figure.asOf)).size > 1)
      .map(({ id }) => id),
  );

  const figureNames = () => [...ofFigures].map((figure) => ({ figure }));
  const chartNames = () => [...ofCharts].map((id) => ({ series: id }));
  /** Where the pictures of these lie, whole where the site knows its address, without their ending; null without any. */
  const figureImage = ({ id }: Pick<Figure, 'id'>): string | null =>
    ofFigures.has(id) ? written(addresses.shareFigure(situation.id, id)) : null;

  /** Of a series its chart, or the picture of its newest figure. */
  function seriesImage(id: string): string | null {
    if (ofCharts.has(id)) return written(addresses.shareChart(situation.id, id));
    const latest = known.latest([id]);
    return latest ? figureImage(latest.figure) : null;
  }

  /** The page of a source as a picture names it: from where it lies, or whole. */
  const sourcePage = ({ id }: { readonly id: string }): string =>
    `${site ?? '../../..'}${addresses.source(situation.id, id)}`;

  function figureFile(id: string, shape: ShapeName): Response {
    const figure = figures.get(id);
    if (!figure || !ofFigures.has(id)) error(404, 'There is no picture of this figure.');
    return svg(
      figurePicture({ figure, read: readAt(figure), sourcePage: sourcePage(figure.source) }, shape),
    );
  }

  function chartFile(id: string, shape: ShapeName): Response {
    const latest = known.latest([id]);
    const held = latest && figures.get(latest.figure.id);
    if (!held || !ofCharts.has(id)) error(404, 'There is no chart of this series.');
    const read = { ...readAt(held), address: written(addresses.series(situation.id, id)) };
    const { scene, caption } = seriesChartsOf(situation.id).overTimeOf(id);
    return svg(
      chartSharePicture(
        {
          figure: held,
          read,
          sourcePage: sourcePage(held.source),
          scene,
          notes: caption.notes,
        },
        shape,
      ),
    );
  }

  const mapFile = (id: string, shape: ShapeName): Response =>
    svg(mapSharePicture({ ...pictureOfState(drawnState(id, null)), revision, sourcePage }, shape));

  return { figureNames, chartNames, figureImage, seriesImage, figureFile, chartFile, mapFile };
});

const svg = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
