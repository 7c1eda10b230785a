import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { faultsBySchema } from './by-schema.ts';

export { faultsBySchema };

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The descriptor of files by what version 2 of the specification demands. */
export const faultsOfDataPackage = (text: string): string[] =>
  faultsBySchema(read('./data-package.schema.json'), text);

/** Where a document without whole addresses is taken to lie. */
export const BASE = 'https://example.org';

/** Linked data as lines of triples; a term that nobody has defined is an error, and nothing is fetched. */
export const triplesOf = (text: string): Promise<string> =>
  jsonld.toRDF(JSON.parse(text), {
    base: BASE,
    safe: true,
    format: 'application/n-quads',
    documentLoader: (url) =>
      url.startsWith('https://schema.org')
        ? Promise.resolve({ document: { '@context': { '@vocab': 'https://schema.org/' } } })
        : Promise.reject(new Error(`Nothing may be fetched: ${url}`)),
  });

/** A catalogue's triples by the shapes of what a portal needs. */
export async function faultsOfDcat(triples: string): Promise<string[]> {
  const shapes = new Store(new Parser().parse(read('./dcat-shapes.ttl')));
  const data = new Store(new Parser({ baseIRI: BASE }).parse(triples));
  const { results } = await new Validator(shapes).validate(data);
  return results.map(
    ({ focusNode, path, message }) =>
      `${String(focusNode?.value)} ${String(path && 'value' in path ? path.value : '')} ${message.map(({ value }) => value).join(' ')}`,
  );
}
