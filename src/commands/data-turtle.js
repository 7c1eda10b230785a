import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';

/** Taken for the site's address where that is not known, and taken out again. */
const NOWHERE = 'https://nowhere.invalid';

/**
 * A catalogue in JSON-LD, whose context stands in it, as Turtle.
 * @param {{ readonly '@context': Readonly<Record<string, string>> }} catalogue
 * @returns {Promise<string>}
 */
export async function turtleOf(catalogue) {
  const triples = await jsonld.toRDF(catalogue, {
    base: NOWHERE,
    safe: true,
    format: 'application/n-quads',
    documentLoader: (url) => Promise.reject(new Error(`Nothing is fetched: ${url}`)),
  });
  const writer = new Writer({ prefixes: catalogue['@context'] });
  // Nodes without a name keep the numbers they have; otherwise they would count on from the last catalogue read.
  writer.addQuads(new Parser({ blankNodePrefix: '_:' }).parse(triples));
  const written = await new Promise((resolve, reject) => {
    writer.end((error, said) => (error ? reject(error) : resolve(said)));
  });
  return written.replaceAll(`<${NOWHERE}/`, '</');
}
