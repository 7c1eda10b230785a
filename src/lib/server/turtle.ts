/** Taken for the site's address where that is not known, and taken out again. */
const NOWHERE = 'https://nowhere.invalid';

/** A catalogue in JSON-LD, whose context is part of it, as Turtle. */
export async function turtleOf(catalogue: {
  readonly '@context': Readonly<Record<string, string>>;
}): Promise<string> {
  const [{ default: jsonld }, { Parser, Writer }] = await Promise.all([
    import('jsonld'),
    import('n3'),
  ]);
  const triples = await jsonld.toRDF(catalogue, {
    base: NOWHERE,
    safe: true,
    format: 'application/n-quads',
    documentLoader: (url: string) => Promise.reject(new Error(`Nothing is fetched: ${url}`)),
  });
  const writer = new Writer({ prefixes: catalogue['@context'] });
  // Nodes without a name keep the numbers they have; otherwise they would count on from the last catalogue read.
  writer.addQuads(new Parser({ blankNodePrefix: '_:' }).parse(String(triples)));
  const written = await new Promise<string>((resolve, reject) => {
    writer.end((error, said: string) => (error ? reject(error) : resolve(said)));
  });
  return written.replaceAll(`<${NOWHERE}/`, '</');
}
