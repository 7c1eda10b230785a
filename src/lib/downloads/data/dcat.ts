import { dataTexts } from '#lib/wording/data.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { texts } from '#lib/wording/texts.ts';
import type { Edition } from './edition.ts';
import { coverageOf, type FigureSet } from './json-ld.ts';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const english = (text: string) => ({ '@value': text, '@language': 'en' });
const link = (address: string) => ({ '@id': address });

/**
 * All sets of figures as a catalogue for data portals (DCAT 3, as JSON-LD). Sizes and checksums are of the files
 * themselves: who writes the catalogue adds them.
 */
export function dcatJson(sets: readonly FigureSet[], edition: Omit<Edition, 'situation'>) {
  const whole = (address: string) => `${edition.site ?? ''}${address}`;
  const publisher = { '@id': `${whole(addresses.home)}#publisher` };
  return {
    '@context': context,
    '@id': `${whole(addresses.data)}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': english(texts.siteName),
    'dct:description': english(texts.siteLine),
    'dct:publisher': { ...publisher, '@type': 'foaf:Agent', 'foaf:name': english(texts.siteName) },
    'foaf:homepage': { ...link(whole(addresses.data)), '@type': 'foaf:Document' },
    'dcat:dataset': sets.map((set) => datasetOf(set)),
  };

  function datasetOf({ name, page, figures, files }: FigureSet) {
    const { temporalCoverage, spatialCoverage } = coverageOf(figures);
    const [from, until] = temporalCoverage?.split('/') ?? [];
    return {
      '@id': `${whole(page)}#figures`,
      '@type': 'dcat:Dataset',
      'dct:title': english(name),
      'dct:description': english(`${dataTexts.describes} ${name}. ${dataTexts.terms}`),
      'dct:publisher': publisher,
      'dcat:version': edition.revision,
      'dcat:landingPage': { ...link(whole(page)), '@type': 'foaf:Document' },
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': dateOf(from),
        'dcat:endDate': dateOf(until),
      },
      'dct:spatial': spatialCoverage.map((place) => ({
        '@type': 'dct:Location',
        'rdfs:label': english(place.name),
      })),
      'dcat:distribution': files.map(({ address, mediaType }) => ({
        '@id': `${whole(address)}#file`,
        '@type': 'dcat:Distribution',
        'dct:title': english(address.split('/').at(-1) ?? address),
        'dcat:accessURL': link(whole(address)),
        'dcat:downloadURL': link(whole(address)),
        'dcat:mediaType': {
          ...link(`https://www.iana.org/assignments/media-types/${mediaType}`),
          '@type': 'dct:MediaType',
        },
        'dct:license': { '@type': 'dct:LicenseDocument', 'rdfs:label': english(dataTexts.terms) },
      })),
    };
  }
}

/** A day, or a month as one. */
const dateOf = (when: string | undefined) => ({
  '@value': when ?? '',
  '@type': (when ?? '').length > 7 ? 'xsd:date' : 'xsd:gYearMonth',
});
