import { error } from '@sveltejs/kit';
import { figureLife } from '#lib/views/figure-page.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { citationsOf } from '#lib/pages/cited.ts';
import { embedsOf, oembedOf } from '#lib/pages/embeds.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { sharesOf } from '#lib/pages/share.ts';
import { perSituation } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

const foundIn = perSituation((library) => ({
  library,
  figures: new Map(library.figures.map((figure) => [figure.id, figure])),
  withdrawn: new Map(library.withdrawn.map((one) => [one.figure.id, one])),
}));

export const load: PageServerLoad = ({ params }) => {
  const { library, figures, withdrawn } = foundIn(params.situation);
  const figure = figures.get(params.figure);
  const gone = withdrawn.get(params.figure) ?? null;
  const situation = library.situation.id;
  if (figure)
    return {
      situation,
      life: figureLife(library, figure),
      read: readingOf(params.situation).readAt(figure),
      cited: citationsOf(params.situation).cited('figures', figure.id),
      embed: embedsOf(params.situation).figureSnippet(figure),
      oembed: oembedOf(addresses.embedFigure(situation, figure.id)),
      image: sharesOf(params.situation).figureImage(figure),
      withdrawn: null,
    };
  if (gone)
    return {
      situation,
      life: null,
      read: null,
      cited: null,
      embed: null,
      oembed: null,
      image: null,
      withdrawn: gone,
    };
  return error(404, 'There is no figure of this name.');
};
