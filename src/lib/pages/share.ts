import { error } from '@sveltejs/kit';
import { chartSharePicture } from '#lib/downloads/share/chart-picture.ts';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { mapSharePicture } from '#lib/downloads/share/map-picture.ts';
import type { ShapeName } from '#lib/downloads/share/sheet.ts';
import { madePng } from '#lib/server/made/made.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { flowsOf } from './flows.ts';
import { answerWith } from './made.ts';
import { isOffered } from './outputs.ts';
import { chartedSeries } from './pictured.ts';
import { readingOf } from './read-at.ts';
import { seriesChartsOf } from './series-chart.ts';
import { perSituation, type Library } from './situations.ts';
import { written } from './written.ts';

type Figure = Library['figures'][number];

/** The end of a picture's address. Names of figures have dots themselves. */
const PICTURE = /^(?<id>.+)\.(?<shape>wide|square)\.(?<format>svg|png)$/;

/** The pictures of a situation to share. */
export const sharesOf = perSituation((library) => {
  const { situation } = library;
  const { drawnState, pictureOfState } = flowsOf(situation.id);
  const { readAt } = readingOf(situation.id);
  const known = asKnownOn(library, newestDay(library));
  const figures = new Map(library.figures.map((figure) => [figure.id, figure]));

  const ofCharts = chartedSeries(library);

  /** Where the pictures at an address are, whole where the site knows its own, without their ending; null without any. */
  const imageAt = (address: string): string | null =>
    isOffered(`${address}.wide.png`) ? written(address) : null;

  const figureImage = ({ id }: Pick<Figure, 'id'>): string | null =>
    imageAt(addresses.shareFigure(situation.id, id));

  /** Of a series its chart, or the picture of its newest figure; null for one of which nothing is known any more. */
  function seriesImage(id: string): string | null {
    if (ofCharts.has(id)) return imageAt(addresses.shareChart(situation.id, id));
    const latest = known.latest([id]);
    return latest ? figureImage(latest.figure) : null;
  }

  /** The page of a source as a picture names it: from where it lies, or whole. */
  const sourcePage = ({ id }: { readonly id: string }): string =>
    `${site ?? '../../..'}${addresses.source(situation.id, id)}`;

  function figureSvg(id: string, shape: ShapeName): string {
    const figure = figures.get(id) ?? error(404, 'There is no picture of this figure.');
    const read = readAt(figure);
    return figurePicture({ figure, read, sourcePage: sourcePage(figure.source) }, shape);
  }

  function chartSvg(id: string, shape: ShapeName): string {
    const latest = known.latest([id]);
    const figure = latest && figures.get(latest.figure.id);
    if (!figure || !ofCharts.has(id)) error(404, 'There is no chart of this series.');
    const read = { ...readAt(figure), address: written(addresses.series(situation.id, id)) };
    const { scene, caption } = seriesChartsOf(situation.id).overTimeOf(id);
    const { notes } = caption;
    return chartSharePicture(
      { figure, read, sourcePage: sourcePage(figure.source), scene, notes },
      shape,
    );
  }

  /** What goes back has other dates and stands on the map's page. */
  function mapSvg(id: string, shape: ShapeName): string {
    const state = drawnState(id, null);
    const items = state.items.filter(({ flow }) => flow.direction !== 'back');
    return mapSharePicture({ ...pictureOfState({ ...state, items }), revision, sourcePage }, shape);
  }

  const kinds = new Map([
    ['figures', figureSvg],
    ['series', chartSvg],
    ['flows', mapSvg],
  ]);

  /**
   * A picture as a file; 404 for a name that is none's.
   * @param kind of what it shows: figures, series or flows
   * @param name such as `crossings.wide.png`
   */
  async function pictureFile(kind: string, name: string): Promise<Response> {
    const draw = kinds.get(kind);
    const { id, shape, format } = PICTURE.exec(name)?.groups ?? {};
    if (!draw || id === undefined) error(404, 'There is no such picture.');
    const svg = draw(id, shape as ShapeName);
    if (format === 'png') return answerWith('image/png', madePng(svg));
    return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
  }

  return {
    figureImage,
    seriesImage,
    figureSvg,
    chartSvg,
    mapSvg,
    pictureFile,
  };
});
