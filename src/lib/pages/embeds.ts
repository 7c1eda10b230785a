import { error } from '@sveltejs/kit';
import { isExport } from '#lib/server/mode.ts';
import type { Day } from '#lib/values/day.ts';
import { becameOf } from '#lib/views/became.ts';
import { lowerFigures } from '#lib/views/comparisons.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { allSeries } from '#lib/views/series.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { embedTexts, figureTitle, frameHeights, subjectTitle } from '#lib/wording/embeds.ts';
import type { Framed } from '#lib/wording/embeds.ts';
import { isOffered } from './outputs.ts';
import { perSituation } from './situations.ts';
import { written } from './written.ts';

/** The frame around an embed's content. */
export interface EmbedFrame {
  readonly title: string;
  readonly full: string;
  readonly oembed: string | null;
  readonly written: string;
  readonly known: Day;
  readonly keeps: string;
}

/** What a page shows of an embed to be copied. */
export const framed = (
  address: string,
  title: string,
  kind: keyof typeof frameHeights,
): Framed => ({ path: address, address: written(address), title, height: frameHeights[kind] });

/** What `EmbedSnippet` shows: addresses written out, a title without days, the height of the following one. */
export interface Snippet {
  readonly frozen: string | null;
  readonly following: string | null;
  readonly title: string;
  readonly height: number;
}

export const snippet = (frozen: Framed | null, following: Framed): Snippet => ({
  frozen: frozen && isOffered(frozen.path) ? frozen.address : null,
  following: isOffered(following.path) ? following.address : null,
  title: following.title,
  height: following.height,
});

/** Where a program that makes frames asks about an embed; null in a copy of the site that has nothing to ask. */
export const oembedOf = (embed: string): string | null =>
  isExport ? null : addresses.oembed(written(embed));

/** What other sites can show of a situation. */
export const embedsOf = perSituation((library) => {
  const { situation } = library;

  const frameOf = (
    title: string,
    full: string,
    embed: string | null,
    keeps: string,
    known = newestDay(library),
  ): EmbedFrame => ({
    title,
    full,
    oembed: embed === null ? null : oembedOf(embed),
    written: written(full),
    known,
    keeps,
  });

  const byId = (from = library) => new Map(from.figures.map((figure) => [figure.id, figure]));
  const figures = byId();
  const withdrawn = new Map(library.withdrawn.map((one) => [one.figure.id, one]));

  /** One figure for good, and what became of it; `from` is the library of another day. */
  function figureEmbed(id: string, from = library) {
    const gone = withdrawn.get(id);
    const figure = (from === library ? figures : byId(from)).get(id) ?? null;
    const subject = figure ?? gone?.figure ?? error(404, 'There is no figure of this name.');
    return {
      situation: situation.id,
      frame: frameOf(
        // Two texts of one day can give the same figure: its id tells them apart.
        `${figureTitle(subject)} (${id})`,
        addresses.figure(situation.id, id),
        addresses.embedFigure(situation.id, id),
        embedTexts.frozen,
        newestDay(from),
      ),
      figure,
      became: figure && becameOf(from, figure),
      withdrawn: figure || !gone ? [] : [gone],
    };
  }

  const framedFigure = (id: string): Framed => {
    const figure = figures.get(id) ?? withdrawn.get(id)?.figure ?? error(404, 'No such figure.');
    return framed(addresses.embedFigure(situation.id, id), figureTitle(figure), 'figure');
  };

  const known = asKnownOn(library, newestDay(library));

  /** What stands newest in a series; where no text gives a day, the figure about the latest days. */
  const newestOf = (id: string) => {
    const standing = known.latest([id])?.figure ?? allSeries(library).get(id)?.figures[0];
    return standing ?? error(404, 'There is no series of this name.');
  };

  /** A series of which every figure was withdrawn keeps its address. */
  function seriesEmbed(id: string) {
    const gone = withdrawnOf(library, { series: id });
    const figure = allSeries(library).has(id) ? newestOf(id) : null;
    const subject = figure ?? gone[0]?.figure ?? error(404, 'There is no series of this name.');
    return {
      situation: situation.id,
      frame: frameOf(
        `${subjectTitle(subject)}: ${embedTexts.newestFigure}`,
        addresses.series(situation.id, id),
        addresses.embedSeries(situation.id, id),
        embedTexts.follows,
      ),
      figure,
      became: null,
      withdrawn: figure ? [] : gone,
    };
  }

  const framedSeries = (id: string): Framed =>
    framed(
      addresses.embedSeries(situation.id, id),
      subjectTitle(
        allSeries(library).get(id) ??
          withdrawnOf(library, { series: id })[0]?.figure ??
          error(404, 'There is no series of this name.'),
      ),
      'figure',
    );

  const counterPlan = (id: string) =>
    situation.counters.find((plan) => plan.id === id) ?? error(404, 'No such counter.');

  /** The newest headline of a counter of the summary, with who says otherwise. */
  function counterEmbed(id: string) {
    const plan = counterPlan(id);
    const counter = shownCounters(library, known).find((one) => one.plan.id === id) ?? null;
    const headline = counter?.headline?.figure;
    return {
      situation: situation.id,
      frame: frameOf(
        `${plan.label}, ${situation.title}`,
        addresses.summary(situation.id),
        addresses.embedCounter(situation.id, id),
        embedTexts.follows,
      ),
      label: plan.label,
      counter,
      /** Where the headline is lower than its publisher's number for an earlier day, or takes the place of a lower one. */
      lower: headline
        ? lowerFigures(known, [headline], situation.claimsWithinDays).get(headline.id)
        : undefined,
    };
  }

  const framedCounter = (id: string): Framed =>
    framed(addresses.embedCounter(situation.id, id), counterPlan(id).label, 'counter');

  /** One figure to be copied; following it is its series. */
  const figureSnippet = ({
    id,
    series,
  }: {
    readonly id: string;
    readonly series: string;
  }): Snippet => snippet(framedFigure(id), framedSeries(series));

  /** The newest figure of a series to be copied. */
  const seriesSnippet = (id: string): Snippet =>
    snippet(framedFigure(newestOf(id).id), framedSeries(id));

  /** A counter to be copied: frozen it is its headline of today. */
  function counterSnippet(id: string): Snippet {
    const headline = counterEmbed(id).counter?.headline?.figure;
    return snippet(headline ? framedFigure(headline.id) : null, framedCounter(id));
  }

  return {
    frameOf,
    figureEmbed,
    framedFigure,
    newestOf,
    seriesEmbed,
    framedSeries,
    counterEmbed,
    framedCounter,
    figureSnippet,
    seriesSnippet,
    counterSnippet,
  };
});
