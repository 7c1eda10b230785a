import type { DataDownload, Dataset, Observation, WebPage, WithContext } from 'schema-dts';
import type { Figure } from '#lib/records/model.ts';
import { bounds } from '#lib/values/amount.ts';
import { dataTexts } from '#lib/wording/data.ts';
import { publishedIso } from '#lib/wording/days.ts';
import { capital, citationSentence, countedText, figureSentence } from '#lib/wording/figures.ts';
import { texts } from '#lib/wording/texts.ts';
import { pageOf, type Edition } from './edition.ts';
import { passedOn } from './passed-on.ts';

/** A set of figures that has files: the whole, a series, a day, a map. */
export interface FigureSet {
  readonly name: string;
  /** Of its page, from the site's top. */
  readonly page: string;
  readonly figures: readonly Figure[];
  /** Its files, from the site's top, and how each is called as media. */
  readonly files: readonly { readonly address: string; readonly mediaType: string }[];
}

const context = { '@context': 'https://schema.org' } as const;

/** What search engines for data ask of a set of figures. No number of persons is in it. */
export function datasetLd(set: FigureSet, edition: Edition): WithContext<Dataset> {
  const whole = (address: string) => `${edition.site ?? ''}${address}`;
  const measured = new Set(set.figures.map(({ measure }) => measure.label));
  return {
    ...context,
    '@type': 'Dataset',
    '@id': whole(set.page),
    url: whole(set.page),
    name: set.name,
    description: `${dataTexts.describes} ${[...measured].join(', ').toLowerCase()}. ${dataTexts.terms}`,
    conditionsOfAccess: dataTexts.terms,
    isAccessibleForFree: true,
    version: edition.revision,
    ...coverageOf(set.figures),
    variableMeasured: [...measured],
    creator: house(edition),
    distribution: set.files.map(({ address, mediaType }): DataDownload => ({
      '@type': 'DataDownload',
      contentUrl: whole(address),
      encodingFormat: mediaType,
    })),
  };
}

/** A page that tells of a set of figures without having files of its own. */
export function pageLd(
  page: string,
  { name, page: of }: FigureSet,
  { site }: Edition,
): WithContext<WebPage> {
  const whole = (address: string) => `${site ?? ''}${address}`;
  return {
    ...context,
    '@type': 'WebPage',
    '@id': whole(page),
    url: whole(page),
    about: { '@type': 'Thing', '@id': whole(of), name },
  };
}

const house = ({ site }: Edition) =>
  ({ '@type': 'Organization', name: texts.siteName, url: `${site ?? ''}/` }) as const;

/** The days and places that figures speak about. */
export function coverageOf(figures: readonly Figure[]) {
  const starts = figures.map(({ periodStart, asOf }) => periodStart ?? asOf).sort();
  const ends = figures.map(({ asOf }) => asOf).sort();
  const [from, until] = [starts[0], ends.at(-1)];
  const places = new Set(figures.flatMap(({ place, origin }) => [origin.label, place.label]));
  return {
    ...(from === undefined || until === undefined ? {} : { temporalCoverage: `${from}/${until}` }),
    spatialCoverage: [...places].map((name) => ({ '@type': 'Place', name }) as const),
  };
}

/**
 * One figure as an observation: number or bounds, and with them qualifier, day, rule, publication and every caveat. Of
 * a figure that may only be cited its page and its publication alone.
 */
export function figureLd(
  figure: Figure,
  edition: Edition,
): WithContext<Observation> | WithContext<WebPage> {
  const page = pageOf(edition, figure.id);
  const name = capital(countedText(figure));
  if (!passedOn(figure))
    return {
      ...context,
      '@type': 'WebPage',
      '@id': page,
      url: page,
      name,
      description: citationSentence(figure),
      citation: publicationOf(figure),
    };
  const { definition, place, caveats, amount } = figure;
  return {
    ...context,
    '@type': 'Observation',
    '@id': page,
    name,
    description: figureSentence(figure),
    observationAbout: { '@type': 'Place', name: place.label },
    observationDate: figure.asOf,
    ...numberOf(figure),
    measurementQualifier: { '@type': 'QualitativeValue', name: amount.kind },
    measurementTechnique: texts.verification[figure.verification],
    variableMeasured: {
      '@type': 'StatisticalVariable',
      name,
      statType: definition.statistic,
      measurementMethod: `${definition.label}. ${definition.text}`,
    },
    additionalProperty: caveats.map(
      ({ code, text, label }, i) =>
        ({
          '@type': 'PropertyValue',
          propertyID: dataTexts.caveat,
          name: code,
          // As in a sentence to quote: the gravest whole, the others by name. The page has all of each.
          value: i === 0 ? text : label,
        }) as const,
    ),
    subjectOf: publicationOf(figure),
  };
}

/** An exact or rough number is a value; what is open on one side or a range has ends, and never a point between. */
function numberOf({ amount }: Figure) {
  if (amount.kind === 'exact' || amount.kind === 'about') return { value: amount.value };
  if (amount.kind === 'word') return { value: amount.word };
  const { low, high } = bounds(amount);
  return {
    ...(low === null ? {} : { minValue: low }),
    ...(high === null ? {} : { maxValue: high }),
  };
}

function publicationOf({ source, definition }: Figure) {
  const iso = publishedIso(source.published);
  return {
    '@type': 'CreativeWork',
    name: source.title,
    url: source.address,
    sourceOrganization: { '@type': 'Organization', name: definition.publisher.name },
    ...(iso === null ? {} : { datePublished: iso }),
  } as const;
}
