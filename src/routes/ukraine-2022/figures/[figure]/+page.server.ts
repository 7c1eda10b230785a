import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { figureLife } from '#lib/views/figure-page.ts';
import { citedFigure } from '#routes/cited.server.ts';
import { figureSnippet } from '#routes/embeds.server.ts';
import { readAt } from '#routes/read-at.server.ts';
import { figureImage } from '#routes/share.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
const withdrawn = new Map(library.withdrawn.map((one) => [one.figure.id, one]));

/** A figure that was withdrawn keeps its address. */
export const entries: EntryGenerator = () =>
  [...figures.keys(), ...withdrawn.keys()].map((figure) => ({ figure }));

export const load: PageServerLoad = ({ params }) => {
  const figure = figures.get(params.figure);
  const gone = withdrawn.get(params.figure) ?? null;
  const situation = library.situation.id;
  if (figure)
    return {
      situation,
      life: figureLife(library, figure),
      read: readAt(figure),
      cited: citedFigure(figure),
      embed: figureSnippet(figure),
      image: figureImage(figure),
      withdrawn: null,
    };
  if (gone)
    return {
      situation,
      life: null,
      read: null,
      cited: null,
      embed: null,
      image: null,
      withdrawn: gone,
    };
  return error(404, 'There is no figure of this name.');
};
